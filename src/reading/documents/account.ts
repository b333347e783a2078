// Where every block of a document went: the proof that reading loses nothing.
import type { DocumentContent } from "../../domain/register/document-content.ts";
import type { Source } from "./blocks/blocks.ts";
import { blocksOf } from "./blocks/content-blocks.ts";
import type { Place } from "./places.ts";
import { readBlocks, sourcesOf } from "./read-blocks.ts";

/** A line of a text, or a paragraph or row of another format, that is not blank. */
export interface Account {
  /** Line, or place in the source, from 1. */
  readonly at: number;
  readonly text: string;
  /** Where it went. Exactly one: none means lost, two that it was read twice. */
  readonly places: readonly Place[];
  /** A line or row of a table; else a paragraph. */
  readonly inTable: boolean;
}

/** Reads a document as `readDocument` does and tells where each of its blocks went. */
export function accountBlocks(content: DocumentContent, fileName: string): Account[] {
  const blocks = blocksOf(content);
  const placesOf = new Map<Source, Place[]>(blocks.flatMap(sourcesOf).map((source) => [source, []]));
  for (const { source, place } of readBlocks(blocks, fileName, {}).places) {
    const places = placesOf.get(source);
    if (places) places.push(place);
    else placesOf.set(source, [place, place]);
  }
  const sources = [...placesOf].map(([source, places]) => ({ source, places }));
  return content.kind === "text" ? accountLines(content.text, sources) : sources.map(accountSource);
}

type Sources = readonly { readonly source: Source; readonly places: readonly Place[] }[];

function accountSource({ source, places }: Sources[number]): Account {
  return { at: source.line, text: wordsOf(source), places, inTable: "cells" in source };
}

function accountLines(text: string, sources: Sources): Account[] {
  const byLine = new Map<number, Place[]>();
  const inTable = new Set<number>();
  for (const { source, places } of sources) {
    for (let line = source.line; line < source.line + source.lines; line++) {
      byLine.set(line, [...(byLine.get(line) ?? []), ...places]);
      if ("cells" in source) inTable.add(line);
    }
  }
  return text.split(/\r\n?|\n/).flatMap((line, i): Account[] => {
    if (line.trim() === "") return [];
    const places = byLine.get(i + 1) ?? (holdsNothing(line) ? ["furniture" as const] : []);
    return [{ at: i + 1, text: line, places, inTable: inTable.has(i + 1) }];
  });
}

/** Page numbers, the rules of drawn tables, bookmarks: nothing of them is a word. */
function holdsNothing(line: string): boolean {
  const bare = line.replace(/\[bookmark:[^\]\n]{0,60}\]/g, "").replace(/第|页|共|\d|\*\*|__/g, "");
  return !/[\p{L}\p{N}]/u.test(bare);
}

function wordsOf(source: Source): string {
  return "cells" in source ? source.cells.map((cell) => cell.original).join("\t") : source.text.original;
}
