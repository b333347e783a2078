// How high a row must be to show its words: not every spreadsheet finds out by itself.
import type { CellValue } from "./columns.ts";

/** Points of a line in 10-point type. */
const LINE = 13.5;
/** The highest row that .xlsx allows, in points. */
const HIGHEST = 409;
const FULL_WIDTH = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u;

/** Lines a value takes in a column of that many half-width characters. */
export function linesIn(value: CellValue, width: number): number {
  if (typeof value !== "string") return 1;
  // A character's room is kept for the cell's padding.
  return value.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / (width - 1))), 0);
}

export function rowHeight(lines: number): number {
  return Math.min(HIGHEST, lines * LINE + 3);
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += FULL_WIDTH.test(character) ? 2 : 1;
  return width;
}
