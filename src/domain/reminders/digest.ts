// Digests (汇总提醒): the one message a person gets on a working day.
import type { IsoDate } from "../calendar.ts";
import type { Reason } from "../reason.ts";
import type { OccurrenceKind } from "../register/deadline.ts";
import type { Role } from "../register/task.ts";
import type { Light } from "../status/light.ts";
import type { Status } from "../status/status.ts";
import type { Rung } from "./escalation-policy.ts";
import type { ReminderResponse } from "./responses.ts";

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
  /** Null where the agenda alone is to say it: there is no secretary to be told. */
  readonly slackUser: string | null;
  readonly reminder: PlannedReminder;
  /** Why rungs in between have nobody. */
  readonly passedOver: readonly Reason[];
}

/** Ends the keys of digests that were handed to the secretary: no plan would make them anew. */
export const HANDED_ON = ":undeliverable";

/** Whether a digest that did not go out on its day is left to the next plan, which says what is still asked of it. */
export function isLeftToThePlan(digest: { kind: DigestKind; key: string; date: IsoDate }, today: IsoDate): boolean {
  return digest.date < today && digest.kind !== "further" && !digest.key.endsWith(HANDED_ON);
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

/** Who did something in a unit's name, and when. `name`: null for the reader, and for who is not of the unit. */
export interface Acted {
  readonly name: string | null;
  readonly isReader: boolean;
  readonly on: IsoDate;
}

/** What became of a task that a unit had claimed to be another's, besides the decision. `by`: the secretary who gave it away. */
export type ClaimOver =
  | { readonly kind: "reassigned"; readonly unitName: string; readonly by: string; readonly on: IsoDate }
  | { readonly kind: "moot" };

/** One line of a digest as it is shown: the facts of the moment, not those of planning. */
export interface DigestLine {
  readonly taskId: number;
  readonly occurrenceId: number;
  readonly unitId: number;
  readonly taskName: string;
  readonly title: string;
  readonly role: Role;
  readonly unitName: string;
  readonly leadName: string;
  /** Whose date it is: of the report a meeting asks for, or of the task itself (办理时限). */
  readonly kind: OccurrenceKind;
  /** A supporting unit's is earlier than the lead's. */
  readonly dueDate: IsoDate;
  /** Working days left; negative = overdue. */
  readonly daysLeft: number;
  /** The task's own date beside that of a report, where it has one, and beside a supporting unit's earlier date: a task can have two clocks. */
  readonly ownDue: { readonly date: IsoDate; readonly daysLeft: number } | null;
  readonly light: Light;
  /** The unit's newest report, if any. */
  readonly last: { readonly status: Status; readonly percent: number | null; readonly on: IsoDate } | null;
  /** For a lead: how many supporting units have answered. */
  readonly supportingAnswered: { readonly answered: number; readonly total: number } | null;
  /** For one of several leads: how many of them have reported. */
  readonly leadsAnswered?: { readonly answered: number; readonly total: number };
  /** Another lead has reported for all: nothing more is asked. */
  readonly reportedBy?: { readonly unitName: string; readonly on: IsoDate };
  /** True once this unit has reported since the digest was sent: the line is closed in place. */
  readonly answered: boolean;
  /** What the unit said short of a report, where it still holds; of a claim 不属本单位职责 also how it was decided. */
  readonly response: ReminderResponse | null;
  /** 签收: still asked of the unit, or who has accepted since the digest was made; absent where it was accepted before. */
  readonly receipt?: "asked" | Acted;
  /** Who has reported, where that was not the reader: one person answers in the unit's name. */
  readonly answeredBy?: Acted;
  /** Who has said `response`, where that was not the reader. */
  readonly respondedBy?: Acted;
  /** Of a claim 不属本单位职责 whose unit has not got the task any more: who has it, or that there is nothing left to decide. */
  readonly claimOver?: ClaimOver;
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
