// One numbered clause and what is gathered for it: its words, and who it says is responsible.
import { join, type Paragraph, type Passage, slice, trim } from "../blocks/blocks.ts";
import { outerBrackets } from "../blocks/brackets.ts";
import { assigns, type Notation, notationStart, readNotation } from "../notation.ts";

/** Words and the notations behind them. A clause with several says several things of several units. */
export interface Segment {
  readonly words: Passage[];
  readonly notations: Notation[];
  /** Whether the notation stands at a sentence's end, so that what follows is something else. */
  closed: boolean;
}

export interface Clause {
  readonly level: number;
  readonly number: number;
  /** In Arabic numerals: "3", "1.1". */
  readonly ref: string;
  /** The number as printed: "（二十一）". */
  readonly label: string;
  readonly parent: Clause | null;
  readonly children: Clause[];
  /** Heading and body, without number and without what says who is responsible. */
  readonly paragraphs: Passage[];
  readonly notations: Notation[];
  readonly segments: Segment[];
  /** The paragraphs it is made of. */
  readonly sources: Paragraph[];
}

export function newClause(head: Pick<Clause, "level" | "number" | "ref" | "label" | "parent">): Clause {
  return { ...head, children: [], paragraphs: [], notations: [], segments: [], sources: [] };
}

/** Cuts out what says who is responsible and keeps the rest as words of the clause. */
export function addParagraph(clause: Clause, text: Passage): void {
  const kept: Passage[] = [];
  let from = 0;
  for (const { start, end, inner } of outerBrackets(text)) {
    const notation = readNotation(inner);
    if (!notation) continue;
    const words = slice(text, from, notation.holdsMore ? end : start);
    kept.push(take(clause, words, notation, endsSentence(text, start, end)));
    from = end;
  }
  kept.push(take(clause, slice(text, from), null, true));
  const own = trim(join(kept, ""));
  if (own.plain !== "" && own.plain !== "。") clause.paragraphs.push(own);
}

/** Adds words with the notation behind them; 牵头单位：A at the end of the words is one, too. What is left of the words comes back. */
function take(clause: Clause, words: Passage, notation: Notation | null, closed: boolean): Passage {
  const start = notationStart(words);
  const label = start < 0 ? null : readNotation(slice(words, start));
  const own = label && !label.holdsMore ? slice(words, 0, start) : words;
  addSegment(clause, own, label, true);
  if (notation) addSegment(clause, slice(own, 0, 0), notation, closed);
  return own;
}

/** Whether a bracket stands at the end of a sentence: nothing, or a stop, behind it, or a stop before it. */
function endsSentence(text: Passage, start: number, end: number): boolean {
  const before = text.plain.slice(Math.max(0, start - 20), start);
  return /^\s*(?:[。;!]|$)/.test(text.plain.slice(end, end + 20)) || /[。;!]\s*$/.test(before);
}

function addSegment(clause: Clause, text: Passage, notation: Notation | null, closed: boolean): void {
  const words = withoutStops(text);
  let segment = clause.segments.at(-1);
  if (!segment || (words.plain !== "" && segment.closed && segment.notations.length > 0)) {
    segment = { words: [], notations: [], closed: false };
    clause.segments.push(segment);
  }
  if (words.plain !== "") segment.words.push(words);
  if (!notation) return;
  segment.notations.push(notation);
  segment.closed = closed;
  clause.notations.push(notation);
}

/** Without the full stop that was left by a notation before it. */
function withoutStops(text: Passage): Passage {
  const start = /^[\s。;,!]*/.exec(text.plain)?.[0].length ?? 0;
  return trim(slice(text, start));
}

/** Whether the clause or anything below it says who is responsible. */
export function isAssigned(clause: Clause): boolean {
  return clause.notations.some(assigns) || clause.children.some(isAssigned);
}

/** The clause's words with those of the points below it, their numbers as printed. */
export function wordsOf(clause: Clause): Passage {
  const own = join(clause.paragraphs, "\n");
  const points = clause.children.map((child) =>
    join([{ original: child.label, plain: child.label }, wordsOf(child)], ""),
  );
  return join(
    [own, ...points].filter((part) => part.plain !== ""),
    "\n",
  );
}
