// Prepares a chat reply for reading: one script, no chat markup, dates replaced by marks, cut into clauses.
import { addDays, type IsoDate } from "../../domain/calendar.ts";
import { type FoundDate, findDatePhrases } from "../date-phrase.ts";
import { normalise } from "../script.ts";

/** Stands for a date that lies ahead or limits (12月底前); these characters are taken out of every reply. */
export const LIMIT = "◇";
/** Stands for any other date. */
export const DAY = "◆";

const MARK = new RegExp(`[${LIMIT}${DAY}]`, "g");
const READ_AT_MOST = 4000;
/** 12 月 18 日, 7 成 2, 完成 3/4: the spaces that phones put around figures. */
const SPACED_FIGURE = /(?<=\d) (?=[年月日号时%成])|(?<=[年月日成至到约共近] ?) (?=\d)|(?<=完成了?) (?=\d)/g;

export interface ReplyText {
  /** Simplified, lower case, figures without thousands separators. */
  readonly plain: string;
  readonly dates: readonly FoundDate[];
  /** `plain` cut at punctuation, each date a mark. */
  readonly clauses: readonly string[];
  /** The dates of each clause, in its order. */
  readonly datesOf: readonly (readonly FoundDate[])[];
  readonly asks: boolean;
}

export function prepareReply(text: string, today: IsoDate): ReplyText {
  const plain = normalise(withoutMarkup(withoutControls(text.slice(0, READ_AT_MOST))))
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, "")
    .replace(SPACED_FIGURE, "")
    .trim();
  const dates = findDatePhrases(plain, today);
  const masked = maskDates(plain, dates, today);
  const clauses = masked
    .split(/[,;。!?\n]|\.(?!\d)/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
  return {
    plain,
    dates,
    clauses,
    datesOf: shareOut(dates, clauses),
    asks: /\?|吗$|吗[,。]|是否|何时|什么时候/.test(plain),
  };
}

/** Without what nobody sees (controls, zero-width and direction marks) and without the characters that stand for dates. */
function withoutControls(text: string): string {
  return text
    .replace(/\t/g, " ")
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Co}]/gu, "")
    .replace(MARK, "");
}

/** Without mentions, links, emoji codes, formatting and quoted lines. */
function withoutMarkup(text: string): string {
  return text
    .split("\n")
    .filter((line) => !/^\s*(?:>|&gt;)/.test(line))
    .join("\n")
    .replace(/<[@#!][^>]{0,80}>|<https?:[^>]{0,400}>/g, " ")
    .replace(/(?<![\d:]):[a-z_+-][a-z0-9_+-]{0,40}:/g, " ")
    .replace(/[*`~]/g, "");
}

function maskDates(text: string, dates: readonly FoundDate[], today: IsoDate): string {
  let masked = "";
  let from = 0;
  for (const date of dates) {
    const ahead = "date" in date && date.date > today && !mayBePast(date, today);
    // 国庆前就竣工了 is over.
    const over = ("ambiguous" in date || mayBePast(date, today)) && text.startsWith("就", date.end);
    const limits = !over && (ahead || /[前内底末终]$|^by /.test(date.text));
    masked += text.slice(from, date.start) + (limits ? LIMIT : DAY);
    from = date.end;
  }
  return masked + text.slice(from);
}

/** Half a year: 11月3日 said in late November is this year's, although the next one lies ahead. */
const FAR = 183;

/** True of a day without its year that lies so far ahead that the last one may be meant. */
export function mayBePast(date: FoundDate, today: IsoDate): boolean {
  return "date" in date && date.date > addDays(today, FAR) && !/\d{4}|[明后]年|next year/.test(date.text);
}

/** Every date left one mark, and the marks stand in the order of the dates. */
function shareOut(dates: readonly FoundDate[], clauses: readonly string[]): FoundDate[][] {
  let next = 0;
  return clauses.map((clause) => {
    const from = next;
    next += clause.match(MARK)?.length ?? 0;
    return dates.slice(from, next);
  });
}
