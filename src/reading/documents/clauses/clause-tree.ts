// Numbered clauses as a tree: sections hold clauses, clauses hold their own paragraphs and smaller points.
import { type Paragraph, slice, trim } from "../blocks/blocks.ts";
import { endsClause, isFurniture } from "../furniture.ts";
import { assigns } from "../notation.ts";
import type { Placed } from "../places.ts";
import { addParagraph, type Clause, isAssigned, newClause } from "./clause.ts";
import { type Marker, readMarker } from "./numbering.ts";

/** Below every number: a paragraph without one that says who is responsible for what it says. */
const UNNUMBERED = 9;

export interface ClauseTree {
  readonly roots: readonly Clause[];
  /** What belongs to no clause, as far as it is known here. */
  readonly places: readonly Placed[];
}

/** Grows the tree paragraph by paragraph; page furniture and what stands before the first number are left out. */
export function readClauses(paragraphs: readonly Paragraph[]): ClauseTree {
  const roots: Clause[] = [];
  const places: Placed[] = [];
  let current: Clause | null = null;
  let unnumbered = 0;
  for (const [i, paragraph] of paragraphs.entries()) {
    const { text } = paragraph;
    if (isFurniture(text.plain)) {
      places.push({ source: paragraph, place: "furniture" });
      continue;
    }
    const marker = readMarker(text.plain);
    if (marker) {
      current = openClause(marker, paragraph, parentFor(marker.level, current));
      (current.parent?.children ?? roots).push(current);
    } else if (endsClause(text.plain, paragraphs[i + 1]?.text.plain ?? "")) {
      places.push({ source: paragraph, place: "heading" });
      current = null;
    } else if (current && current.level !== UNNUMBERED) {
      addTo(current, paragraph);
    } else {
      current = joinUnnumbered(current, paragraph, unnumbered + 1);
      if (current && current.number > unnumbered) {
        unnumbered = current.number;
        roots.push(current);
      }
    }
  }
  for (const root of roots) foldSharedNotation(root);
  return { roots, places };
}

function openClause(marker: Marker, paragraph: Paragraph, parent: Clause | null): Clause {
  const { level, number, ref } = marker;
  const label = paragraph.text.original.slice(0, marker.length);
  const clause = newClause({ level, number, ref, label, parent });
  clause.sources.push(paragraph);
  addParagraph(clause, trim(slice(paragraph.text, marker.length)));
  return clause;
}

function addTo(clause: Clause, paragraph: Paragraph): void {
  clause.sources.push(paragraph);
  addParagraph(clause, paragraph.text);
}

function parentFor(level: number, current: Clause | null): Clause | null {
  let parent = current?.level === UNNUMBERED ? null : current;
  while (parent && parent.level >= level) parent = parent.parent;
  return parent;
}

/**
 * Where no number is open: a paragraph that says who is responsible for it is a task without a number; one that says only who is
 * responsible belongs to the one before; any other is prose (null).
 */
function joinUnnumbered(current: Clause | null, paragraph: Paragraph, next: number): Clause | null {
  const alone = newClause({ level: UNNUMBERED, number: next, ref: String(next), label: "", parent: null });
  addTo(alone, paragraph);
  if (!alone.notations.some(assigns)) return null;
  if (alone.paragraphs.length > 0) return alone;
  if (current) addTo(current, paragraph);
  return current;
}

/**
 * Where only the last point below a clause says who is responsible, it says so for the whole clause. Not for sections, nor
 * for 2.1 where it is the only one below 2.
 */
function foldSharedNotation(clause: Clause): void {
  for (const child of clause.children) foldSharedNotation(child);
  const last = clause.children.at(-1);
  const standsAlone = clause.children.length === 1 && last?.ref.includes(".");
  if (!last || standsAlone || clause.level === 1 || clause.notations.some(assigns)) return;
  if (clause.children.every((child) => isAssigned(child) === (child === last)) && last.notations.some(assigns)) {
    for (const notation of last.notations) clause.notations.push(notation);
    last.notations.length = 0;
  }
}
