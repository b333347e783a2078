// Why something is so: a code and its figures. `text/` has the sentence; every reason can be shown to a person.

/** Every reason the rules can give. */
export type ReasonCode =
  // reading a document
  | "lead-from-merged-cell"
  | "both-from-merged-cell"
  | "responsible-first-leads"
  | "lead-from-sentence"
  | "unit-unresolved"
  | "unit-group"
  | "deadline-from-target"
  // planning reminders
  | "report-due-in"
  | "report-due-today"
  | "report-overdue"
  | "due-in"
  | "due-today"
  | "overdue"
  | "not-a-working-day"
  | "no-step-today"
  | "already-reminded"
  | "already-digested-today"
  | "already-reported"
  | "reported-done"
  | "extension-pending"
  | "no-contact"
  | "no-secretary"
  // agenda
  | "meeting-report-received"
  | "meeting-report-missing"
  | "supporting-missing"
  | "status-blocked"
  | "status-at-risk"
  | "asks-coordination"
  | "task-overdue"
  | "unit-needs-naming"
  | "unit-without-contact"
  | "standing-topic"
  | "extension-requested"
  | "closure-requested"
  | "previous-decision"
  | "target-progress"
  | "target-unreported"
  | "no-previous-meeting"
  | "nothing-in-section"
  // lights
  | "light-done"
  | "light-no-report"
  | "light-on-track";

export interface Reason {
  readonly code: ReasonCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

export function reason(code: ReasonCode, params?: Readonly<Record<string, string | number>>): Reason {
  return params === undefined ? { code } : { code, params };
}
