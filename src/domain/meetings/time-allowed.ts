// Minutes per item (时间安排), so that a register of some sixty tasks still fits a half-day meeting.
import type { Light } from "../status/light.ts";

export const TIME_ALLOWED = {
  previousDecision: 2,
  overall: 10,
  /** Figures of single targets go with the overall report: in writing. */
  target: 0,
  /** Overdue or blocked: there is something to explain. */
  redReport: 5,
  yellowReport: 3,
  /** Nothing was sent in: why, and by when. */
  missingReport: 2,
  greenReport: 1,
  coordination: 5,
  naming: 1,
  standingTopic: 5,
  request: 2,
  confirmation: 1,
};

/** What half a day leaves for talk. */
export const HALF_DAY_MINUTES = 210;

/** Minutes for a lead's report, by the need its light shows. */
export function reportMinutes({ colour, reason }: Light): number {
  if (reason.code === "report-overdue") return TIME_ALLOWED.missingReport;
  switch (colour) {
    case "red":
      return TIME_ALLOWED.redReport;
    case "yellow":
      return TIME_ALLOWED.yellowReport;
    case "grey":
      return TIME_ALLOWED.missingReport;
    case "green":
      return TIME_ALLOWED.greenReport;
    default:
      return colour satisfies never;
  }
}
