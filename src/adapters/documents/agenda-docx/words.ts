// The sentences the paper takes from `text/`; its own notation (附件, 列入原因) it has itself.
import type { IsoDate } from "../../../domain/calendar.ts";
import type { Reason } from "../../../domain/reason.ts";
import type { Status } from "../../../domain/status/status.ts";

export interface PaperWords {
  /** `today`: dates of that year are said without it. */
  sayReason(reason: Reason, today: IsoDate): string;
  /** 推进中, or 推进中 60%. */
  sayStatus(status: Status, percent: number | null): string;
}
