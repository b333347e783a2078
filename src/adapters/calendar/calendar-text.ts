// Reads a calendar file as text, and only what can be one: it is small, it is a file, it is text.
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { Refusal } from "../../errors.ts";

/** A line a day for more than ten years. */
const MOST_KILOBYTES = 256;

/**
 * UTF-8, or GB 18030 as Windows saves it. Null where there is no such file.
 * @throws Refusal "calendar-file-too-large" · "calendar-file-unreadable" (a folder, a device, not text)
 */
export function readCalendarText(file: string): string | null {
  const name = path.basename(file);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  // A device has no size and no end.
  if (!stat.isFile()) throw new Refusal("calendar-file-unreadable", { file: name });
  if (stat.size > MOST_KILOBYTES * 1024) {
    throw new Refusal("calendar-file-too-large", { file: name, kilobytes: MOST_KILOBYTES });
  }
  const bytes = readFileSync(file);
  if (bytes.includes(0)) throw new Refusal("calendar-file-unreadable", { file: name });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
