// What the working calendar does not know, and what its files say wrongly, in words.
import { type CalendarRemark, type IsoDate, type WorkingCalendar, yearsUnannounced } from "../domain/calendar.ts";
import { say } from "./say.ts";

/** Remarks are told in so many lines; a wrong file would fill a screen. */
const REMARKS_SHOWN = 5;

/** The years from `from` to `to` (without it: in the coming half-year) that nobody has announced; null where all are. */
export function sayUnannounced(calendar: WorkingCalendar, from: IsoDate, to?: IsoDate): string | null {
  const years = yearsUnannounced(calendar, from, to);
  return years.length === 0 ? null : say("calendar.unannounced", { years: years.join(say("common.list-comma")) });
}

/** One line a remark, those on days gone by drawn together. */
export function sayCalendarRemarks(remarks: readonly CalendarRemark[]): string[] {
  const past = remarks.filter(({ kind }) => kind === "past");
  const other = remarks.filter(({ kind }) => kind !== "past");
  const rest = other.slice(REMARKS_SHOWN);
  const [first] = past;
  return [
    ...other.slice(0, REMARKS_SHOWN).map(sayRemark),
    ...(rest[0] ? [say("calendar.remark-more", { file: rest[0].file, count: rest.length })] : []),
    ...(first && past.length > 1 ? [say("calendar.remark-past-many", { file: first.file, count: past.length })] : []),
    ...(past.length === 1 ? past.map(sayRemark) : []),
  ];
}

function sayRemark({ kind, file, line, text, earlier = 0 }: CalendarRemark): string {
  switch (kind) {
    case "repeated":
    case "contradicted":
      return say(`calendar.remark-${kind}`, { file, line, earlier, text });
    case "unreadable":
    case "past":
      return say(`calendar.remark-${kind}`, { file, line, text });
    default:
      return kind satisfies never;
  }
}
