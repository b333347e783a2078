// Digests (汇总提醒): the one message a person gets on a working day.
import type { IsoDate } from "../calendar.ts";
import type { Reason } from "../reason.ts";
import type { OccurrenceKind } from "../register/deadline.ts";
import type { Role } from "../register/task.ts";
import type { Light } from "../status/light.ts";
import type { Status } from "../status/status.ts";
import type { Rung } from "./escalation-policy.ts";

/**
 * contact: what a contact must report · secretary: whom nobody could remind · further: a second message of the day, for what
 * somebody asked to hear again or what cannot wait.
 */
export type DigestKind = "contact" | "secretary" | "further";

/** One reminder, as planned: this unit is asked about this occurrence because of this step. */
export interface PlannedReminder {
  /** Unique for ever: occurrence, unit, role and step. Said once, by this key. */
  readonly key: string;
  readonly occurrenceId: number;
  readonly taskId: number;
  readonly unitId: number;
  /** Null where the unit has no contact and the secretary is told instead. */
  readonly contactId: number | null;
  readonly role: Role;
  /** Working days to the due date at which the step fires: -5, 0, 3. */
  readonly step: number;
  /** Absent or 0: the unit itself is asked; else the rung of the ladder that is told of its silence. */
  readonly level?: number;
  readonly dueDate: IsoDate;
  readonly reason: Reason;
}

/** Somebody above the contact is told that a unit is silent. The reminder stands in that person's digest of the day. */
export interface PlannedEscalation {
  readonly rung: Rung;
  readonly slackUser: string;
  readonly reminder: PlannedReminder;
  /** Why rungs in between have nobody. */
  readonly passedOver: readonly Reason[];
}

export interface PlannedDigest {
  /** Unique for ever: recipient and date. */
  readonly key: string;
  readonly slackUser: string;
  readonly kind: DigestKind;
  readonly date: IsoDate;
  readonly reminders: readonly PlannedReminder[];
}

export interface DayPlan {
  readonly date: IsoDate;
  readonly workingDay: boolean;
  readonly digests: readonly PlannedDigest[];
  readonly skipped: readonly {
    readonly taskId: number;
    readonly unitId: number;
    readonly role: Role;
    readonly reason: Reason;
  }[];
  readonly escalations?: readonly PlannedEscalation[];
}

/** One line of a digest as it is shown: the facts of the moment, not those of planning. */
export interface DigestLine {
  readonly taskId: number;
  readonly taskName: string;
  readonly title: string;
  readonly role: Role;
  readonly unitName: string;
  readonly leadName: string;
  readonly kind: OccurrenceKind;
  readonly dueDate: IsoDate;
  /** Working days left; negative = overdue. */
  readonly daysLeft: number;
  readonly light: Light;
  /** The unit's newest report, if any. */
  readonly last: { readonly status: Status; readonly percent: number | null; readonly on: IsoDate } | null;
  /** For a lead: how many supporting units have answered. */
  readonly supportingAnswered: { readonly answered: number; readonly total: number } | null;
  /** True once this unit has reported since the digest was sent: the line is closed in place. */
  readonly answered: boolean;
  readonly reason: Reason;
  /** As in `PlannedReminder`. */
  readonly level?: number;
  /** The contact in whose place the reader is asked. */
  readonly standsInFor?: string;
}

export interface DigestView {
  readonly digestId: number;
  readonly kind: DigestKind;
  readonly date: IsoDate;
  readonly lines: readonly DigestLine[];
}
