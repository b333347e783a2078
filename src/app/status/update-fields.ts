// What a report says, field by field, however it was given.
import type { IsoDate } from "../../domain/calendar.ts";
import type { Status, StatusReading } from "../../domain/status/status.ts";

export interface UpdateFields {
  /** Null: read from the text, as a supporting unit's form does not ask for it. */
  readonly status: Status | null;
  readonly percent: number | null;
  readonly quantities?: StatusReading["quantities"];
  readonly needsCoordination: boolean;
  readonly extensionTo: IsoDate | null;
  /** Figures in words, where a form asks for them apart: "156 个、4200 人". They are kept behind the text. */
  readonly figures?: string;
  /** Absent: read from `text`, like the quantities. */
  readonly forecast?: IsoDate | null;
  readonly text: string;
}
