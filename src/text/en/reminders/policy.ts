// Words of the reminder policy, in English.
import type { policy as zh } from "../../zh/reminders/policy.ts";
import type { SameShape } from "../shape.ts";

export const policy = {
  title: "Reminder rules",
  "title-task": "Reminders of {{task}}",
  lead: "Lead units: {{steps}}",
  supporting: "Supporting units: {{steps}}",
  before: "{{days}} working days before the due date",
  "before-and-today": "{{days}} working days before the due date, and on the day",
  "only-today": "on the due date",
  overdue: "When overdue: {{steps}}",
  "overdue-lead": "Lead units when overdue: {{steps}}",
  "overdue-supporting": "Supporting units when overdue: {{steps}}",
  "overdue-steps": "on working day {{days}}, then every {{every, working day|# working days}}",
  "supporting-date": "Supporting units have the earlier date, so that the lead unit can draw the replies together",
  holiday: "A due date on a day off is reminded on the last working day before it",
  "holiday-off": "A due date on a day off is not reminded before, but once it is overdue",
  quiet: "Quiet hours: {{from}} to {{to}}; reminders wait until {{to}}",
  "quiet-over-night": "Quiet hours: {{from}} to {{to}} the next day; reminders wait until {{to}}",
  "quiet-none": "Quiet hours: none",
  "ladder-lead": "When a lead unit stays silent after its date, these are told in turn: {{rungs}}",
  "ladder-supporting": "When a supporting unit stays silent after its date, these are told in turn: {{rungs}}",
  "ladder-rung": "{{rung}} (working day {{days}})",
  once: "One digest a person a working day at most; after an outage only the newest step goes out",
  "own-tasks": "Tasks with rules of their own: {{tasks}}. See them with “/lianxi remind rules task {{example}}”",
  "changed-by": "Last changed by {{person}} on {{date}}",
  "never-changed": "These are the default rules; nobody has changed them",
  operator: "the operator (terminal)",
  how: "To change them (the office): “/lianxi remind rules lead before 30, 14, 7, 3, 1, 0”, “supporting before 15, 7, 3, 0”, “overdue 1, 3, 5 every 10”, “quiet 18:00-8:30”, “holiday off”, “reset”; for one task “/lianxi remind rules task 21 lead before 30, 14, 7”",
  "how-task":
    "To change them (the office): “/lianxi remind rules task {{task}} lead before 30, 14, 7”; “/lianxi remind rules task {{task}} reset”",
  "task-as-office": "The same as the office's rules",
  "task-own": "This task has rules of its own",
  changed: "The reminder rules were changed. They hold from the next planning on (every working day, {{tick}})",
  "changed-task":
    "The reminders of {{task}} were changed. This holds from the next planning on (every working day, {{tick}})",
  was: "Was: {{rule}}",
  is: "Now: {{rule}}",
  "lead-rule-first": "{{task}}: one report of {{units}} is enough; the other lead units are not reminded any more",
  "lead-rule-each": "{{task}}: {{units}} each report, and are each reminded",
} as const satisfies SameShape<typeof zh>;
