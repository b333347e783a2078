// Prepares a chat reply for reading: one script, no chat markup, dates replaced by marks, cut into clauses.
import type { IsoDate } from "../../domain/calendar.ts";
import { type FoundDate, findDatePhrases } from "../date-phrase.ts";
import { normalise } from "../script.ts";

/** Stands for a date that limits (12月底前); no reply contains these characters. */
export const LIMIT = "◇";
/** Stands for any other date. */
export const DAY = "◆";

const READ_AT_MOST = 4000;

export interface ReplyText {
  /** Simplified, lower case, figures without thousands separators. */
  readonly plain: string;
  readonly dates: readonly FoundDate[];
  /** `plain` without its dates, cut at punctuation. */
  readonly clauses: readonly string[];
  readonly asks: boolean;
}

export function prepareReply(text: string, today: IsoDate): ReplyText {
  const plain = normalise(withoutMarkup(text.slice(0, READ_AT_MOST)))
    .toLowerCase()
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, "")
    .trim();
  const dates = findDatePhrases(plain, today);
  const masked = maskDates(plain, dates);
  const clauses = masked
    .split(/[,;。!?\n]|\.(?!\d)/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");
  return { plain, dates, clauses, asks: /\?|吗$|吗[,。]|是否|何时|什么时候/.test(plain) };
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

function maskDates(text: string, dates: readonly FoundDate[]): string {
  let masked = "";
  let from = 0;
  for (const date of dates) {
    masked += text.slice(from, date.start) + (/[前内底末终]$|^by /.test(date.text) ? LIMIT : DAY);
    from = date.end;
  }
  return masked + text.slice(from);
}
