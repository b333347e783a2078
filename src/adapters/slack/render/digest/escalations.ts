// Escalations: what climbs on a day, what was stopped and resumed.
import type { DayPlan } from "../../../../domain/reminders/digest.ts";
import { say, sayReason } from "../../../../text/say.ts";
import { bold, cut, LIST_LINES, line } from "../blocks.ts";
import type { SlackMessage } from "../message.ts";
import { sentence } from "../refusal.ts";

interface PlanNames {
  task(id: number): string;
  unit(id: number): string;
}

/** 「将升级 2 项」 with who is told and why, and why rungs in between have nobody; then what was stopped. */
export function escalationLines(plan: DayPlan, names: PlanNames): string[] {
  const { escalations = [] } = plan;
  const stopped = plan.skipped.filter((one) => one.reason.code === "escalation-stopped");
  const lines = escalations.map(({ rung, reminder, passedOver }) => {
    const text = say("escalation.day-line", {
      task: cut(names.task(reminder.taskId), "name"),
      unit: cut(names.unit(reminder.unitId), "name"),
      to: say(`escalation.rung-${rung}`),
      reason: sayReason(reminder.reason, plan.date),
    });
    const passed = passedOver.map((why) => sayReason(why)).join(say("common.list-semicolon"));
    return line(passed === "" ? text : say("escalation.day-passed-over", { line: text, passed }));
  });
  const rest = lines.length - LIST_LINES;
  return [
    ...(lines.length > 0 ? [bold(say("escalation.day-escalations", { count: lines.length }))] : []),
    ...lines.slice(0, LIST_LINES),
    ...(rest > 0 ? [line(say("common.more", { count: rest }))] : []),
    ...stopped.slice(0, LIST_LINES).map((one) => {
      const task = cut(names.task(one.taskId), "name");
      const unit = cut(names.unit(one.unitId), "name");
      return line(say("escalation.day-stopped", { task, unit, reason: sayReason(one.reason, plan.date) }));
    }),
  ];
}

export function renderStopped(said: { taskName: string; title: string; unit: string }): SlackMessage {
  return sentence(say("escalation.stopped", { ...namesOf(said), ref: cut(said.taskName, "name") }));
}

export function renderResumed(said: { taskName: string; title: string; unit: string }): SlackMessage {
  return sentence(say("escalation.resumed", namesOf(said)));
}

function namesOf({ taskName, title, unit }: { taskName: string; title: string; unit: string }) {
  return { task: `${cut(taskName, "name")} ${cut(title, "title")}`, unit: cut(unit, "name") };
}
