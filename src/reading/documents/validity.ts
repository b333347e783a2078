// How long a document is in force: 有效期至2028年12月31日, 有效期5年, 有效期 長期.
import { addDays, type IsoDate, isIsoDate } from "../../domain/calendar.ts";
import { parseChineseNumber } from "../chinese-number.ts";
import { addMonths } from "../dates/date-arithmetic.ts";

const UNTIL =
  /有效期(?:限)?[ :为]{0,3}(?:(?:截止?|延长)?(?:自[^,。;]{0,20})?[至到] ?)?(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})|有效期[^。;]{0,12}?[至到] ?(\d{4})年(?:底|末)/;
const FOR = /有效期(?:限)?[ :为]{0,3}([\d一二三四五六七八九十两]{1,3}) ?年/;
const FROM = /自 ?(\d{4})年(\d{1,2})月(\d{1,2})日起(?:施行|实施|执行)/;

/** The last day; null where no line (mirrors) says one. Years count from the day the document takes effect, else from its date. */
export function readValidity(lines: readonly string[], date: IsoDate | null): IsoDate | null {
  for (const line of lines) {
    const at = line.indexOf("有效期");
    if (at < 0) continue;
    const words = line.slice(at, at + 80);
    const until = UNTIL.exec(words);
    if (until) return until[4] ? `${until[4]}-12-31` : dateOf(until.slice(1, 4));
    const years = parseChineseNumber(FOR.exec(words)?.[1] ?? "");
    const from = dateOf(FROM.exec(line.slice(Math.max(0, at - 80), at + 80))?.slice(1, 4)) ?? date;
    if (years !== null && from !== null) return addDays(addMonths(from, years * 12), -1);
  }
  return null;
}

function dateOf(parts: readonly (string | undefined)[] | undefined): IsoDate | null {
  if (!parts) return null;
  const [year = "", month = "", day = ""] = parts;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(date) ? date : null;
}
