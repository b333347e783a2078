// 一、上次会议议定事项落实情况: what became of what the last meeting decided.
import { workingDaysBetween } from "../../calendar.ts";
import { type Reason, reason } from "../../reason.ts";
import type { AgendaItem } from "../agenda-types.ts";
import { type AgendaFacts, reportOf } from "../facts.ts";
import type { Decision, Meeting } from "../meeting.ts";
import { TIME_ALLOWED } from "../time-allowed.ts";
import { item, presenterOf } from "./item.ts";
import { saidBy } from "./opinions.ts";

/** The latest meeting held before this one. */
export function previousMeeting({ input }: AgendaFacts): Meeting | null {
  const held = input.register.meetings.filter((m) => m.state === "held" && m.date < input.meeting.date);
  return held.toSorted((a, b) => a.date.localeCompare(b.date)).at(-1) ?? null;
}

export function previousDecisionItems(facts: AgendaFacts): AgendaItem[] {
  const meeting = previousMeeting(facts);
  if (meeting === null) return [];
  return facts.input.register.decisions
    .filter((d) => d.meetingId === meeting.id)
    .map((decision) => decisionItem(decision, meeting, facts));
}

function decisionItem(decision: Decision, meeting: Meeting, facts: AgendaFacts): AgendaItem {
  const task = facts.tasks.find((t) => t.task.id === decision.taskId) ?? null;
  const unit = facts.input.register.units.get(decision.unitId ?? -1) ?? task?.leads[0] ?? null;
  const report = task && unit ? reportOf(task, unit) : null;
  return item({
    topic: decision.text,
    taskId: task?.task.id ?? null,
    taskLabel: task?.name ?? null,
    reportingUnit: unit?.name ?? null,
    presenter: presenterOf(unit),
    reasons: [
      reason("previous-decision", { date: meeting.date }),
      ...(task === null ? [] : [task.light.reason]),
      ...lateness(decision, task?.light.colour === "green", facts),
    ],
    opinions: task && unit ? [{ unit: unit.name, text: report && saidBy(report) }] : [],
    minutes: TIME_ALLOWED.previousDecision,
    timesSubmitted: task?.timesSubmitted ?? 1,
  });
}

function lateness({ dueDate }: Decision, settled: boolean, { input }: AgendaFacts): Reason[] {
  const days = dueDate === null || settled ? 0 : workingDaysBetween(dueDate, input.today, input.calendar);
  return days > 0 ? [reason("task-overdue", { days })] : [];
}
