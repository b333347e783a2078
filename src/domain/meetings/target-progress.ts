// How far a task is towards its targets (量化目标完成情况), from the figures the units sent.
import { type Reason, reason } from "../reason.ts";
import type { Target } from "../register/target.ts";
import type { Unit } from "../register/unit.ts";
import type { Quantity, StatusUpdate } from "../status/status.ts";
import { type AgendaFacts, answering, type TaskFacts } from "./facts.ts";
import { amount } from "./notation.ts";

/** Words that count the same things: 名 and 人 are people; 个, 所 and 家 are interchangeable where only one target uses them. */
const SAME_UNIT: Readonly<Record<string, string>> = { 名: "人" };
const COUNTERS = new Set(["个", "所", "家", "处", "项"]);

/** One reason per target of the task: actual against target, or that no figure has come. */
export function targetReasons(task: TaskFacts, facts: AgendaFacts): Reason[] {
  return task.task.targets.map((target) => targetReason(target, task, facts));
}

function targetReason(target: Target, task: TaskFacts, facts: AgendaFacts): Reason {
  const figure = target.scope === "each" ? membersReaching(target, task, facts) : actualFigure(target, task, facts);
  if (figure) return reason("target-progress", { text: target.text, ...figure });
  // The only target of a task is what its percentage means; of several it could be any.
  const percent = task.task.targets.length === 1 ? leadPercent(task) : null;
  if (percent !== null) return reason("target-progress", { text: target.text, actual: `${percent}%`, percent });
  return reason("target-unreported", { text: target.text });
}

interface Figure {
  readonly actual: string;
  readonly percent: number;
}

/**
 * Members of a group each report their own part, so their figures are added up; two bodies that lead together each
 * report the whole, so the first that has a figure counts. Shares (%) are never added. Leads before supporting units.
 */
function actualFigure(target: Target, task: TaskFacts, facts: AgendaFacts): Figure | null {
  for (const units of [task.leads, task.supporting]) {
    const groups = units.filter((u) => u.memberIds.length > 0);
    const sources = [...units.filter((u) => !groups.includes(u)).map((u) => [u]), answering(groups, facts)];
    for (const source of sources) {
      const values = valuesOf(target, task, source);
      const [first] = values;
      if (first === undefined || (target.unit === "%" && values.length > 1)) continue;
      return figureOf(
        target,
        values.reduce((sum, value) => sum + value, 0),
      );
    }
  }
  return null;
}

/** For 每所…1个以上: how many of those that must reach it have. */
function membersReaching(target: Target, task: TaskFacts, facts: AgendaFacts): Figure | null {
  const groups = [...task.supporting, ...task.leads].filter((u) => u.memberIds.length > 0);
  const members = answering(groups.slice(0, 1), facts);
  const values = valuesOf(target, task, members);
  if (values.length === 0) return null;
  const reached = values.filter((value) => reaches(target, value)).length;
  return { actual: `${reached}/${members.length}`, percent: Math.floor((100 * reached) / members.length) };
}

function figureOf(target: Target, value: number): Figure {
  const share = target.comparator === "<=" ? (value <= target.value ? 1 : target.value / value) : value / target.value;
  return { actual: amount(value, target.unit), percent: Math.floor(share * 100) };
}

function reaches({ comparator, value: wanted }: Target, value: number): boolean {
  return comparator === "<=" ? value <= wanted : value >= wanted;
}

/** One value per unit that reported one in this target's unit, for the period the target runs over. */
function valuesOf(target: Target, task: TaskFacts, units: readonly Unit[]): number[] {
  return units.flatMap((unit) => {
    const update = task.updates.find((u) => u.unitId === unit.id && countsFor(target, task, u));
    return (update && valueIn(update.quantities, target, task.task.targets)) ?? [];
  });
}

/** A yearly target starts anew: last year's figures do not count. */
function countsFor(target: Target, task: TaskFacts, update: StatusUpdate): boolean {
  return target.period !== "annual" || task.due === null || update.on >= task.due.opensOn;
}

/** The figure meant for `target`: by unit; where several targets share the unit, by their order. */
function valueIn(quantities: readonly Quantity[], target: Target, targets: readonly Target[]): number | null {
  const exact = quantities.filter((q) => plain(q.unit) === plain(target.unit));
  const rivals = targets.filter((t) => plain(t.unit) === plain(target.unit));
  if (rivals.length > 1) return exact.length === rivals.length ? (exact[rivals.indexOf(target)]?.value ?? null) : null;
  // 新增3个，累计12个: the larger one is the total.
  if (exact.length > 0) return Math.max(...exact.map((q) => q.value));
  const onlyCounter = COUNTERS.has(target.unit) && targets.filter((t) => COUNTERS.has(t.unit)).length === 1;
  const counted = onlyCounter ? quantities.filter((q) => COUNTERS.has(q.unit)) : [];
  return counted.length > 0 ? Math.max(...counted.map((q) => q.value)) : null;
}

function plain(unit: string): string {
  return SAME_UNIT[unit] ?? unit;
}

function leadPercent(task: TaskFacts): number | null {
  const leadIds = new Set(task.leads.map((u) => u.id));
  return task.updates.find((u) => leadIds.has(u.unitId))?.percent ?? null;
}
