// Words of escalations and absences, in English.
import type { escalation as zh } from "../../zh/reminders/escalation.ts";
import type { SameShape } from "../shape.ts";

export const escalation = {
  "told-unit": "No report yet from your unit on {{count, # task|# tasks}}: please see that it is sent",
  "told-unit-one": "No report yet from your unit on {{task}}: please see that it is sent",
  "told-lead": "No reply yet from supporting units on {{count, # task|# tasks}}: please get in touch with them",
  "told-lead-one": "No reply yet from {{unit}} on {{task}}: please get in touch",
  "told-office":
    "Still no report from {{units, # unit|# units}} on {{count, # task|# tasks}} after every step of reminding: please take this up",
  "told-heading": "For your information, no report yet on:",
  "told-received": "{{count, # report has|# reports have}} come in; nothing to do",
  "told-line": "{{unit}} ({{role}})",
  "told-office-how": "If this is settled otherwise, “/lianxi remind stop {{task}} {{unit}} REASON” stops it",
  "next-contact": "Without a report, the next reminder goes out on {{date}}",
  "next-deputy": "Without a report, the deputy contact is told on {{date}}",
  "next-head": "Without a report, the head of the unit is told on {{date}}",
  "next-lead": "Without a report, the lead unit is told on {{date}}",
  "next-secretary": "Without a report, the office is told on {{date}}",
  "next-agenda": "Without a report, it goes on the meeting's agenda on {{date}}",
  "stands-in-for": "answering for {{contact}} of {{unit}}",
  "day-escalations": "{{count, # escalation|# escalations}} to come",
  "day-line": "{{task}} {{unit}} → {{to}}: {{reason}}",
  "day-stopped": "{{task}} {{unit}}: {{reason}}",
  "day-passed-over": "{{line}} ({{passed}})",
  "rung-contact": "contact",
  "rung-deputy": "deputy contact",
  "rung-head": "head",
  "rung-lead": "lead unit",
  "rung-secretary": "the office",
  "rung-agenda": "the meeting's agenda",
  stopped:
    "Escalation stopped: {{task}} {{unit}}. The contact is still reminded; to resume: “/lianxi remind resume {{ref}} {{unit}}”",
  resumed: "Escalation resumed: {{task}} {{unit}}. Without an answer it goes on from the level it has reached by now",
  away: "Recorded: {{contact}} ({{unit}}) is away {{from}} to {{to}}",
  "away-shown": "{{contact}} ({{unit}}) is away {{from}} to {{to}}",
  "away-asked": "Meanwhile reminders go to {{person}}, who reports instead",
  "away-nobody":
    "Nobody can answer meanwhile, so reminders go to the office ({{why}}). To name somebody: “/lianxi away 2026-11-25 to 2026-12-03 @name”",
  "away-none": "No absence is recorded. To record one: “/lianxi away 2026-11-25 to 2026-12-03 @name”",
  "away-cancelled": "The absence of {{people}} ({{units}}) is cancelled; reminders go to them again",
  "contact-removed": "{{person}} is no longer {{role}} of {{unit}}",
  "removed-asked": "From now on reminders go to {{person}}",
  "removed-nobody":
    "The unit has nobody to remind, so its reminders go to the office. Please name somebody: “/lianxi contact {{unit}} @name”",
  "page-away": "{{name}} (away {{from}} to {{to}}, {{substitute}} stands in)",
  "page-away-alone": "{{name}} (away {{from}} to {{to}}, nobody stands in)",
  "help-away": "record an absence: reminders go to who stands in; “away cancel” ends it",
  "help-stop": "stop escalating to a unit; “remind resume” goes on",
  "help-remove": "relieve a contact; “contact UNIT away …” records an absence for them",
  "contact-guest": "Please note: {{person}} is a guest or from outside, and may not see the channel",
} as const satisfies SameShape<typeof zh>;
