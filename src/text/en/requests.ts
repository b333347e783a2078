// Words of requests, in English: what is asked, how it was decided, what follows.
import type { requests as zh } from "../zh/requests.ts";
import type { SameShape } from "./shape.ts";

export const requests = {
  "title-extension": "Please decide on the extension request: {{task}}",
  "title-closure": "Please decide on the closure request: {{task}}",
  "asks-extension": "{{unit}} asked on {{on}} for an extension to {{date}}",
  "asks-closure": "{{unit}} asked on {{on}} for closure",
  dates: "Due {{current}}",
  "dates-changed": "Originally due {{original}}, now {{current}}, changed {{changes, once|# times}}",
  "no-dates":
    "This task has no due date of its own; the meeting sets when it is reported, so it cannot be extended. Please send it back and say so",
  frozen:
    "Between the cut-off date and the meeting (until {{until}}) no date is moved; the meeting decides on extensions",
  reason: "Reason: {{text}}",
  "no-reason": "No reason given",
  "button-approve": "Approve",
  "button-approve-date": "Other date",
  "button-send-back": "Send back",
  "button-handle": "Decide",
  "approved-extension": "Extension to {{date}} approved: {{task}}",
  "approved-closure": "Closure approved: {{task}}",
  "sent-back": "Sent back: {{task}}",
  "decided-by": "Decided by {{person}}",
  "sent-back-why": "Sent back because: {{text}}",
  "outcome-extension": "Your unit's extension request was approved: {{task}} is now due {{date}}",
  "outcome-closure": "Your unit's closure request was approved: {{task}} is closed",
  "outcome-sent-back-extension": "Your unit's extension request was sent back: {{task}}",
  "outcome-sent-back-closure": "Your unit's closure request was sent back: {{task}}",
  "outcome-next-extension":
    "The date stays. To ask again with more reason, please send “/lianxi extend {{ref}} DATE REASON”",
  "outcome-next-closure": "Please complete it and report again, for example “/lianxi close {{ref}} NOTE”",
  none: "No requests wait for a decision",
  list: "{{count, # request waits|# requests wait}} for a decision",
  "line-extension": "{{id}}. {{task}} · {{unit}} asks for an extension to {{date}}",
  "line-closure": "{{id}}. {{task}} · {{unit}} asks for closure",
  "list-how": "You can also send “/lianxi requests {{id}} approve” or “/lianxi requests {{id}} refuse REASON”",
  "form-send-back": "Send back",
  "form-send-back-reason": "Reason",
  "form-send-back-hint": "The unit will read this",
  "form-date": "Other date",
  "form-date-field": "Extend to",
  "form-submit": "Confirm",
  "form-close": "Cancel",
  reopened: "Reopened: {{task}}. Reminders go out again",
  "reopened-why": "Reason: {{text}}",
} as const satisfies SameShape<typeof zh>;
