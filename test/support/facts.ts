// Builders for facts: a register in a few words, so that a test shows only what matters to it.
import type { WorkingCalendar } from "../../src/domain/calendar.ts";
import { weekdayOf } from "../../src/domain/calendar.ts";
import type { Meeting } from "../../src/domain/meetings/meeting.ts";
import type { DeadlineRule, Occurrence } from "../../src/domain/register/deadline.ts";
import type { Register } from "../../src/domain/register/register.ts";
import type { SourceDocument, Task } from "../../src/domain/register/task.ts";
import type { Unit } from "../../src/domain/register/unit.ts";
import type { StatusUpdate } from "../../src/domain/status/status.ts";

/** Monday to Friday, no holidays: what a rule does must not depend on a year's notice. */
export const weekdays: WorkingCalendar = {
  isWorkingDay: (date) => weekdayOf(date) <= 5,
  isOfficial: () => true,
};

export function aUnit(id: number, name: string, more: Partial<Unit> = {}): Unit {
  return { id, name, kind: "single", aliases: [], memberIds: [], contacts: [], ...more };
}

/** A unit with one contact, whose Slack id is `U<id>`. */
export function aUnitWithContact(id: number, name: string, more: Partial<Unit> = {}): Unit {
  const contact = { id: id * 10, unitId: id, slackUser: `U${id}`, name: `${name}联络员`, role: "primary" as const };
  return aUnit(id, name, { contacts: [contact], ...more });
}

/** `lead` and `supporting` are unit ids in order. */
export function aTask(id: number, lead: number[], supporting: number[] = [], more: Partial<Task> = {}): Task {
  return {
    id,
    documentId: 1,
    ref: String(id),
    label: `${id}.`,
    section: null,
    title: `事项${id}`,
    text: `第${id}项的内容`,
    state: "open",
    assignments: [
      ...lead.map((unitId, order) => ({ unitId, role: "lead" as const, order })),
      ...supporting.map((unitId, order) => ({ unitId, role: "supporting" as const, order })),
    ],
    deadlines: [{ kind: "undated", due: null, everyMonths: null, day: null, text: "" }],
    targets: [],
    ...more,
  };
}

export function anOccurrence(id: number, taskId: number, more: Partial<Occurrence> = {}): Occurrence {
  return {
    id,
    taskId,
    kind: "report",
    period: "meeting:1",
    opensOn: "2026-11-02",
    dueDate: "2026-12-09",
    supportingDueDate: "2026-12-02",
    originalDueDate: "2026-12-09",
    changes: 0,
    ...more,
  };
}

export function aRule(more: Partial<DeadlineRule> = {}): DeadlineRule {
  return { kind: "by", due: null, everyMonths: null, day: null, text: "", ...more };
}

export const aMeeting: Meeting = {
  id: 1,
  date: "2026-12-23",
  cutOff: "2026-12-09",
  supportingCutOff: "2026-12-02",
  state: "planned",
};

export const aDocument: SourceDocument = {
  id: 1,
  title: "云川市养老服务责任分工",
  shortTitle: "责任分工",
  issuer: null,
  number: null,
  date: null,
  standingTopics: [],
};

export function anUpdate(taskId: number, unitId: number, more: Partial<StatusUpdate> = {}): StatusUpdate {
  return {
    id: taskId * 1000 + unitId,
    taskId,
    unitId,
    author: `U${unitId}`,
    status: "on_track",
    percent: null,
    quantities: [],
    needsCoordination: false,
    text: "推进中",
    on: "2026-11-20",
    ...more,
  };
}

export function aRegister(more: Partial<Omit<Register, "units">> & { units?: readonly Unit[] } = {}): Register {
  const { units = [], ...rest } = more;
  return {
    documents: [aDocument],
    tasks: [],
    occurrences: [],
    latestUpdates: [],
    figures: rest.latestUpdates ?? [],
    requests: [],
    meetings: [aMeeting],
    decisions: [],
    ...rest,
    units: new Map(units.map((unit) => [unit.id, unit])),
  };
}
