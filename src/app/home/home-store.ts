// The port to what the office's home page counts, kept as a projection: looking costs the same however many tasks there are.
import type { IsoDate } from "../../domain/calendar.ts";
import type { LightRow } from "../../domain/home/light-row.ts";

export interface LightCounts {
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
  readonly grey: number;
}

/** A section of a document, or a unit that leads. */
export interface CountedGroup extends LightCounts {
  /** Of a section: the document's short title and the section, "" where there is none. Of a unit: its name, and "". */
  readonly name: string;
  readonly section: string;
}

export interface OwingUnit {
  readonly name: string;
  /** Tasks on which its answer is outstanding, of those it speaks for. */
  readonly owing: number;
  readonly tasks: number;
}

export interface FailedDigest {
  readonly slackUser: string;
  /** The contact's name; null where nobody of that id is a contact any more. */
  readonly person: string | null;
  readonly unit: string | null;
  readonly date: IsoDate;
  readonly error: string | null;
}

/** Which rows of a list; `rest` of what comes back says whether there are more. */
export interface Span {
  readonly from: number;
  readonly most: number;
}

export interface Page<T> {
  readonly rows: readonly T[];
  readonly more: boolean;
}

export interface HomeStore {
  /** Tasks whose light is not of that day, or rests on facts that have changed: `most` of them, with the state they are in. */
  staleLights(today: IsoDate, most: number): Promise<readonly { readonly taskId: number; readonly version: number }[]>;
  /** Stores what was computed; not for a task that has changed since it was found with that `version`. */
  saveLights(rows: readonly (LightRow & { readonly version: number })[], today: IsoDate): Promise<void>;
  /** Every light is computed anew at the next look: rules or the calendar may have changed with the program. */
  forgetLights(): Promise<void>;
  allLights(): Promise<LightCounts>;
  /** The reddest first. */
  lightsBy(kind: "section" | "unit", span: Span): Promise<Page<CountedGroup>>;
  /** Ids of the tasks with a red light, in the order of the register. */
  redTasks(span: Span): Promise<Page<number>>;
  /** Who owes most, first. */
  owingUnits(span: Span): Promise<Page<OwingUnit>>;
  /** Digests of that day and later that were given up, the newest first. */
  failedDigests(since: IsoDate, span: Span): Promise<Page<FailedDigest>>;
  /** Units that speak for an open task and have nobody to write to. */
  unitsWithoutContact(span: Span): Promise<Page<string>>;
}
