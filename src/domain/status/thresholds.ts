// The thresholds of lights and figures, all in this one table.
export const THRESHOLDS = {
  /** Due within so many working days: a task without a report, or far from done, turns yellow. */
  nearDueWorkingDays: 10,
  /** Near its due date a task below this percentage is behind. */
  nearDuePercent: 80,
  /** The pace line counts once so many percent of the period have passed: before that one report more or less is chance. */
  pacePercent: 25,
  /** Below these shares of what the pace line asks for, a target is yellow and red. */
  paceYellow: 0.8,
  paceRed: 0.5,
  /** Figures of two units that are further apart than this many days were not meant to be the same: the later one has grown. */
  sameRoundDays: 31,
};
