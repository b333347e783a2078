// What units have reported towards a target (量化目标): the figure, and how far it is.
import type { IsoDate } from "../../calendar.ts";
import type { Target } from "../../register/target.ts";
import type { Task } from "../../register/task.ts";
import { answeringUnits, type Unit } from "../../register/unit.ts";
import type { Figures, Quantity } from "../status.ts";

/** A task as its targets see it. */
export interface TargetFacts {
  readonly targets: readonly Target[];
  readonly leads: readonly Unit[];
  readonly supporting: readonly Unit[];
  readonly units: ReadonlyMap<number, Unit>;
  /** What has been reported for the task in figures, newest first. */
  readonly figures: readonly Figures[];
  /** The day the running period of a yearly target began; null where the task has no date of its own. */
  readonly opensOn: IsoDate | null;
}

export type Actual =
  /** In the target's unit. `on`: the day of the newest report in it. */
  | { readonly kind: "figure"; readonly value: number; readonly percent: number; readonly on: IsoDate }
  /** Of the units that must reach the target each by itself, how many have. */
  | {
      readonly kind: "members";
      readonly reached: number;
      readonly total: number;
      readonly percent: number;
      readonly on: IsoDate;
    };

/** Words that count the same things: 名 and 人 are people; 个, 所 and 家 are interchangeable where only one target uses them. */
const SAME_UNIT: Readonly<Record<string, string>> = { 名: "人" };
const COUNTERS = new Set(["个", "所", "家", "处", "项"]);

/** Null where no figure has come that counts for the target. */
export function actualOf(target: Target, facts: TargetFacts): Actual | null {
  return target.scope === "each" ? membersReaching(target, facts) : figure(target, facts);
}

/** The task's own figures, newest first. */
export function figuresOf(task: Pick<Task, "id">, figures: readonly Figures[]): Figures[] {
  return figures.filter((f) => f.taskId === task.id).toSorted((a, b) => b.on.localeCompare(a.on) || b.id - a.id);
}

/**
 * Members of a group each report their own part, so their figures are added up; two bodies that lead together each
 * report the whole, so the first that has a figure counts. A rate (%) is never added: the newest figure of a body that reports
 * the whole counts, and a group's members give none, unless the group is one. Leads before supporting units.
 */
function figure(target: Target, facts: TargetFacts): Actual | null {
  for (const units of [facts.leads, facts.supporting]) {
    const groups = units.filter((u) => u.memberIds.length > 0);
    const whole = units.filter((u) => !groups.includes(u));
    const sources = [...inOrder(whole, target, facts), answering(groups, facts)];
    for (const source of sources) {
      if (target.unit === "%" && source.length > 1) continue;
      const reported = reportedFor(target, facts, source);
      if (reported.length === 0) continue;
      const value = reported.reduce((sum, one) => sum + one.value, 0);
      return { kind: "figure", value, percent: Math.floor(shareOf(target, value) * 100), on: newest(reported) };
    }
  }
  return null;
}

/** Bodies that each report the whole: in the document's order; of a rate, who has reported last. */
function inOrder(units: readonly Unit[], target: Target, facts: TargetFacts): Unit[][] {
  if (target.unit !== "%") return units.map((unit) => [unit]);
  const last = (unit: Unit) => reportedFor(target, facts, [unit])[0]?.on ?? "";
  return units.toSorted((a, b) => last(b).localeCompare(last(a))).map((unit) => [unit]);
}

function shareOf({ comparator, value: wanted }: Target, value: number): number {
  if (comparator === "<=") return value <= wanted ? 1 : wanted / value;
  return value / wanted;
}

/** For 每所…1个以上: how many of those that must reach it have. */
function membersReaching(target: Target, facts: TargetFacts): Actual | null {
  const members = membersOf(facts);
  const reported = reportedFor(target, facts, members);
  if (reported.length === 0) return null;
  const reached = reported.filter(({ value }) => reaches(target, value)).length;
  const percent = Math.floor((100 * reached) / members.length);
  return { kind: "members", reached, total: members.length, percent, on: newest(reported) };
}

function membersOf(facts: TargetFacts): Unit[] {
  const groups = [...facts.supporting, ...facts.leads].filter((u) => u.memberIds.length > 0);
  return answering(groups.slice(0, 1), facts);
}

/** A target that each must reach by itself, member by member, by name. `of`: the unit of the figure. */
export interface MemberResult {
  readonly total: number;
  readonly reached: readonly string[];
  readonly short: readonly { readonly unit: string; readonly value: number; readonly of: string }[];
  /** Members that have sent no figure that counts. */
  readonly unreported: readonly string[];
}

/** Null for a target that is not each member's, or has no group to reach it. */
export function membersAgainst(target: Target, facts: TargetFacts): MemberResult | null {
  const members = target.scope === "each" ? membersOf(facts) : [];
  if (members.length === 0) return null;
  const figures = members.map((unit) => ({
    unit: unit.name,
    value: reportedFor(target, facts, [unit])[0]?.value ?? null,
  }));
  const short = figures.flatMap(({ unit, value }) =>
    value === null || reaches(target, value) ? [] : [{ unit, value, of: target.unit }],
  );
  const named = (test: (value: number | null) => boolean) =>
    figures.filter(({ value }) => test(value)).map(({ unit }) => unit);
  return {
    total: members.length,
    reached: named((value) => value !== null && reaches(target, value)),
    short,
    unreported: named((value) => value === null),
  };
}

function reaches({ comparator, value: wanted }: Target, value: number): boolean {
  return comparator === "<=" ? value <= wanted : value >= wanted;
}

export interface Reported {
  readonly unit: Unit;
  readonly value: number;
  readonly on: IsoDate;
}

/** One value per unit that reported one in this target's unit, for the period the target runs over: its newest. */
export function reportedFor(target: Target, facts: TargetFacts, units: readonly Unit[]): Reported[] {
  return units.flatMap((unit): Reported[] => {
    for (const figures of facts.figures) {
      if (figures.unitId !== unit.id || !countsFor(target, facts, figures)) continue;
      const value = valueIn(figures.quantities, target, facts.targets);
      if (value !== null) return [{ unit, value, on: figures.on }];
    }
    return [];
  });
}

/** A yearly target starts anew: last year's figures do not count. */
export function countsFor(
  target: Target,
  { opensOn }: Pick<TargetFacts, "opensOn">,
  { on }: Pick<Figures, "on">,
): boolean {
  return target.period !== "annual" || opensOn === null || on >= opensOn;
}

/** The figure meant for `target`: by unit; where several targets share the unit, by their order. */
export function valueIn(quantities: readonly Quantity[], target: Target, targets: readonly Target[]): number | null {
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

function answering(units: readonly Unit[], facts: TargetFacts): Unit[] {
  const all = units.flatMap((u) => answeringUnits(u, facts.units));
  return [...new Map(all.map((u) => [u.id, u])).values()];
}

function newest(reported: readonly Reported[]): IsoDate {
  return reported.reduce((latest, { on }) => (on > latest ? on : latest), "");
}
