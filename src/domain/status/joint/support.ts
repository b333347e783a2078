// What a lead sees of its supporting units (配合情况): who answered what and when, who has not, how far the targets are.
import type { IsoDate } from "../../calendar.ts";
import type { Register } from "../../register/register.ts";
import { type Task, unitIdsOf } from "../../register/task.ts";
import { answeringUnits, type Unit } from "../../register/unit.ts";
import { indexUpdates, speaksSince, supportingUnits, updateOf } from "../answered.ts";
import { type Comparison, compareWithTargets } from "../recordable.ts";
import { askedSince } from "../roll-up.ts";
import type { Quantity, Status, StatusUpdate } from "../status.ts";
import { type MemberResult, membersAgainst, type TargetFacts } from "../targets/target-actual.ts";
import { targetFactsOf } from "../task-light.ts";

export interface SupportAnswer {
  readonly updateId: number;
  readonly unitName: string;
  readonly on: IsoDate;
  readonly status: Status;
  readonly needsCoordination: boolean;
  readonly text: string;
  readonly quantities: readonly Quantity[];
  /** The figures that have a target, against it. */
  readonly comparisons: readonly Comparison[];
  /** It came after the joint reply was signed. */
  readonly later: boolean;
}

/** A target that each member of a group must reach, member by member. */
export interface EachTarget extends MemberResult {
  readonly text: string;
}

export interface SupportView {
  readonly answered: number;
  readonly total: number;
  readonly missing: readonly string[];
  /** What stands in the way first, then the newest. */
  readonly answers: readonly SupportAnswer[];
  /** Groups among the supporting units, each rolled up. */
  readonly groups: readonly {
    readonly unit: string;
    readonly answered: number;
    readonly total: number;
    readonly missing: readonly string[];
  }[];
  readonly targets: readonly EachTarget[];
  /** The newest answer that is shown; 0 = none. What is signed on this view covers nothing newer. */
  readonly upTo: number;
}

/** `signed`: the task's newest joint reply, where there is one. */
export function supportOf(
  task: Task,
  register: Pick<Register, "units" | "occurrences" | "latestUpdates" | "figures">,
  signed: StatusUpdate | null,
): SupportView {
  const { units, occurrences, latestUpdates } = register;
  const since = askedSince(task, occurrences);
  const updates = indexUpdates(latestUpdates);
  const answerOf = (unit: Unit) => {
    const update = updateOf(updates, task.id, unit.id);
    return speaksSince(update, since) ? update : null;
  };
  const supporting = supportingUnits(task, units);
  const covered = signed?.joint && signed.on >= since ? new Set(signed.joint.covers) : null;
  const answers = supporting.flatMap((unit): SupportAnswer[] => {
    const update = answerOf(unit);
    if (update === null) return [];
    const { id, on, status, needsCoordination, text, quantities } = update;
    const comparisons = compareWithTargets(quantities, task.targets);
    const later = covered !== null && !covered.has(id);
    return [{ updateId: id, unitName: unit.name, on, status, needsCoordination, text, quantities, comparisons, later }];
  });
  const named = unitIdsOf(task, "supporting").flatMap((id) => units.get(id) ?? []);
  const groups = named.filter((unit) => unit.memberIds.length > 0);
  const counted = (of: readonly Unit[]) => {
    const missing = of.filter((unit) => answerOf(unit) === null).map((unit) => unit.name);
    return { answered: of.length - missing.length, total: of.length, missing };
  };
  return {
    ...counted(supporting),
    answers: answers.sort((a, b) => urgency(b) - urgency(a) || b.on.localeCompare(a.on) || b.updateId - a.updateId),
    groups: groups.map((group) => ({ unit: group.name, ...counted(answeringUnits(group, units)) })),
    targets: eachTargets(task, targetFactsOf(task, register)),
    upTo: Math.max(0, ...answers.map((one) => one.updateId)),
  };
}

function urgency({ status, needsCoordination }: SupportAnswer): number {
  if (status === "blocked") return 2;
  return needsCoordination || status === "at_risk" ? 1 : 0;
}

function eachTargets(task: Task, facts: TargetFacts): EachTarget[] {
  return task.targets.flatMap((target) => {
    const result = membersAgainst(target, facts);
    return result === null ? [] : [{ text: target.text, ...result }];
  });
}
