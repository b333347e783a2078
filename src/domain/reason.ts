// Why something is so: a code and its figures. `text/` has the sentence; every reason can be shown to a person.

/**
 * Every reason the rules can give, and beside it the parameters its sentence takes (`?` = may be left out). Dates are
 * `YYYY-MM-DD`, units are names, days are whole working days: `text/` makes the words.
 */
export type ReasonCode =
  // reading a document
  | "lead-from-merged-cell" // {from} the ref of the task whose cell it is: "4"
  | "both-from-merged-cell" // {from}
  | "responsible-first-leads" // {lead} the first unit's name
  | "lead-from-sentence" // {lead}
  | "unit-unresolved" // {unit}
  | "unit-group" // {unit}
  | "deadline-from-target" // {date}
  // units that may be one; {unit}: the known one
  | "unit-alike-but-place" // {unit}
  | "unit-alike-but-joint" // {unit}
  | "unit-renamed" // {unit, date} date: by which the old name was gone
  | "unit-alike-short" // {unit}
  | "unit-alike-contained" // {unit}
  | "unit-alike-spelling" // {unit}
  | "unit-alike-circle" // {unit}
  | "block-unread" // speaks of responsibility, and no rule could read it
  | "model-proposed" // no rule could read it; a language model proposes
  // planning reminders; on and after the due date also {next?, rung?}: who is told next of the unit's silence, and when
  | "report-due-in" // {days} working days left, 1 or more
  | "report-due-today"
  | "report-due-on-day-off" // {date} due on a day off; today is the last working day before it
  | "report-overdue" // {days} working days over, 1 or more
  | "due-in" // {days}
  | "due-today"
  | "due-on-day-off" // {date}
  | "overdue" // {days}
  | "not-a-working-day" // {date}
  | "no-step-today" // {days} working days left; negative when over
  | "already-reminded"
  | "already-digested-today"
  | "already-reported" // {date} the day of the report
  | "reported-done" // {date}
  | "urged" // {date, unit?} unit: the lead that urges; none: the office
  | "answered-after-signing" // {unit, date} a supporting unit's answer that the signed joint reply does not cover
  | "co-lead-reported" // {date, unit?} another lead unit has reported, for all
  | "extension-pending" // {date} the proposed one
  | "seen" // {date} the day the unit said that it is on it
  | "asked-later" // {date} the day for which the unit asked to be reminded
  | "not-mine-pending" // {date} the day the unit said that the task is another's
  | "not-mine-accepted" // {date} the day it was decided
  | "not-mine-declined" // {date}; also why a reminder tells of the decision
  | "not-mine" // {unit, reason} what the secretary must decide
  | "task-assigned" // {date} the day the office gave the task to the unit
  | "date-moved" // {date} the new one
  | "no-contact" // {unit}
  | "contact-unreachable" // {person}: the Slack user who cannot be written to
  | "not-deliverable" // {person}: whose digest ended the sender again and again
  | "no-secretary"
  | "contacts-absent" // {unit, date} until when
  // escalating; {unit}: the silent one, {days} working days over
  | "escalated-to-deputy" // {unit, days}
  | "escalated-to-head" // {unit, days}
  | "escalated-to-lead" // {unit, days}
  | "escalated-to-secretary" // {unit, days}
  | "escalated-to-agenda" // {unit, days}
  | "escalation-stopped" // {unit, why} why: in the words of who stopped it
  | "no-deputy" // {unit}
  | "no-head" // {unit}
  | "no-secretary-named"
  | "no-lead-contact" // {unit} the lead units
  // agenda
  | "meeting-report-received" // {unit, date}
  | "meeting-report-missing" // {unit}
  | "joint-reply" // {unit, date, count} the lead that signed, and over how many answers
  | "joint-missing" // {missing} units that had not answered when it was signed
  | "joint-later" // {units} whose answer came after it
  | "supporting-missing" // {missing, answered, total} missing: names joined by 、
  | "status-blocked" // {unit}
  | "status-at-risk" // {unit}
  | "asks-coordination" // {unit}
  | "task-overdue" // {days}
  | "duty-declined" // {unit, date} waits for the office
  | "duty-unassigned" // {unit, date} the office has agreed, and no other unit is named yet
  | "unit-needs-naming" // {unit}
  | "unit-without-contact" // {unit} several joined by 、
  | "standing-topic" // {title?} of the document that orders it
  | "extension-requested" // {unit, date?}
  | "closure-requested" // {unit}
  | "previous-decision" // {date} of the meeting that took it
  | "target-progress" // {text, actual, percent} text: the target's words; actual: "156个"
  | "target-unreported" // {text}
  | "group-missing" // {unit, missing, answered, total} unit: the group that leads
  | "light-counts" // {total, green, yellow, red, grey}
  | "figures-disagree" // {figures, text?} figures: 市教育局 156个，市财政局 140个; text: the target's words
  | "due-dates" // {original?, current, changes?} 原定／现定／变更次数; the date alone where it was never moved
  | "reminders-escalated" // {unit, date} of the last escalation
  | "lead-unnamed" // the document names no lead
  | "agenda-too-long" // {minutes, limit}
  | "decision-needed" // {item} number of the agenda item it settles: "四.2"
  | "no-previous-meeting"
  | "nothing-in-section"
  // lights
  | "light-done" // {date}
  | "light-no-report" // {since?} the day from which a report could have come
  | "light-reopened" // no report since
  | "light-on-track" // {date}
  | "light-blocked" // {date} of the lead's report
  | "light-at-risk" // {date}
  | "light-behind" // {percent, days} days: working days left
  | "light-behind-pace" // {text, percent, expected} text: the target's words
  | "light-set" // {why, was, instead?} why: in the words of who set it; was: the computed colour; instead: the computed reason
  | "light-due-unreported" // {days} working days left, 0 = today; no report yet
  | "task-closed"
  | "task-withdrawn"
  | "task-superseded";

export interface Reason {
  readonly code: ReasonCode;
  readonly params?: Readonly<Record<string, string | number>>;
  /** The reason that would hold without this one. */
  readonly instead?: Reason;
}

export function reason(code: ReasonCode, params?: Readonly<Record<string, string | number>>): Reason {
  return params === undefined ? { code } : { code, params };
}
