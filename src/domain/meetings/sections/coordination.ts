// 四、需协调解决的问题: what units cannot settle alone, and what the register itself lacks.
import { reason } from "../../reason.ts";
import type { Unit } from "../../register/unit.ts";
import { type AgendaFacts, answering, type TaskFacts, unitName } from "../facts.ts";
import {
  CONTACT_TOPIC,
  coordinationTopic,
  DRAFT_DECISION,
  dutyTopic,
  leadNamingTopic,
  namingTopic,
} from "../notation.ts";
import { disagreementReasons } from "../target-progress.ts";
import { TIME_ALLOWED } from "../time-allowed.ts";
import { type ItemToDecide, item, taskItem } from "./item.ts";
import { statusReasons } from "./lead-reports.ts";
import { saidBy } from "./opinions.ts";

export function coordinationItems(facts: AgendaFacts): ItemToDecide[] {
  return [
    ...facts.open.filter((task) => needsCoordination(task, facts)).map((task) => coordinationItem(task, facts)),
    ...facts.open.filter(({ declined }) => declined.length > 0).map(dutyItem),
    ...facts.open.filter((task) => task.leads.length === 0).map(leadNamingItem),
    ...unitsOf(facts, "unresolved")
      .filter((unit) => !isNamed(unit))
      .map((unit) => namingItem(unit, facts)),
    ...contactItems(facts),
  ];
}

/** Blocked, a unit has asked for coordination, or figures disagree. At risk alone is reported in 三. */
function needsCoordination(task: TaskFacts, facts: AgendaFacts): boolean {
  if (disagreementReasons(task, facts).length > 0) return true;
  return task.updates.some((u) => u.status === "blocked" || (u.needsCoordination && u.status !== "done"));
}

function coordinationItem(task: TaskFacts, facts: AgendaFacts): ItemToDecide {
  const problems = task.updates.filter((u) => u.status === "blocked" || u.status === "at_risk" || u.needsCoordination);
  return {
    item: taskItem(task, {
      topic: coordinationTopic(task.task.title),
      reasons: [...statusReasons(task, facts), ...disagreementReasons(task, facts)],
      opinions: problems.map((u) => ({ unit: unitName(u.unitId, facts), text: saidBy(u) })),
      minutes: TIME_ALLOWED.coordination,
    }),
    decision: DRAFT_DECISION.solve(task.task.title, task.leads[0]?.name ?? ""),
  };
}

/** A unit says that the task is another's, and nobody has settled it: who says so, since when, in which words. */
function dutyItem(task: TaskFacts): ItemToDecide {
  return {
    item: taskItem(task, {
      topic: dutyTopic(task.task.title),
      reasons: task.declined.map(({ unit, on: date, agreed }) =>
        reason(agreed ? "duty-unassigned" : "duty-declined", { unit, date }),
      ),
      opinions: task.declined.map(({ unit, reason: text }) => ({ unit, text })),
      minutes: TIME_ALLOWED.coordination,
    }),
    decision: DRAFT_DECISION.assign(
      task.task.title,
      task.declined.map(({ unit }) => unit),
    ),
  };
}

function leadNamingItem(task: TaskFacts): ItemToDecide {
  return {
    item: taskItem(task, {
      topic: leadNamingTopic(task.task.title),
      reasons: [reason("lead-unnamed")],
      minutes: TIME_ALLOWED.naming,
    }),
    decision: DRAFT_DECISION.nameLead(task.task.title),
  };
}

function namingItem(unit: Unit, facts: AgendaFacts): ItemToDecide {
  const tasks = facts.open.filter((t) => [...t.leads, ...t.supporting].some((u) => u.id === unit.id));
  const topic = namingTopic(
    unit.name,
    tasks.map((t) => t.name),
  );
  const reasons = [reason("unit-needs-naming", { unit: unit.name })];
  return {
    item: item({ topic, reasons, minutes: TIME_ALLOWED.naming }),
    decision: DRAFT_DECISION.name(unit.name),
  };
}

/** One item for all units nobody speaks for; unresolved ones need a name first. */
function contactItems(facts: AgendaFacts): ItemToDecide[] {
  const named = unitsOf(facts, "unresolved").filter(isNamed);
  const silent = answering([...unitsOf(facts, "single"), ...unitsOf(facts, "group"), ...named], facts).filter(
    (unit) => unit.contacts.length === 0,
  );
  if (silent.length === 0) return [];
  const reasons = [reason("unit-without-contact", { unit: silent.map((unit) => unit.name).join("、") })];
  return [
    {
      item: item({ topic: CONTACT_TOPIC, reasons, minutes: TIME_ALLOWED.naming }),
      decision: DRAFT_DECISION.nameContacts(),
    },
  ];
}

/** Whether the secretary has said who 有关部门 are. */
function isNamed(unit: Unit): boolean {
  return unit.memberIds.length > 0;
}

/** The units that open tasks name, in the order of the documents. */
function unitsOf({ open }: AgendaFacts, kind: Unit["kind"]): Unit[] {
  const named = open.flatMap((t) => [...t.leads, ...t.supporting]).filter((u) => u.kind === kind);
  return [...new Map(named.map((u) => [u.id, u])).values()];
}
