// Words of meetings, in English: the timetable and the agenda.
import type { meetings as zh } from "../zh/meetings.ts";
import type { SameShape } from "./shape.ts";

export const meetings = {
  "set-redrawn": "{{people, # person|# people}} had been reminded already; the dates they see follow",
  none: "No meeting has been set. The office sets it with “/lianxi meeting 2026-12-09”",
  next: "Next meeting: {{date}}, {{left}}",
  "next-today": "The meeting is today: {{date}}",
  passed: "Gone by and not yet filed: {{dates}}",
  set: "Meeting set: {{date}}, {{left}}",
  "set-today": "Meeting set: {{date}}, which is today",
  held: "Held: {{dates}}",
  "also-planned": "Later meetings: {{dates}}",
  "unofficial-calendar":
    "The public holidays of {{year}} have not been announced; working days are reckoned by weekends for now",
  "on-a-day-off":
    "{{date}} is not a working day: please check it. To move the meeting, send “/lianxi meeting” with the new date",
  "agenda-how": "Send “/lianxi agenda” for the draft agenda",
  "step-call-for-topics": "Call for topics",
  "step-supporting-cut-off": "Cut-off date of supporting units",
  "step-lead-cut-off": "Cut-off date of lead units",
  "step-draft-agenda": "Draft agenda",
  "step-approval": "Agenda approved",
  "step-notice": "Notice of meeting",
  "step-meeting": "Meeting",
  "agenda-title": "Draft agenda for {{date}}: {{count, # item|# items}}, about {{minutes, # minute|# minutes}}",
  "agenda-title-approved": "Agenda for {{date}}: {{count, # item|# items}}, about {{minutes, # minute|# minutes}}",
  "agenda-empty": "The draft agenda for {{date}} has no items",
  "agenda-empty-next":
    "No task needs the meeting. Please check the register and the cut-off date {{cutOff}}, then draft it again",
  "agenda-dates": "Cut-off date {{cutOff}} · drafted {{compiledOn}}",
  "agenda-draft": "A draft for the chair to approve. The chair sends “/lianxi agenda” to see and approve it",
  "agenda-approved": "Approved by {{person}} on {{on}}",
  "button-approve-agenda": "Approve",
  "agenda-more": "{{count, # more item|# more items}}: see the attached file",
  "section-previous-decisions": "1. Decisions of the last meeting",
  "section-overall-progress": "2. Overall progress",
  "section-lead-reports": "3. Reports of lead units",
  "section-coordination": "4. Problems to coordinate",
  "section-standing-topics": "5. Standing topics",
  "section-requests": "6. Extension and closure requests",
  "section-confirm-decisions": "7. Decisions to confirm",
  "item-minutes": "{{minutes}} min",
  "item-written": "in writing",
  "item-times": "submitted {{times}} times",
  "item-reasons": "Why listed: {{reasons}}",
  "item-opinion": "{{unit}}: {{text}}",
  "ledger-whole":
    "The ledger with {{tasks, # task|# tasks}} was exported: {{file}} is in your direct messages with this app",
  "ledger-own":
    "Your units' {{tasks, # task was|# tasks were}} exported: {{file}} is in your direct messages with this app",
  "item-opinions-missing": "No opinion yet from: {{units}}",
} as const satisfies SameShape<typeof zh>;
