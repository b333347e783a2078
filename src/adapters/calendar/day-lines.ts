// The lines of a calendar file: a date and what it is. What cannot be read is told by its line, and the rest holds.
import { type CalendarRemark, type IsoDate, isIsoDate } from "../../domain/calendar.ts";
import { Refusal } from "../../errors.ts";

/** More bad lines than this, and it is some other kind of file. */
const MOST_UNREADABLE = 100;

const LONGEST_SHOWN = 40;

export interface DayLines {
  /** True = working day. Of several lines on a day the last one holds. */
  readonly days: ReadonlyMap<IsoDate, boolean>;
  remarks(today: IsoDate): CalendarRemark[];
}

/** `readKind`: what the words after a date mean (true = working day), or null where they cannot be read. */
export interface LineFormat {
  readonly file: string;
  readKind(words: string): boolean | null;
  /** Takes a line that holds no date; false where it cannot be read. */
  readOther?(entry: string): boolean;
}

/**
 * Lines like `2027-02-06 休`; `#` starts a comment.
 * @throws Refusal "calendar-file-unreadable" where next to nothing of it can be read
 */
export function readDayLines(text: string, format: LineFormat): DayLines {
  const days = new Map<IsoDate, boolean>();
  const lineOf = new Map<IsoDate, { line: number; text: string }>();
  const remarks: CalendarRemark[] = [];
  let unreadable = 0;
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  for (const [index, whole] of lines.entries()) {
    const entry = whole.replace(/[#＃].*$/, "").trim();
    if (entry === "") continue;
    const here = { line: index + 1, text: whole.trim().slice(0, LONGEST_SHOWN) };
    const { date, working } = readLine(entry, format);
    if (date === null) {
      if (format.readOther?.(entry)) continue;
      unreadable += 1;
      if (unreadable > MOST_UNREADABLE) throw new Refusal("calendar-file-unreadable", { file: format.file });
      remarks.push({ file: format.file, kind: "unreadable", ...here });
      continue;
    }
    const earlier = lineOf.get(date);
    if (earlier !== undefined) {
      const kind = days.get(date) === working ? "repeated" : "contradicted";
      remarks.push({ file: format.file, kind, ...here, earlier: earlier.line });
    }
    days.set(date, working);
    lineOf.set(date, here);
  }
  return {
    days,
    remarks: (today) => [
      ...remarks,
      ...[...lineOf].flatMap(([date, here]) =>
        date < today ? [{ file: format.file, kind: "past" as const, ...here }] : [],
      ),
    ],
  };
}

function readLine(
  entry: string,
  format: LineFormat,
): { date: IsoDate; working: boolean } | { date: null; working: null } {
  const [, date = "", words = ""] = /^(\S+)(?:\s+(.+))?$/.exec(entry) ?? [];
  const working = isIsoDate(date) ? format.readKind(words.trim()) : null;
  return working === null ? { date: null, working: null } : { date, working };
}
