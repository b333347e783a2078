// Everything about one task, as its page shows it.

import type { TaskCard } from "../../domain/answers/answer.ts";
import type { IsoDate } from "../../domain/calendar.ts";
import type { KeptDate } from "../../domain/register/due-dates.ts";
import type { TaskState, TaskVersion } from "../../domain/register/task.ts";
import type { TaskReceipts } from "../../domain/reminders/receipt.ts";
import type { JointView } from "../../domain/status/joint/joint-reply.ts";
import type { Request } from "../../domain/status/request.ts";
import type { RollUp } from "../../domain/status/roll-up.ts";
import type { StatusUpdate } from "../../domain/status/status.ts";
import type { TrailView } from "../../domain/status/targets/figure-trail.ts";
import type { Actual } from "../../domain/status/targets/target-actual.ts";
import type { MeetingDecision, Reopening } from "./task-history.ts";

interface TargetOnPage {
  readonly text: string;
  /** What counts towards it; null or absent where no figure has come. */
  readonly actual?: Actual | null;
  /** What the figure counts. */
  readonly unit?: string;
}

export interface TaskPage {
  readonly card: TaskCard;
  readonly state: TaskState;
  /** Whether who looks at it may report on it. */
  readonly mayReport: boolean;
  readonly targets: readonly TargetOnPage[];
  /** Of all meetings, the newest first. */
  readonly decisions?: readonly MeetingDecision[];
  readonly agendas?: readonly { readonly date: IsoDate; readonly topic: string }[];
  /** That an open task was reopened, the last time. */
  readonly reopened?: Reopening | null;
  /** Earliest first; empty for an open task whose dates stand as they were. */
  readonly dates?: readonly KeptDate[];
  readonly deadlines: readonly { readonly text: string; readonly due: IsoDate | null }[];
  readonly updates: readonly (StatusUpdate & { readonly unitName: string })[];
  readonly requests: readonly (Request & { readonly unitName: string })[];
  /** What the task said in earlier versions of its document, where that was something else; the newest first. */
  readonly versions?: readonly TaskVersion[];
  /** The joint reply of the running period. */
  readonly joint?: JointView | null;
  /** Who of several that answer together has answered. */
  readonly rollUps: readonly RollUp[];
  /** Of an open task: which units have accepted it. */
  readonly receipts?: TaskReceipts;
  /** Files that came with its updates; 0 for who may not have them. */
  readonly evidence: number;
  /** Links in the words of its updates; they count as evidence. */
  readonly links?: readonly string[];
  /** Figures that were corrected, with the first value, and those that disagree. */
  readonly trails?: readonly TrailView[];
}
