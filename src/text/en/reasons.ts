// One sentence for every reason, in English. Where there are several, the fullest comes first, as in Chinese.
import type { ReasonCode } from "../../domain/reason.ts";

export const reasons = {
  // reading a document
  "lead-from-merged-cell": [
    "the lead unit's cell is empty and taken as merged: item {{from}} goes on",
    "the lead unit's cell is empty and taken as merged: the item above goes on",
  ],
  "both-from-merged-cell": [
    "the cells of lead and supporting units are empty and taken as merged: item {{from}} goes on",
    "the cells of lead and supporting units are empty and taken as merged: the item above goes on",
  ],
  "responsible-first-leads": [
    "the text names responsible units only; the first is taken to lead, the others to support: {{lead}} leads",
    "the text names responsible units only; the first is taken to lead, the others to support",
  ],
  "lead-from-sentence": ["the lead unit {{lead}} was read from a sentence", "the lead unit was read from a sentence"],
  "unit-unresolved": [
    "“{{unit}}” names no particular unit; the office is to say which",
    "the text names no particular unit; the office is to say which",
  ],
  "unit-group": [
    "“{{unit}}” is a group unit; each member answers for itself",
    "a group unit; each member answers for itself",
  ],
  "deadline-from-target": [
    "the deadline is the date in the target: {{date}}",
    "the deadline is the date in the target",
  ],
  // units that may be one
  "unit-alike-but-place": [
    "differs from “{{unit}}” by a place name only",
    "differs from a known unit by a place name only",
  ],
  "unit-alike-but-joint": [
    "differs from “{{unit}}” by a word for “and” only, or is its short name",
    "resembles a known unit",
  ],
  "unit-renamed": [
    "matches “{{unit}}”: names before and after the reform of institutions (done by {{date}})",
    "names before and after the reform of institutions",
  ],
  "unit-alike-short": [
    "and “{{unit}}” look like the full and the short name of one unit",
    "and a known unit look like the full and the short name of one unit",
  ],
  "unit-alike-contained": ["resembles “{{unit}}”: one name has a few characters more", "resembles a known unit"],
  "unit-alike-spelling": ["differs from “{{unit}}” by one character", "differs from a known unit by one character"],
  "unit-alike-circle": ["seems to mean the same circle as “{{unit}}”", "seems to mean the same circle as a known unit"],
  "block-unread": ["this text speaks of responsibilities but could not be read: please check whether it is a task"],
  "model-proposed": ["no rule could read it; a language model proposes it, every quoted word is in the text"],
  // planning reminders
  "report-due-in": ["{{days, # working day|# working days}} until the report is due", "the report is due soon"],
  "report-due-today": ["the report is due today"],
  "report-due-on-day-off": [
    "the report is due on {{date}}, a day off; today is the last working day before it",
    "the report is due on a day off; today is the last working day before it",
  ],
  "report-overdue": ["the report is {{days, # working day|# working days}} overdue", "the report is overdue"],
  "due-in": ["due in {{days, # working day|# working days}}", "due soon"],
  "due-today": ["due today"],
  "due-on-day-off": [
    "due on {{date}}, a day off; today is the last working day before it",
    "due on a day off; today is the last working day before it",
  ],
  overdue: ["{{days, # working day|# working days}} overdue", "overdue"],
  "not-a-working-day": ["{{date}} is not a working day", "not a working day"],
  "no-step-today": ["no reminder step falls on this day"],
  "already-reminded": ["this reminder was planned before"],
  "already-digested-today": ["this contact has had the day's digest"],
  "already-reported": ["this period's report came in on {{date}}", "this period's report has come in"],
  "reported-done": ["reported as done on {{date}}", "reported as done"],
  "extension-pending": [
    "the extension request (to {{date}}) is being decided",
    "the extension request is being decided",
  ],
  seen: [
    "said on {{date}} to be in hand; not reminded again for now",
    "said to be in hand; not reminded again for now",
  ],
  "asked-later": ["to be reminded again on {{date}}, as asked", "to be reminded again later, as asked"],
  "not-mine-pending": [
    "said on {{date}} not to be this unit's; the office is to decide",
    "said not to be this unit's; the office is to decide",
  ],
  "not-mine-accepted": [
    "the office decided on {{date}} that another unit handles it",
    "the office decided that another unit handles it",
  ],
  "not-mine-declined": [
    "the office decided on {{date}} that this unit goes on with it",
    "the office decided that this unit goes on with it",
  ],
  "not-mine": ["{{unit}} says it is not its task: {{reason}}", "said not to be this unit's task"],
  "date-moved": ["the date is now {{date}}", "the date was changed"],
  "no-contact": ["{{unit}} has no contact", "the unit has no contact"],
  "contact-unreachable": ["the contact can no longer receive messages"],
  "not-deliverable": ["sending was cut off several times and is not tried again: please get in touch otherwise"],
  "no-secretary": ["the unit has no contact, and no secretary is configured"],
  "contacts-absent": [
    "the contact of {{unit}} is away (until {{date}}) and nobody stands in",
    "the contact of {{unit}} is away and nobody stands in",
  ],
  "escalated-to-deputy": [
    "no report yet from {{unit}}, {{days, # working day|# working days}} overdue: the deputy contact is asked to help",
  ],
  "escalated-to-head": [
    "no report yet from {{unit}}, {{days, # working day|# working days}} overdue: the head of the unit is told",
  ],
  "escalated-to-lead": [
    "no reply yet from the supporting unit {{unit}}, {{days, # working day|# working days}} overdue: the lead unit is told",
  ],
  "escalated-to-secretary": [
    "no report yet from {{unit}}, {{days, # working day|# working days}} overdue: the office is told",
  ],
  "escalated-to-agenda": [
    "no report yet from {{unit}}, {{days, # working day|# working days}} overdue: it goes on the meeting's agenda",
  ],
  "escalation-stopped": ["escalation stopped: {{why}}", "escalation stopped"],
  "no-deputy": ["{{unit}} has no other deputy contact to tell", "no other deputy contact to tell"],
  "no-head": ["{{unit}} has no other head to tell", "no other head to tell"],
  "no-secretary-named": ["no secretary is configured"],
  "no-lead-contact": [
    "the lead unit {{unit}} has no other contact to tell",
    "the lead unit has no other contact to tell",
  ],
  // agenda
  "meeting-report-received": ["{{unit}} reported on {{date}}", "the report has come in"],
  "meeting-report-missing": ["no report yet from {{unit}}", "no report yet"],
  "supporting-missing": [
    "{{answered}}/{{total}} supporting units have reported; missing: {{missing}}",
    "{{answered}}/{{total}} supporting units have reported",
    "some supporting units have not reported",
  ],
  "status-blocked": ["{{unit}} reports it as blocked", "reported as blocked"],
  "status-at-risk": ["{{unit}} reports a risk of delay", "a risk of delay is reported"],
  "asks-coordination": ["{{unit}} asks for coordination", "coordination is asked for"],
  "task-overdue": ["{{days, # working day|# working days}} overdue", "overdue"],
  "unit-needs-naming": ["it is still to be said which unit “{{unit}}” is", "the responsible unit is still to be named"],
  "unit-without-contact": ["no contact, so not reminded: {{unit}}", "the unit has no contact, so it was not reminded"],
  "standing-topic": ["a standing topic by “{{title}}”", "a standing topic of the documents"],
  "extension-requested": [
    "{{unit}} asks for an extension to {{date}}",
    "{{unit}} asks for an extension",
    "an extension is asked for",
  ],
  "closure-requested": ["{{unit}} asks for closure", "closure is asked for"],
  "previous-decision": ["decided by the meeting of {{date}}", "decided by the last meeting"],
  "target-progress": [
    "target “{{text}}”: {{actual}} reported, {{percent}}% of it",
    "figures for the target are reported",
  ],
  "target-unreported": ["target “{{text}}”: no figures yet", "no figures for the target yet"],
  "group-missing": [
    "{{unit}}: {{answered}}/{{total}} reported; missing: {{missing}}",
    "some members of the group unit have not reported",
  ],
  "light-counts": [
    "{{total, # task|# tasks}}: {{green}} green, {{yellow}} yellow, {{red}} red, {{grey}} grey",
    "the count of the lights",
  ],
  "due-dates": ["originally due {{original}}, now {{current}}, changed {{changes, once|# times}}", "due {{current}}"],
  "reminders-escalated": [
    "reminders were escalated (last on {{date}}), still no report from {{unit}}",
    "reminders were escalated, still no report",
  ],
  "lead-unnamed": ["the document names no lead unit"],
  "agenda-too-long": [
    "{{minutes}} minutes expected, more than the {{limit}} of a half-day meeting: green tasks could report in writing",
    "more than half a day expected",
  ],
  "decision-needed": ["item {{item}} needs a decision of the meeting", "needs a decision of the meeting"],
  "no-previous-meeting": ["no meeting has been held before"],
  "nothing-in-section": ["none this time"],
  // lights
  "light-done": ["reported as done on {{date}}", "reported as done"],
  "light-no-report": ["no report since {{since}}", "no report yet"],
  "light-reopened": ["reopened; no new report yet"],
  "light-on-track": [
    "reported as on track on {{date}}; nothing overdue or behind",
    "on track; nothing overdue or behind",
  ],
  "light-blocked": ["reported as blocked on {{date}}", "reported as blocked"],
  "light-at-risk": ["a risk of delay was reported on {{date}}", "a risk of delay is reported"],
  "light-behind-pace": [
    "target “{{text}}” is at {{percent}}%; by now it should be at {{expected}}%",
    "the target is behind its pace",
  ],
  "light-behind": ["{{percent}}% done, {{left}}", "due soon and not far enough"],
  "light-due-unreported": ["{{left}}, no report yet", "due soon, no report yet"],
  "task-closed": ["closed"],
  "task-withdrawn": ["withdrawn"],
  "task-superseded": ["replaced by a task of a newer document"],
  urged: ["{{unit}} urged on {{date}}", "the office urged on {{date}}", "urged"],
  "answered-after-signing": ["{{unit}} replied on {{date}}, after the joint reply was signed", "replied after signing"],
  "joint-reply": [
    "{{unit}} signed the joint reply on {{date}}, with replies of supporting units: {{count}}",
    "joint reply signed",
  ],
  "joint-missing": [
    "not received when the joint reply was signed: {{missing}}",
    "some had not replied when it was signed",
  ],
  "joint-later": ["received after the joint reply was signed: {{units}}", "replies came after signing"],
  "co-lead-reported": [
    "{{unit}} reported for all lead units on {{date}}",
    "another lead unit reported for all of them on {{date}}",
    "another lead unit has reported",
  ],
  "figures-disagree": ["the figures disagree: {{figures}} (target “{{text}}”)", "the figures disagree: {{figures}}"],
  "light-set": ["set by the office: {{why}} (was {{was}}: {{instead}})", "set by the office: {{why}}"],
  "task-assigned": ["the office gave your unit this task on {{date}}", "the office gave your unit this task"],
  "duty-declined": [
    "{{unit}} said on {{date}} that it is not its task; not decided yet",
    "a unit said that it is not its task; not decided yet",
  ],
  "duty-unassigned": [
    "by the decision of {{date}} {{unit}} does not handle it any more; no other unit is named yet",
    "no other unit is named yet",
  ],
} as const satisfies Record<ReasonCode, readonly [string, ...string[]]>;
