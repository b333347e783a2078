// Deadlines as documents state them: 到2025年, 2026年10月底前, 每季度, 年内, 长期坚持. The phrases are in `deadline-patterns.ts`.
import type { DeadlineRule } from "../../../domain/register/deadline.ts";
import {
  DEADLINE_PATTERNS,
  type DeadlinePattern,
  FIELD_PATTERNS,
  STANDING,
  STANDING_FIELD,
  type YearContext,
} from "./deadline-patterns.ts";
import { phrasesOf } from "./sentences.ts";

/** What a time column says and no rule understands (尽快) is kept in so many characters. */
const LONGEST_WORDS = 40;

/**
 * The deadlines of a task, from its words and from what a time column or a notation says (`field`, "" for none); both are mirrors.
 * What is paid every year is no deadline. A task without any date gets exactly one undated rule, with the words that say so.
 */
export function readDeadlines(plain: string, field: string, context: YearContext): DeadlineRule[] {
  const stated = field === "" ? [] : readPhrase(field, context, [...FIELD_PATTERNS, ...DEADLINE_PATTERNS], true);
  const inText = phrasesOf(plain)
    .filter((phrase) => !phrase.ofPayment)
    .flatMap((phrase) => readPhrase(phrase.text, context, DEADLINE_PATTERNS, false));
  const rules = [...stated, ...inText];
  const dated = distinct(rules.filter((rule) => rule.kind !== "undated"));
  if (dated.length > 0) return dated;
  const words =
    rules[0]?.text ?? STANDING_FIELD.exec(field)?.[0] ?? STANDING.exec(plain)?.[0] ?? field.slice(0, LONGEST_WORDS);
  return [{ kind: "undated", due: null, everyMonths: null, day: null, text: words }];
}

/** The period a phrase gives its figures: "annual", "by YYYY-MM-DD", or null. */
export function readPeriod(phrase: string, context: YearContext): string | null {
  const rules = readPhrase(phrase, context, DEADLINE_PATTERNS, false);
  if (rules.some((rule) => rule.kind === "annual")) return "annual";
  const by = rules.find((rule) => rule.kind === "by");
  return by?.due ? `by ${by.due}` : null;
}

function readPhrase(
  phrase: string,
  context: YearContext,
  patterns: readonly DeadlinePattern[],
  bare: boolean,
): DeadlineRule[] {
  const found: { readonly at: number; readonly rule: DeadlineRule }[] = [];
  let left = phrase;
  for (const { pattern, read } of patterns) {
    for (const match of left.matchAll(pattern)) {
      const reading = read(match.groups ?? {}, context, bare);
      if (reading) found.push({ at: match.index, rule: { ...reading, text: match[0] } });
      // What one pattern has matched, the next must not see.
      left = left.slice(0, match.index) + "　".repeat(match[0].length) + left.slice(match.index + match[0].length);
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ rule }) => rule);
}

function distinct(rules: readonly DeadlineRule[]): DeadlineRule[] {
  return [
    ...new Map(
      rules.map((rule) => [`${rule.kind} ${rule.due} ${rule.everyMonths} ${rule.day} ${rule.month}`, rule]),
    ).values(),
  ];
}
