// The shape of a row of the table of replies, short enough to be read beside the reply.
import { statusOf } from "../../../../src/domain/status/recordable.ts";
import type { Status, StatusReading } from "../../../../src/domain/status/status.ts";

/** What is not named must not be read: no percent, no figures, no request, no forecast. */
export interface Wanted {
  /** As it is shown to the person; without it the words say nothing about the status. */
  readonly is?: Status;
  readonly percent?: number;
  /** "156个 21000人", in order. */
  readonly counts?: string;
  readonly help?: true;
  readonly until?: string;
  readonly forecast?: string;
}

/** `ask`: nothing certain can be read, and it must be asked back. */
export type Row = readonly [reply: string, wanted: Wanted | "ask"];

export type Verdict = "right" | "asked" | "wrong";

/** asked: not what is wanted, but marked unsure; wrong: not what is wanted, and taken for certain. */
export function judge(reading: StatusReading, wanted: Wanted | "ask"): Verdict {
  if (wanted === "ask") return reading.unsure ? "right" : "wrong";
  const same =
    (wanted.is === undefined ? reading.status === null : statusOf(reading) === wanted.is) &&
    reading.percent === (wanted.percent ?? null) &&
    reading.quantities.map((q) => `${q.value}${q.unit}`).join(" ") === (wanted.counts ?? "") &&
    reading.needsCoordination === (wanted.help ?? false) &&
    reading.extensionTo === (wanted.until ?? null) &&
    reading.forecast === (wanted.forecast ?? null);
  if (same && !reading.unsure) return "right";
  return reading.unsure ? "asked" : "wrong";
}
