// Units with their dates, and why a line of a list was not taken: the same in chat and in the terminal.
import type { IsoDate } from "../domain/calendar.ts";
import type { BadLine } from "../reading/member-list.ts";
import { say, sayShortDate } from "./say.ts";

/** 甲县（2019年1月1日至2024年6月30日）; the name alone where no day is known. */
export function sayPeriod(name: string, { from, to }: { from: IsoDate | null; to: IsoDate | null }): string {
  if (from !== null && to !== null) {
    return say("units.period-both", { name, from: sayShortDate(from, null), to: sayShortDate(to, null) });
  }
  if (from !== null) return say("units.period-from", { name, from: sayShortDate(from, null) });
  return to === null ? name : say("units.period-to", { name, to: sayShortDate(to, null) });
}

/** 2018年12月31日以前. Null where neither day is given. */
export function sayAliasPeriod({ from, to }: { from: IsoDate | null; to: IsoDate | null }): string | null {
  if (from !== null && to !== null) {
    return say("units.alias-period-both", { from: sayShortDate(from, null), to: sayShortDate(to, null) });
  }
  if (from !== null) return say("units.alias-period-from", { from: sayShortDate(from, null) });
  return to === null ? null : say("units.alias-period-to", { to: sayShortDate(to, null) });
}

/** 第 3 行「合计」：没有读到单位名称. `text`: already cut. */
export function sayBadLine({ line, why }: BadLine, text: string): string {
  return say("units.members-bad-line", { line, text, why: say(`units.bad-${why}`) });
}

/** 市教育局张三. A name that begins with the unit's stands alone; who is not known by name is the unit. */
export function sayPerson(unit: string, name: string | null): string {
  return name === null ? unit : name.startsWith(unit) ? name : `${unit}${name}`;
}
