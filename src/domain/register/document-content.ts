// A document as a file reader hands it on: plain data, so that it can come from a worker and be kept with an import.

export type DocumentContent =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "blocks";
      readonly blocks: readonly ContentBlock[];
      /** What the file held that cannot be read, to be said in the review. */
      readonly notices: readonly ContentNotice[];
    };

export type ContentBlock =
  | { readonly kind: "paragraph"; readonly text: string /** Place in the source, from 1. */; readonly at: number }
  | {
      readonly kind: "table";
      readonly rows: readonly ContentRow[] /** Of a workbook: the sheet's name. */;
      readonly sheet: string | null;
    };

export interface ContentRow {
  /** One cell for every column of the table's grid. */
  readonly cells: readonly ContentCell[];
  readonly at: number;
}

export interface ContentCell {
  /** Lines of the cell joined by "\n"; "" for a cell that is covered by a merged one. */
  readonly text: string;
  /**
   * above, left: covered by the merged cell there; of a cell merged both ways, its first row says left, the others above. null: a cell
   * of its own, so that "" means truly empty. unknown: the format cannot say, "" may be either.
   */
  readonly merged: "above" | "left" | "unknown" | null;
}

export type ContentNotice =
  | "text-boxes-ignored"
  | "pictures-ignored"
  /** What a formula showed last was read. */
  | "formulas-as-text"
  | "hidden-left-out"
  | "comments-ignored"
  | "footnotes-ignored"
  | "macros-ignored"
  /** Tracked changes: read as if all of them were accepted. */
  | "revisions-accepted";

/** A long document as JSON: kept and handed on in one piece, taken apart only where it is read. */
export interface PackedContent {
  readonly kind: "packed";
  readonly json: string;
}

export type StoredContent = DocumentContent | PackedContent;

export function packContent(content: DocumentContent): PackedContent {
  return { kind: "packed", json: JSON.stringify(content) };
}

export function unpackContent(content: StoredContent): DocumentContent {
  return content.kind === "packed" ? (JSON.parse(content.json) as DocumentContent) : content;
}
