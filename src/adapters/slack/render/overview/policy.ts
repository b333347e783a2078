// The reminder policy in chat: the rules in words, and what a change made of them.
import type { LeadRuleSet, PolicyView, TaskStepsView } from "../../../../app/reminders/policy/policy-use-cases.ts";
import { OPERATOR } from "../../../../domain/permission.ts";
import { DAILY_TICK, type ReminderPolicy, stepsFor } from "../../../../domain/reminders/policy.ts";
import { say, sayList, sayShortDate } from "../../../../text/say.ts";
import { sayLadders, sayPolicy, saySteps } from "../../../../text/say-policy.ts";
import { bold, context, cut, line, message, section, taskText } from "../blocks.ts";
import type { SlackMessage } from "../message.ts";

/** `dateOf`: the office's date of an instant. */
export function renderPolicy(view: PolicyView, dateOf: (instant: Date) => string): SlackMessage {
  const title = say("policy.title");
  const [example] = view.ownTasks;
  const names = sayList(view.ownTasks.map((task) => cut(task.taskName, "name")));
  const own = example && say("policy.own-tasks", { tasks: names, example: cut(example.taskName, "name") });
  return message(title, [
    section([bold(title), ...sayPolicy(view.policy).map(line)]),
    section(sayLadders(view.policy).map(line)),
    section([line(say("policy.once")), line(say("policy.supporting-date")), ...(own ? [line(own)] : [])]),
    context([lastChange(view, dateOf), line(say("policy.how"))]),
  ]);
}

/** The person as a mention, which Slack shows by name. */
function lastChange({ lastChange: change }: PolicyView, dateOf: (instant: Date) => string): string {
  if (change === null) return line(say("policy.never-changed"));
  const person = change.by === OPERATOR ? line(say("policy.operator")) : mention(change.by);
  return say("policy.changed-by", { person, date: line(sayShortDate(dateOf(change.at))) });
}

function mention(slackUser: string): string {
  return /^[A-Z0-9]+$/.test(slackUser) ? `<@${slackUser}>` : line(slackUser);
}

export function renderTaskSteps(view: TaskStepsView): SlackMessage {
  const title = say("policy.title-task", { task: taskText(view) });
  const whose = view.own === null ? say("policy.task-as-office") : say("policy.task-own");
  return message(title, [
    section([bold(title), line(whose), ...linesOf(view).map(line)]),
    context(line(say("policy.how-task", { task: cut(view.taskName, "name") }))),
  ]);
}

export function renderLeadRule(set: LeadRuleSet): SlackMessage {
  const units = sayList(set.leads.map((name) => cut(name, "name")));
  const said = say(`policy.lead-rule-${set.rule}`, { task: taskText(set), units });
  return message(said, [section(line(said))]);
}

/** Before and after, the rules that differ only. */
export function renderPolicyChanged(change: { before: ReminderPolicy; after: ReminderPolicy }): SlackMessage {
  const title = say("policy.changed", { tick: DAILY_TICK.replace(/^0/, "") });
  const rules = (policy: ReminderPolicy) => [...sayPolicy(policy), ...sayLadders(policy)];
  return changed(title, rules(change.before), rules(change.after));
}

export function renderTaskStepsChanged(change: { before: TaskStepsView; after: TaskStepsView }): SlackMessage {
  const title = say("policy.changed-task", { task: taskText(change.after), tick: DAILY_TICK.replace(/^0/, "") });
  return changed(title, linesOf(change.before), linesOf(change.after));
}

function changed(title: string, before: readonly string[], after: readonly string[]): SlackMessage {
  const was = before.filter((rule) => !after.includes(rule)).map((rule) => line(say("policy.was", { rule })));
  const is = after.filter((rule) => !before.includes(rule)).map((rule) => line(say("policy.is", { rule })));
  return message(title, [section([bold(title), ...was, ...is])]);
}

function linesOf({ policy, own }: TaskStepsView): string[] {
  return saySteps({ lead: stepsFor("lead", policy, own), supporting: stepsFor("supporting", policy, own) });
}
