// When the whole task is expected to be done: 预计12月20日前办结, 年底前可完成, expected by Dec 20.
import type { IsoDate } from "../../domain/calendar.ts";
import { completesTheWhole, readCompletion } from "./completion.ts";
import { DAY, LIMIT, mayBePast, type ReplyText } from "./reply-text.ts";

export interface ForecastReading {
  readonly date: IsoDate | null;
  /** True where two days are named for one end: 12月20日或者25日完成. */
  readonly doubtful: boolean;
}

/** A clause that is a date and little else belongs to the verb of the next: 预计年底前，全部完成. */
const BARE_DATE = new RegExp(`^(?:预计|计划|力争|争取|确保|将|可|能|于|在|到)*[${LIMIT}${DAY}]$`);
/** Words that leave no doubt that the day is to come. */
const AHEAD = /预[计期]|计划|力争|争取|将|拟|能|可|确保|保证|有望|\b(?:expect|will|should|plan|can)/;
export const ORIGINALLY = /原[定计拟]|原本|本应|\b(?:originally|was (?:due|to))\b/;

/**
 * The last day a completion of the whole task is said to lie ahead. A part (完成招标), a past day and a day that is not
 * certain (预计12月完成) are no forecast.
 */
export function readForecast({ clauses, datesOf }: ReplyText, today: IsoDate): ForecastReading {
  const days: IsoDate[] = [];
  let doubtful = false;
  clauses.forEach((clause, i) => {
    if (ORIGINALLY.test(clause) || readCompletion(clause) !== "forecast" || !completesTheWhole(clause)) return;
    const before = BARE_DATE.test(clauses[i - 1] ?? "") ? (datesOf[i - 1] ?? []) : [];
    const own = datesOf[i] ?? [];
    const said = own.length > 0 ? own : before;
    if (said.some((d) => mayBePast(d, today)) && !AHEAD.test(clause)) doubtful = true;
    const ahead = said.flatMap((d) => ("date" in d && d.date >= today ? [d.date] : []));
    if (new Set(ahead).size > 1) doubtful = true;
    days.push(...ahead.slice(-1));
  });
  return { date: doubtful ? null : (days.sort().at(-1) ?? null), doubtful };
}
