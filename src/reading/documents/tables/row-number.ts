// A row's number: from its cell, from the words of its task, or counted.
import { parseChineseNumber } from "../../chinese-number.ts";
import { type Passage, slice, trim } from "../blocks/blocks.ts";
import { type Marker, readMarker } from "../clauses/numbering.ts";

/** What the rows above have counted. */
export interface Counted {
  readonly number: string;
  readonly points: number;
}

export interface Numbered {
  readonly number: string;
  readonly label: string;
  readonly points: number;
  readonly words: Passage;
}

/** The number cell, else the number the task begins with, else the next one. A blank number cell under a number is a point of it: 3.1. */
export function readRowNumber(cell: Passage, text: Passage, above: Counted): Numbered {
  const inCell = cellNumber(cell.plain);
  if (inCell !== null) return { number: inCell, label: cell.original, points: 0, words: text };
  const marker = readMarker(text.plain);
  if (marker)
    return { number: marker.ref, label: text.original.slice(0, marker.length), points: 0, words: after(text, marker) };
  const points = above.points + 1;
  const number = above.number === "0" ? String(points) : `${above.number}.${points}`;
  return { number, label: "", points, words: text };
}

function after(text: Passage, marker: Marker): Passage {
  return trim(slice(text, marker.length));
}

/** 3, 三, （三）, 第3项, ③ and 2.3. */
function cellNumber(cell: string): string | null {
  const bare = cell.replace(/\s+/g, "");
  if (/^\d{1,3}(?:[.-]\d{1,3}){1,3}$/.test(bare)) return bare.replaceAll("-", ".");
  const number = parseChineseNumber(bare.replace(/^第|[.、()项条]/g, ""));
  if (number !== null && Number.isInteger(number)) return String(number);
  return readMarker(bare)?.ref ?? null;
}
