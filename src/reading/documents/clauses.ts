// Numbered clauses as a tree: sections hold clauses, clauses hold their own paragraphs and smaller points.
import type { Paragraph, Passage } from "./blocks/blocks.ts";
import { join, slice, trim } from "./blocks/blocks.ts";
import { outerBrackets } from "./blocks/brackets.ts";
import { endsClause, isFurniture } from "./furniture.ts";
import { assigns, type Notation, notationStart, readNotation } from "./notation.ts";
import { type Marker, readMarker } from "./numbering.ts";

export interface Clause {
  readonly level: number;
  readonly number: number;
  /** The number as printed: "（二十一）". */
  readonly label: string;
  readonly parent: Clause | null;
  readonly children: Clause[];
  /** Heading and body, without number and without what says who is responsible. */
  readonly paragraphs: Passage[];
  readonly notations: Notation[];
}

/** Grows the tree paragraph by paragraph; page furniture and what stands before the first number are left out. */
export function readClauses(paragraphs: readonly Paragraph[]): Clause[] {
  const roots: Clause[] = [];
  let current: Clause | null = null;
  for (const [i, { text }] of paragraphs.entries()) {
    if (isFurniture(text.plain)) continue;
    const marker = readMarker(text.plain);
    if (marker) {
      current = openClause(marker, text, parentFor(marker.level, current));
      (current.parent?.children ?? roots).push(current);
    } else if (endsClause(text.plain, paragraphs[i + 1]?.text.plain ?? "")) {
      current = null;
    } else if (current) {
      addParagraph(current, text);
    }
  }
  for (const root of roots) foldSharedNotation(root);
  return roots;
}

function openClause(marker: Marker, text: Passage, parent: Clause | null): Clause {
  const label = text.original.slice(0, marker.length);
  const clause = {
    level: marker.level,
    number: marker.number,
    label,
    parent,
    children: [],
    paragraphs: [],
    notations: [],
  };
  addParagraph(clause, trim(slice(text, marker.length)));
  return clause;
}

function parentFor(level: number, current: Clause | null): Clause | null {
  let parent = current;
  while (parent && parent.level >= level) parent = parent.parent;
  return parent;
}

/** Cuts out what says who is responsible and keeps the rest as words of the clause. */
function addParagraph(clause: Clause, text: Passage): void {
  const kept: Passage[] = [];
  let from = 0;
  for (const { start, end, inner } of outerBrackets(text)) {
    const notation = readNotation(inner);
    if (!notation) continue;
    clause.notations.push(notation);
    kept.push(slice(text, from, start));
    from = end;
  }
  kept.push(slice(text, from));
  const words = withoutLabels(clause, join(kept, ""));
  if (words.plain !== "" && words.plain !== "。") clause.paragraphs.push(words);
}

/** Takes 牵头单位：A off the end of a paragraph, or all of it. */
function withoutLabels(clause: Clause, words: Passage): Passage {
  const start = notationStart(words);
  const notation = start < 0 ? null : readNotation(slice(words, start));
  if (!notation) return trim(words);
  clause.notations.push(notation);
  return trim(slice(words, 0, start));
}

/** Where only the last point below a clause says who is responsible, it says so for the whole clause. Not for sections. */
function foldSharedNotation(clause: Clause): void {
  for (const child of clause.children) foldSharedNotation(child);
  const last = clause.children.at(-1);
  if (!last || clause.level === 1 || clause.notations.some(assigns)) return;
  if (clause.children.every((child) => isAssigned(child) === (child === last)) && last.notations.some(assigns)) {
    clause.notations.push(...last.notations);
    last.notations.length = 0;
  }
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
