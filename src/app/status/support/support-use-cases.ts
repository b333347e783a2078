// The two stages as the listeners see them: what supporting units have answered, and urging those that have not.
import type { IsoDate } from "../../../domain/calendar.ts";
import type { JointView } from "../../../domain/status/joint/joint-reply.ts";
import type { SupportView } from "../../../domain/status/joint/support.ts";
import type { Actor } from "../../ports.ts";

/** A task by its number, or by the id in a button. */
export type TaskMeant = { readonly ref: string } | { readonly taskId: number };

/** A lead signs over what it was shown of its supporting units' answers: none newer than `upTo`. */
export interface JointSignature {
  readonly upTo: number;
}

interface NamedTask {
  readonly taskId: number;
  readonly taskName: string;
  readonly title: string;
}

/** An urge as it is shown: who, when, whom, and who of them has answered since. */
export interface UrgeView {
  readonly on: IsoDate;
  /** The lead unit; "" = the office. */
  readonly unitName: string;
  readonly replied: readonly string[];
  readonly silent: readonly string[];
  /** Nobody speaks for them: the office was told instead. */
  readonly office: readonly string[];
}

export interface SupportPage extends NamedTask {
  /** By when supporting units are to answer, and how many working days are left; null where nothing is asked. */
  readonly due: { readonly date: IsoDate; readonly daysLeft: number } | null;
  readonly support: SupportView;
  readonly urged: UrgeView | null;
  readonly joint: JointView | null;
  /** The asker may urge, and there is somebody to be urged. */
  readonly mayUrge: boolean;
  /** The asker reports for a lead. */
  readonly leads: boolean;
}

/** What was done, by units. */
export interface Urged extends NamedTask {
  /** Set where the task was urged today already: nothing was done. */
  readonly before: UrgeView | null;
  /** Sent at once. */
  readonly now: readonly string[];
  /** With the digest of `digestOn`. */
  readonly digest: readonly string[];
  readonly digestOn: IsoDate;
  /** Nobody speaks for them; the office was told. */
  readonly office: readonly string[];
}

export interface SupportUseCases {
  /** For the task's units and secretaries. Throws `unknown-task`, `ambiguous-task`, `not-of-task` or `no-supporting`. */
  showSupport(input: { task: TaskMeant; by: Actor }): Promise<SupportPage>;
  /** What a lead that is about to report is shown; null where the person does not lead the task, or nobody supports it. */
  supportBrief(input: { taskId: number; by: Actor }): Promise<SupportView | null>;
  /**
   * By a lead's contact or a secretary, once a day. Throws `unknown-task`, `ambiguous-task`, `closed-task`, `lead-only`, `no-supporting`,
   * `nothing-asked` or `nobody-missing`.
   */
  urgeUnits(input: { task: TaskMeant; by: Actor }): Promise<Urged>;
}
