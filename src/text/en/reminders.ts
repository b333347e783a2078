// Words of reminders, in English: the digest, its lines, the secretary's view of a day.
import type { reminders as zh } from "../zh/reminders.ts";
import type { SameShape } from "./shape.ts";

export const reminders = {
  "ask-report": "Please report progress on {{count, # task|# tasks}} by {{date}}: {{left}}",
  "ask-due": "Please complete {{count, # task|# tasks}} by {{date}}: {{left}}",
  "ask-due-today": "Please complete {{count, # task|# tasks}} today, or report progress",
  "ask-report-today": "Please report progress on {{count, # task|# tasks}} today",
  "ask-support-one": "{{lead}} asks for your unit's support: {{task}}. Please reply by {{date}}: {{left}}",
  "ask-support-one-today": "{{lead}} asks for your unit's support: {{task}}. Please reply today",
  "ask-support": "Please reply on your support of {{count, # task|# tasks}} by {{date}}: {{left}}",
  "ask-support-today": "Please reply on your support of {{count, # task|# tasks}} today",
  "ask-rest": "{{ask}}; for the other {{rest}} see below",
  "ask-overdue-one-report": "Urgent: the report on {{task}} is {{left}}. Please send it as soon as possible",
  "ask-overdue-one-due": "Urgent: {{task}} is {{left}}. Please complete it or report as soon as possible",
  "ask-overdue": "Urgent: {{count, # task is|# tasks are}} overdue. Please report as soon as possible",
  "ask-overdue-mixed":
    "Urgent: {{count, # task is|# tasks are}} overdue. Please report as soon as possible; {{rest}} more from {{date}} on",
  "ask-overdue-and-today":
    "Urgent: {{count, # task is|# tasks are}} overdue. Please report as soon as possible; {{rest}} more from today on",
  "all-received": "Your unit's {{count, report has|# reports have}} come in; this reminder is fully answered",
  "all-settled": "Everything in this reminder is answered or settled; nothing more to report",
  "nothing-asked": "The tasks of this reminder were withdrawn or given to others; nothing to report",
  "secretary-nothing": "The tasks were withdrawn or given to other units; nothing to do",
  "line-report": "Report by {{date}}",
  "line-due": "Deadline {{date}}",
  "line-report-now": "Report {{left}}",
  "line-due-now": "Task {{left}}",
  "line-last": "Last: {{status}} ({{date}})",
  "line-no-last": "No report from your unit yet",
  "line-supporting": "Supporting units {{answered}}/{{total}} reported",
  "line-answered": "Received",
  "lead-by": "Lead: {{lead}}",
  "how-to-reply": "You can also just reply to this message, for example “60% done”, “on it” or “remind me tomorrow”",
  "how-to-reply-many":
    "You can also just reply to this message with the number, for example “{{ref}} 60% done”, or “on it”, “remind me tomorrow” for all of them",
  "what-next": "What has not come in is noted in the meeting's agenda",
  "secretary-ask":
    "Please name contacts: {{count, # reminder|# reminders}} for {{units, # unit|# units}} could not be delivered",
  "secretary-how": "Send “/lianxi contact {{example}} @name”; reminders then go out in time",
  "secretary-name":
    "For unresolved units please list who is meant, for example “/lianxi unit group {{example}} UNIT, UNIT”",
  "secretary-line": "{{unit}} · {{count, # task|# tasks}} ({{refs}}) · first due {{date}}",
  "secretary-done": "The units' progress has all come in; nothing to do",
  "all-lines": "{{count, # task|# tasks}} in this reminder, {{open}} to be answered",
  "day-none": "No reminders go out on {{date}}",
  "day-off": "{{date}} is not a working day: no reminders",
  "day-digests": "{{date}}: {{digests, # digest|# digests}} on {{count, # task|# tasks}}",
  "day-line": "{{units}}: {{tasks}}",
  "day-secretary": "The office (units without a contact): {{tasks}}",
  "day-tasks": "{{tasks}} ({{reason}})",
  "day-more": "{{count, # more digest|# more digests}}",
  "day-skipped": "{{count, # task is|# tasks are}} not reminded, because:",
  "skipped-line": "{{reason}}: {{count, # task|# tasks}}",
  "skipped-more": "other reasons: {{count, # task|# tasks}}",
  "line-leads": "Lead units {{answered}}/{{total}} reported",
  "line-reported-by": "{{unit}} has reported for all lead units ({{date}}); nothing more to report",
} as const satisfies SameShape<typeof zh>;
