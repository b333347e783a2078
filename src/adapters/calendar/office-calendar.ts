// The office's working days, from what its data folder holds.
import path from "node:path";
import type { WorkingCalendar } from "../../domain/calendar.ts";
import { Refusal } from "../../errors.ts";
import { readCalendarText } from "./calendar-text.ts";
import { createChineseCalendar, OVERRIDES_FILE } from "./chinese-calendar.ts";
import { createRegionCalendar } from "./region-calendar.ts";

/** A list of days off by this name in the data folder takes the place of mainland China's. */
const HOLIDAYS_FILE = "holidays.txt";

/**
 * Mainland China's days, or those of `holidays` (or `holidays.txt` in the folder); `calendar.txt` in the folder wins over both.
 * @throws Refusal "config-invalid" where the named list is missing, "calendar-file-too-large", "calendar-file-unreadable"
 */
export function openOfficeCalendar(folder: string, holidays: string | null): WorkingCalendar {
  const overrides = readCalendarText(path.join(folder, OVERRIDES_FILE)) ?? "";
  const file = holidays ?? path.join(folder, HOLIDAYS_FILE);
  const list = readCalendarText(file);
  if (list !== null) return createRegionCalendar(list, path.basename(file), overrides);
  if (holidays !== null)
    throw new Refusal("config-invalid", { name: "LIANXI_HOLIDAYS", why: "no-file", file: holidays });
  return createChineseCalendar(overrides);
}
