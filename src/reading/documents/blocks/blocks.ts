// A document as blocks: paragraphs and tables. Every reader of a file format makes these; everything after reads only these.
import { mirror } from "../../script.ts";

/** Words of the document with their mirror (Simplified, half-width, of the same length), on which the grammar is matched. */
export interface Passage {
  readonly original: string;
  readonly plain: string;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: Passage;
  /** Line of the source, from 1; in other formats the place that the file's reader gave it. */
  readonly line: number;
  /** So many lines of the source. */
  readonly lines: number;
}

/** A cell of a table. `merged` is known from formats that say it and absent where they cannot: there a blank cell may be either. */
export interface Cell extends Passage {
  readonly merged?: "above" | "left" | null;
}

export interface Row {
  /** A cell's lines are joined by a line break. */
  readonly cells: readonly Cell[];
  readonly line: number;
  /** So many lines of the source. */
  readonly lines: number;
}

export interface Table {
  readonly kind: "table";
  readonly rows: readonly Row[];
}

export type Block = Paragraph | Table;

/** What is accounted for: every paragraph and every row ends up somewhere. */
export type Source = Paragraph | Row;

/** Looks at the lines from `at` on: a table and the line behind it, or null where none begins. */
export type TableReader = (
  lines: readonly Passage[],
  at: number,
) => { readonly table: Table; readonly next: number } | null;

export function passage(original: string): Passage {
  return { original, plain: mirror(original) };
}

export function slice(text: Passage, start: number, end?: number): Passage {
  return { original: text.original.slice(start, end), plain: text.plain.slice(start, end) };
}

/** Without white space at either end. */
export function trim(text: Passage): Passage {
  const start = text.plain.length - text.plain.trimStart().length;
  return slice(text, start, Math.max(start, text.plain.trimEnd().length));
}

export function join(parts: readonly Passage[], separator: string): Passage {
  return {
    original: parts.map((p) => p.original).join(separator),
    plain: parts.map((p) => p.plain).join(separator),
  };
}

export function isBlank(text: Passage): boolean {
  return text.plain.trim() === "";
}
