// A task's status (状态) and the updates (进展) units send.
import type { IsoDate } from "../calendar.ts";

export type Status = "not_started" | "on_track" | "at_risk" | "blocked" | "done";

export interface Quantity {
  /** In base units: 2.1万人 is 21000. */
  readonly value: number;
  readonly unit: string;
}

/** What of a reply is not certain, to be asked back. */
export type Doubt = "status" | "percent" | "figure" | "extension" | "forecast";

/** What a reply says, as the rules read it. `unsure` means: ask back, do not record. */
export interface StatusReading {
  readonly status: Status | null;
  /** 0–100, or null. */
  readonly percent: number | null;
  readonly quantities: readonly Quantity[];
  readonly needsCoordination: boolean;
  /** The date an extension is asked to. */
  readonly extensionTo: IsoDate | null;
  /** The day the whole task is expected to be done. */
  readonly forecast: IsoDate | null;
  readonly note: string;
  readonly unsure: boolean;
  /** Where it is unsure: about what. */
  readonly doubt?: Doubt;
  /** Set where a model helped: shown, so that the person looks twice. */
  readonly by?: "model";
}

/** What a model says of a reply that the rules are unsure of. Nothing of it counts before it was held against the words. */
export interface ReplyClaim {
  readonly status: Status | null;
  readonly percent: number | null;
  readonly quantities: readonly Quantity[];
  readonly needsCoordination: boolean;
  readonly extensionTo: string | null;
  readonly forecast: string | null;
}

/** What a lead's report was signed over (联合报送). */
export interface JointReply {
  /** Updates of supporting units. */
  readonly covers: readonly number[];
  /** Supporting units that had sent none by then. */
  readonly missing: readonly number[];
}

/** One recorded update; never changed afterwards. */
export interface StatusUpdate {
  readonly id: number;
  readonly taskId: number;
  readonly unitId: number;
  readonly author: string;
  readonly status: Status;
  readonly percent: number | null;
  readonly quantities: readonly Quantity[];
  readonly needsCoordination: boolean;
  readonly text: string;
  /** The day it was reported, in the office's time zone. */
  readonly on: IsoDate;
  /** Set where it is a joint reply. */
  readonly joint?: JointReply;
  /** It said "done", and the task was reopened afterwards: history, that answers and finishes nothing any more. */
  readonly undone?: boolean;
}

/** What an update says in figures: all a target needs to know of it. */
export type Figures = Pick<StatusUpdate, "id" | "taskId" | "unitId" | "quantities" | "on">;
