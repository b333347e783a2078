// What is said between the reader and its worker: plain data both ways.
import type { StoredContent } from "../../../domain/register/document-content.ts";
import type { DraftDocument } from "../../../domain/register/draft.ts";
import type { RefusalCode, RefusalDetails } from "../../../errors.ts";
import type { ReadingOptions } from "../../../reading/documents/assign.ts";

/** read: what a file holds, and its draft where that takes long · draft: what the grammar makes of content that was kept. */
export type Job =
  | { readonly kind: "read"; readonly fileName: string; readonly bytes: Uint8Array }
  | {
      readonly kind: "draft";
      readonly fileName: string;
      readonly content: StoredContent;
      readonly options?: ReadingOptions;
    };

export type Outcome =
  | { readonly kind: "done"; readonly content: StoredContent; readonly draft: DraftDocument | null }
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly details: RefusalDetails }
  /** A fault of the program, not of the file. */
  | { readonly kind: "failed"; readonly error: Error };

/** Characters that the grammar reads faster than a worker starts: some 50 ms. The longest real document has 25,000. */
const READ_AT_ONCE = 40_000;

/** True where the grammar is left to the worker. */
export function isLong(content: StoredContent): boolean {
  if (content.kind === "packed") return true;
  if (content.kind === "text") return content.text.length > READ_AT_ONCE;
  let length = 0;
  for (const block of content.blocks) {
    if (block.kind === "paragraph") length += block.text.length;
    else for (const row of block.rows) for (const cell of row.cells) length += cell.text.length;
    if (length > READ_AT_ONCE) return true;
  }
  return false;
}
