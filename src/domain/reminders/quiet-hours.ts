// Quiet hours (免打扰时段): when no message goes out, and when it may again.
import { Temporal } from "temporal-polyfill";
import type { QuietHours } from "./policy.ts";

/** A time of day, "HH:MM". */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** From `from` on and before `to`; over midnight where `from` is the later one. Times are "HH:MM". */
export function isQuietAt(time: string, { from, to }: QuietHours): boolean {
  return from < to ? from <= time && time < to : from <= time || time < to;
}

/**
 * When a message may go out: null = now. Otherwise the instant at which the quiet hours end, on the clocks of `timeZone`
 * (IANA name): where a clock is put forward over that time, the first instant after the gap.
 */
export function quietUntil(now: Date, timeZone: string, hours: QuietHours | null): Date | null {
  if (hours === null) return null;
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  if (!isQuietAt(time, hours)) return null;
  const day = time < hours.to ? local.toPlainDate() : local.toPlainDate().add({ days: 1 });
  // Where a clock is put back, the hour comes twice: the second one ends the quiet.
  const end = day.toPlainDateTime(hours.to).toZonedDateTime(timeZone, { disambiguation: "later" });
  return new Date(end.epochMilliseconds);
}
