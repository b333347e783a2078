// How far a task is towards its targets (量化目标完成情况), as the agenda says it.
import { type Reason, reason } from "../reason.ts";
import type { Target } from "../register/target.ts";
import { disagreeing } from "../status/targets/figure-trail.ts";
import { type Actual, actualOf, type TargetFacts } from "../status/targets/target-actual.ts";
import type { AgendaFacts, TaskFacts } from "./facts.ts";
import { amount } from "./notation.ts";

/** One reason per target of the task: actual against target, or that no figure has come. */
export function targetReasons(task: TaskFacts, { input }: AgendaFacts): Reason[] {
  const { targets } = task.task;
  const facts = { ...task, targets, units: input.register.units, opensOn: task.due?.opensOn ?? null };
  return targets.map((target) => targetReason(target, facts));
}

/** Targets for which bodies that each report the whole have reported different figures. */
export function disagreementReasons(task: TaskFacts, { input }: AgendaFacts): Reason[] {
  const { targets } = task.task;
  const facts = { ...task, targets, units: input.register.units, opensOn: task.due?.opensOn ?? null };
  return targets.flatMap((target) => {
    const said = disagreeing(target, facts).map(({ unit, value }) => `${unit.name} ${amount(value, target.unit)}`);
    return said.length === 0 ? [] : [reason("figures-disagree", { figures: said.join("，"), text: target.text })];
  });
}

function targetReason(target: Target, facts: TargetFacts & Pick<TaskFacts, "updates">): Reason {
  const { text } = target;
  const actual = actualOf(target, facts);
  if (actual) {
    return reason("target-progress", { text, actual: inWords(actual, target), percent: actual.percent });
  }
  // The only target of a task is what its percentage means; of several it could be any.
  const percent = facts.targets.length === 1 ? leadPercent(facts) : null;
  if (percent !== null) return reason("target-progress", { text, actual: `${percent}%`, percent });
  return reason("target-unreported", { text });
}

function inWords(actual: Actual, target: Target): string {
  return actual.kind === "members" ? `${actual.reached}/${actual.total}` : amount(actual.value, target.unit);
}

function leadPercent({ leads, updates }: Pick<TaskFacts, "leads" | "updates">): number | null {
  const leadIds = new Set(leads.map((u) => u.id));
  return updates.find((u) => leadIds.has(u.unitId))?.percent ?? null;
}
