// One sheet of a workbook: the words of its visible cells by row and column, and which of them are merged.
import type { ContentNotice } from "../../../domain/register/document-content.ts";
import { Refusal } from "../../../errors.ts";
import { formulaLabel } from "../content/formula.ts";
import { MOST_CELLS, MOST_ROWS } from "../limits.ts";
import { readXml, type XmlTag } from "../ooxml/xml.ts";
import { unescapeCharacters } from "./shared-strings.ts";

/** What all sheets of a workbook share. */
export interface SheetWords {
  readonly strings: readonly string[];
  /** A number as its style shows it. */
  readonly format: (value: number, style: number) => string;
  readonly notices: Set<ContentNotice>;
  /** Rows with words so far, of all sheets. */
  rows: number;
}

export interface Sheet {
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
}

export interface SheetRow {
  /** From 1, as Excel counts. */
  readonly number: number;
  readonly hidden: boolean;
  /** Column, from 0 → words. Blank cells are not in it. */
  readonly cells: ReadonlyMap<number, string>;
}

/** First and last row from 1, first and last column from 0. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  formula: string | null;
}

export function readSheet(bytes: Uint8Array, words: SheetWords): Sheet {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  const hiddenColumns: { first: number; last: number }[] = [];
  let row: { number: number; hidden: boolean; cells: Map<number, string> } | null = null;
  let cell: OpenCell | null = null;
  let nextColumn = 0;
  let nextRow = 1;
  let cells = 0;
  let into: "value" | "formula" | null = null;

  const open: Readonly<Record<string, (tag: XmlTag) => void>> = {
    col(tag) {
      if (!isTrue(tag.attribute("hidden"))) return;
      hiddenColumns.push({ first: Number(tag.attribute("min")) - 1, last: Number(tag.attribute("max")) - 1 });
    },
    row(tag) {
      const number = Number(tag.attribute("r") ?? nextRow);
      row = { number, hidden: isTrue(tag.attribute("hidden")), cells: new Map() };
      nextRow = number + 1;
      nextColumn = 0;
    },
    c(tag) {
      const column = columnOf(tag.attribute("r") ?? "") ?? nextColumn;
      nextColumn = column + 1;
      cell = {
        column,
        type: tag.attribute("t") ?? "n",
        style: Number(tag.attribute("s") ?? 0),
        value: "",
        formula: null,
      };
    },
    f() {
      into = "formula";
      if (cell) cell.formula = "";
    },
    v() {
      into = "value";
    },
    t() {
      into = "value";
    },
    rPh() {
      into = null;
    },
    mergeCell(tag) {
      const merge = mergeOf(tag.attribute("ref") ?? "");
      if (merge) merges.push(merge);
      if (merges.length > MOST_CELLS) throw new Refusal("file-too-complex");
    },
  };
  readXml(bytes, {
    open: (tag) => open[tag.name]?.(tag),
    close(name) {
      if (name === "c" && cell && row) {
        const text = textOf(cell, words);
        if (text.trim() !== "") {
          cells += 1;
          if (hiddenColumns.some(({ first, last }) => cell && first <= cell.column && cell.column <= last)) {
            words.notices.add("hidden-left-out");
          } else row.cells.set(cell.column, text);
        }
        if (cells > MOST_CELLS) throw new Refusal("file-too-complex");
        cell = null;
      } else if (name === "row" && row) {
        if (row.cells.size > 0) {
          rows.push(row);
          words.rows += 1;
          if (row.hidden) words.notices.add("hidden-left-out");
        }
        if (words.rows > MOST_ROWS) throw new Refusal("file-too-complex", { rows: MOST_ROWS });
        row = null;
      } else if (name === "f" || name === "v" || name === "t") into = null;
    },
    text(text) {
      if (!cell || into === null) return;
      if (into === "formula") cell.formula += text;
      else cell.value += text;
    },
  });
  return { rows: rows.sort((a, b) => a.number - b.number), merges };
}

/** What the cell shows. A formula is never worked out: what it showed last is read. */
function textOf(cell: OpenCell, { strings, format, notices }: SheetWords): string {
  if (cell.formula !== null) notices.add("formulas-as-text");
  const { value, type } = cell;
  if (type === "s") return written(strings[Number(value)] ?? "", notices);
  if (type === "str" || type === "inlineStr" || type === "e") {
    if (value === "" && cell.formula) return formulaLabel(`=${cell.formula}`) ?? "";
    return written(unescapeCharacters(value), notices);
  }
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type === "d" || value === "")
    return value === "" && cell.formula ? (formulaLabel(`=${cell.formula}`) ?? "") : value;
  const number = Number(value);
  return Number.isFinite(number) ? format(number, cell.style) : value;
}

/** A formula typed as text. */
function written(text: string, notices: Set<ContentNotice>): string {
  const label = formulaLabel(text);
  if (label === null) return text;
  notices.add("formulas-as-text");
  return label;
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** C of "C5" → 2. */
function columnOf(reference: string): number | null {
  const letters = /^\$?([A-Z]{1,3})/.exec(reference)?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function mergeOf(reference: string): Merge | null {
  const [first = "", last = first] = reference.split(":");
  const [left, right] = [columnOf(first), columnOf(last)];
  const [top, bottom] = [first, last].map((corner) => Number(/\d+$/.exec(corner)?.[0] ?? 0));
  if (left === null || right === null || !top || !bottom || right < left || bottom < top) return null;
  return { top, bottom, left, right };
}
