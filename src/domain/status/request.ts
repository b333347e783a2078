// Requests (申请) that come with an update: an extension, or closure.
import type { IsoDate } from "../calendar.ts";

export interface Request {
  readonly id: number;
  readonly taskId: number;
  readonly unitId: number;
  readonly kind: "extension" | "closure";
  readonly reason: string;
  readonly proposedDate: IsoDate | null;
  readonly requestedOn: IsoDate;
  /** Of an approved extension, in a task's history: until when. */
  readonly approvedDate?: IsoDate;
  readonly state: "pending" | "approved" | "sent_back";
}
