// The twice-yearly meeting (会议), which is the clock of undated tasks.
import type { IsoDate } from "../calendar.ts";

export interface Meeting {
  readonly id: number;
  readonly date: IsoDate;
  /** The lead units' cut-off: reports are due and dates are frozen from here on. */
  readonly cutOff: IsoDate;
  /** The supporting units' earlier cut-off. */
  readonly supportingCutOff: IsoDate;
  readonly state: "planned" | "held";
}

/** Of an agenda, by the chair. */
export interface Approval {
  readonly by: string;
  readonly on: IsoDate;
}

/** What an earlier meeting decided (议定事项). */
export interface Decision {
  readonly id: number;
  readonly meetingId: number;
  readonly text: string;
  readonly unitId: number | null;
  readonly dueDate: IsoDate | null;
  readonly taskId: number | null;
}
