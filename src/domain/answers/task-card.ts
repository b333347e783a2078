// What an answer, a page or a message shows of one task: who, on what words, how far.
import type { IsoDate, WorkingCalendar } from "../calendar.ts";
import { nextMeeting, reportPeriod } from "../register/occurrences.ts";
import type { Register } from "../register/register.ts";
import { isInForce, type Role, type Task, unitIdsOf } from "../register/task.ts";
import { answeringUnits, type Unit } from "../register/unit.ts";
import { taskLight } from "../status/task-light.ts";
import type { TaskCard } from "./answer.ts";

/** "21", or "责任分工·21" where another document in force has a task of the same number. */
export function taskName(task: Task, register: Pick<Register, "tasks" | "documents" | "sharingNumbers">): string {
  const { tasks, documents, sharingNumbers } = register;
  const inForce = isInForce(documents);
  const isShared = (t: Task) => t.ref === task.ref && t.documentId !== task.documentId && inForce(t);
  const shared = sharingNumbers ? sharingNumbers.has(task.id) : tasks.some(isShared);
  const document = documents.find((d) => d.id === task.documentId);
  return shared && document ? `${document.shortTitle}·${task.ref}` : task.ref;
}

export function taskCard(task: Task, register: Register, calendar: WorkingCalendar, today: IsoDate): TaskCard {
  const document = register.documents.find((d) => d.id === task.documentId);
  const leads = unitsOf(task, "lead", register);
  const supporting = unitsOf(task, "supporting", register);
  const named = [...leads, ...supporting].filter((u) => u.kind === "unresolved" && u.memberIds.length > 0);
  const behind = (unit: Unit) => (named.includes(unit) ? answeringUnits(unit, register.units) : [unit]);
  return {
    taskId: task.id,
    documentTitle: document?.title ?? "",
    documentShortTitle: document?.shortTitle ?? "",
    ref: task.ref,
    label: task.label,
    taskName: taskName(task, register),
    title: task.title,
    quote: task.text,
    lead: leads.map((u) => u.name),
    supporting: supporting.map((u) => u.name),
    ...(named.length > 0
      ? { named: named.map((unit) => ({ unit: unit.name, members: behind(unit).map((u) => u.name) })) }
      : {}),
    contacts: leads.flatMap(behind).map((unit) => ({
      unit: unit.name,
      people: unit.contacts.map(({ slackUser, name }) => ({ slackUser, name })),
    })),
    latest: latestOf(task, register),
    light: taskLight({ task, register, today, calendar }),
    ...datesOf(task, register, today),
  };
}

/** 有关部门（市教育局、市财政局）: a unit's name, and who stands behind it where the office has said so. */
export function ownerName(unit: string, { named = [] }: TaskCard): string {
  const members = named.find((one) => one.unit === unit)?.members ?? [];
  return members.length === 0 ? unit : `${unit}（${members.join("、")}）`;
}

function unitsOf(task: Task, role: Role, { units }: Register): Unit[] {
  return unitIdsOf(task, role).flatMap((id) => units.get(id) ?? []);
}

/** The newest update of a lead (a member of a leading group is one); where no lead has reported, the newest of anybody. */
function latestOf(task: Task, register: Register): TaskCard["latest"] {
  const leads = new Set(unitsOf(task, "lead", register).flatMap((u) => [u.id, ...u.memberIds]));
  const newest = register.latestUpdates
    .filter((u) => u.taskId === task.id)
    .toSorted(
      (a, b) => Number(leads.has(b.unitId)) - Number(leads.has(a.unitId)) || b.on.localeCompare(a.on) || b.id - a.id,
    )[0];
  if (newest === undefined) return null;
  const { status, percent, text, on } = newest;
  return { unit: register.units.get(newest.unitId)?.name ?? "", status, percent, text, on };
}

/** A task can have two clocks: the report that the next meeting asks for, and its own date. A past meeting asks no more. */
function datesOf(task: Task, register: Register, today: IsoDate): Pick<TaskCard, "reportDue" | "ownDue"> {
  const open = register.occurrences.filter((o) => o.taskId === task.id);
  const meeting = nextMeeting(register.meetings, today);
  const report = open.find((o) => o.kind === "report" && meeting !== null && o.period === reportPeriod(meeting));
  const own = open.filter((o) => o.kind === "due").map((o) => o.dueDate);
  return { reportDue: report?.dueDate ?? null, ownDue: own.toSorted()[0] ?? null };
}
