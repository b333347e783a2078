// Cuts words to search for into segments: known synonyms whole, everything else in character pairs.
import { SEARCH_SYNONYMS } from "./search-synonyms.ts";

export interface Segment {
  readonly text: string;
  /** Other words that mean the same; empty where none are known. */
  readonly forms: readonly string[];
}

const FORMS = new Map<string, readonly string[]>(
  SEARCH_SYNONYMS.flatMap(([asked, written]) => asked.map((word) => [word, written] as const)),
);
const KNOWN = new RegExp([...FORMS.keys()].sort((a, b) => b.length - a.length).join("|"), "g");

/** Runs of Chinese characters, split at known synonyms; figures and Latin words stay whole. */
export function segmentsOf(terms: string): Segment[] {
  return runsOf(terms).flatMap((run) => {
    const segments: Segment[] = [];
    let from = 0;
    for (const match of run.matchAll(KNOWN)) {
      if (match.index > from) segments.push({ text: run.slice(from, match.index), forms: [] });
      segments.push({ text: match[0], forms: FORMS.get(match[0]) ?? [] });
      from = match.index + match[0].length;
    }
    if (from < run.length) segments.push({ text: run.slice(from), forms: [] });
    return segments;
  });
}

/** Index terms of a text: character pairs of Chinese runs (a run of one stays itself), other words whole. */
export function tokensOf(text: string): string[] {
  return runsOf(text).flatMap((run) => (isHan(run) && run.length > 1 ? pairsOf(run) : [run]));
}

export function pairsOf(run: string): string[] {
  return Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));
}

export function isHan(run: string): boolean {
  return /^\p{Script=Han}/u.test(run);
}

function runsOf(text: string): string[] {
  return text.match(/\p{Script=Han}+|[a-z]+|\d+(?:\.\d+)?/gu) ?? [];
}
