// The port to what is stored about silence and escalations: who was asked and told when, and what somebody stopped.
import type { IsoDate } from "../../../domain/calendar.ts";
import type { Role } from "../../../domain/register/task.ts";
import type { EscalationStop } from "../../../domain/reminders/escalation.ts";
import type { Actor } from "../../ports.ts";

/** A reminder that reached its person, or is about to. */
export interface SaidReminder {
  readonly occurrenceId: number;
  readonly unitId: number;
  readonly role: Role;
  /** 0: the unit was asked itself; else the rung that was told. */
  readonly level: number;
  /** The date of its digest. */
  readonly on: IsoDate;
}

export interface EscalationStore {
  /** What was said about these occurrences, but for digests that failed or were cancelled, and for what went to the secretary for want of a contact. */
  said(occurrenceIds: readonly number[]): Promise<readonly SaidReminder[]>;
  /** The last day on which a unit said something to a reminder, short of a report. */
  signs(occurrenceIds: readonly number[]): Promise<readonly { occurrenceId: number; unitId: number; on: IsoDate }[]>;
  /** Those in force. */
  stops(): Promise<readonly EscalationStop[]>;
  /** Leaves out what is stopped already; returns how many were not. All or none. */
  stop(
    targets: readonly { readonly occurrenceId: number; readonly unitId: number }[],
    input: { readonly reason: string; readonly by: Actor },
  ): Promise<number>;
  /** Returns how many were in force. */
  resume(
    targets: readonly { readonly occurrenceId: number; readonly unitId: number }[],
    input: { readonly by: Actor },
  ): Promise<number>;
}
