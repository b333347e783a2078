// The register as one value: everything the rules need to know, loaded once per use case.

import type { IsoDate } from "../calendar.ts";
import type { Decision, Meeting } from "../meetings/meeting.ts";
import type { Request } from "../status/request.ts";
import type { Figures, StatusUpdate } from "../status/status.ts";
import type { Occurrence } from "./deadline.ts";
import type { SourceDocument, Task } from "./task.ts";
import type { Unit } from "./unit.ts";

export interface Register {
  readonly documents: readonly SourceDocument[];
  readonly tasks: readonly Task[];
  readonly units: ReadonlyMap<number, Unit>;
  /** Open occurrences only. */
  readonly occurrences: readonly Occurrence[];
  /** The newest update of each unit for each task. */
  readonly latestUpdates: readonly StatusUpdate[];
  /** The newest update of each unit for each task that has a figure, for each thing that is counted: 个, 人, %. */
  readonly figures: readonly Figures[];
  readonly requests: readonly Request[];
  /** By date, earliest first. */
  readonly meetings: readonly Meeting[];
  readonly decisions: readonly Decision[];
  /** The day it reads on: that of the groups' members and of who is away. Absent where no day was asked for. */
  readonly day?: IsoDate;
  /**
   * Tasks whose number another document in force has too. Only where not all tasks are here: among all of them it shows by
   * itself.
   */
  readonly sharingNumbers?: ReadonlySet<number>;
}
