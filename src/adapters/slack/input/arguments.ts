// The words after a command → typed arguments. Pure; what cannot be read is refused with what would work.
import { addDays, type IsoDate, isIsoDate } from "../../../domain/calendar.ts";
import type { ContactRole } from "../../../domain/register/unit.ts";
import { Refusal } from "../../../errors.ts";
import { normalise } from "../../../reading/script.ts";
import { keyword, lacksArgument } from "./commands.ts";

/** A task's number as people write it: 21 · 第21项 · （二十一） · 责任分工·21 · 责任分工 21 is two words and no number. */
const TASK_REF = /^(?:[^\s·]+·)?第?[（(]?(?:\d{1,3}|[一二三四五六七八九十百零〇]{1,5})[）)]?[项項条條号號.．、]?$/;

/** 「21 已开156个班」 → ref "21" and the rest. Without a number in front, `ref` is null. */
export function splitTaskRef(text: string): { ref: string | null; rest: string } {
  const [, first = "", rest = ""] = /^([^\s:：，,]+)[\s:：，,]*([\s\S]*)$/.exec(text.trim()) ?? [];
  const ref = first
    .normalize("NFKC")
    .replace(/[项項条條号號.、]$/, "")
    .replace(/^第/, "");
  return TASK_REF.test(first.normalize("NFKC")) ? { ref, rest: rest.trim() } : { ref: null, rest: text.trim() };
}

/** 2026-12-15 · 2026年12月15日 · 12月15日 · 12-15. Without a year: the next such day from `today` on. */
export function parseDate(text: string, today: IsoDate): IsoDate {
  const thisYear = Number(today.slice(0, 4));
  return readDate(text, [thisYear, thisYear + 1], (date) => date >= today);
}

/** The same for days gone by as well as to come. Without a year: the one that is nearer to `today`. */
export function parseNearDate(text: string, today: IsoDate): IsoDate {
  const thisYear = Number(today.slice(0, 4));
  const from = addDays(today, -183);
  const to = addDays(today, 183);
  return readDate(text, [thisYear - 1, thisYear, thisYear + 1], (date) => from <= date && date <= to);
}

function readDate(text: string, yearsMeant: readonly number[], isMeant: (date: IsoDate) => boolean): IsoDate {
  const plain = normalise(text).replace(/\s+/g, "");
  const match = /^(?:(\d{4})[-年/.])?(\d{1,2})[-月/.](\d{1,2})[日号]?$/.exec(plain);
  if (!match) throw new Refusal("bad-date", { text });
  const [, year, month = "", day = ""] = match;
  const inYear = (y: number): IsoDate => `${y}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const years = year ? [Number(year)] : yearsMeant;
  const date = years.map(inYear).find((one) => isIsoDate(one) && (year !== undefined || isMeant(one)));
  if (date === undefined) throw new Refusal("bad-date", { text });
  return date;
}

const ROLES: readonly (readonly [ContactRole, readonly string[]])[] = [
  ["deputy", ["副", "副联络员", "deputy"]],
  ["head", ["负责人", "head"]],
  ["primary", ["主", "联络员", "primary"]],
];

/** 「市教育局 @某人 副」. The person may be a mention, `@name` or a name. */
export function parseContact(text: string): { unitName: string; person: string; role: ContactRole } {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const named = ROLES.find(([, names]) => names.includes(keyword(words.at(-1) ?? "")));
  const [unitName, ...person] = words.length > 2 && named ? words.slice(0, -1) : words;
  if (unitName === undefined || person.length === 0) {
    throw lacksArgument("contacts");
  }
  return { unitName, person: person.join(" "), role: words.length > 2 && named ? named[0] : "primary" };
}
