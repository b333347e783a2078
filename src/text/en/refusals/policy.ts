// What changes of the reminder policy are refused, in English.
import type { RefusalCode } from "../../../errors.ts";

export const policyRefusals = {
  "policy-unreadable": [
    "Not changed: “{{text}}” could not be read. Please write it like “/lianxi remind rules lead before 30, 14, 7, 3, 1, 0”, “/lianxi remind rules overdue 1, 3, 5 every 10” or “/lianxi remind rules quiet 18:00-8:30”.",
  ],
  "policy-no-steps": [
    "Not changed: no working days were given. Please list the numbers, for example “lead before 30, 14, 7, 3, 1, 0”; 0 is the due date itself.",
  ],
  "policy-step-not-whole": [
    "Not changed: “{{step}}” is not a whole number. Please list whole working days, for example 30, 14, 7.",
  ],
  "policy-step-after-due": [
    "Not changed: {{step}} working days would be after the due date. For those please use “/lianxi remind rules overdue 1, 3, 5 every 10”.",
  ],
  "policy-step-not-overdue": [
    "Not changed: reminders of what is overdue begin on the first working day after the date, so {{step}} cannot be. Please list the due date itself under “before”, as 0.",
  ],
  "policy-step-twice": ["Not changed: {{step}} is listed twice. Please list every number once."],
  "policy-steps-unordered": ["Not changed: the order is not clear. Please list them by time: {{ordered}}."],
  "policy-steps-too-many": [
    "Not changed: {{count, # reminder is|# reminders are}} too many. Please list {{most}} at most.",
  ],
  "policy-step-too-far": [
    "Not changed: {{step}} working days is too far ahead. Please stay within {{most}} (about a year).",
  ],
  "policy-every-too-small": [
    "Not changed: repeating every {{every, working day|# working days}} would come before the last overdue reminder (working day {{last}}). Please choose a number above {{last}}.",
  ],
  "policy-quiet-unreadable": [
    "Not changed: the quiet hours “{{text}}” could not be read. Please write “quiet 18:00-8:30”, or “quiet none” for none.",
  ],
  "policy-quiet-all-day": [
    "Not changed: both ends are {{from}}, so nothing could ever be sent. Please write the hours like “quiet 18:00-8:30”.",
  ],
  "policy-quiet-at-tick": [
    "Not changed: reminders are planned and sent at {{tick}}, which must not be within the quiet hours ({{from}}–{{to}}). Please leave {{tick}} out, for example “quiet 18:00-8:30”.",
  ],
  "policy-of-task-only-steps": [
    "Not changed: for one task only the working days can be set, for example “task 21 lead before 30, 14, 7”. Please set quiet hours and the like for the whole office.",
  ],
  "policy-unchanged": ["Not changed: these are the rules already. Please send “/lianxi remind rules” to see them."],
  "policy-changed-meanwhile": [
    "Not changed: somebody else has just changed the rules. Please look at them with “/lianxi remind rules” first.",
  ],
} as const satisfies Partial<Record<RefusalCode, readonly [string, ...string[]]>>;
