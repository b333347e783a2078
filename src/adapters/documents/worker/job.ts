// What is said between the reader and its worker: plain data both ways.
import type { DocumentContent } from "../../../domain/register/document-content.ts";
import type { DraftDocument } from "../../../domain/register/draft.ts";
import type { RefusalCode, RefusalDetails } from "../../../errors.ts";

/** read: what a file holds · draft: what the grammar makes of that. */
export type Job =
  | { readonly kind: "read"; readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly kind: "draft"; readonly fileName: string; readonly content: DocumentContent };

export type Outcome =
  | { readonly kind: "content"; readonly content: DocumentContent }
  | { readonly kind: "draft"; readonly draft: DraftDocument }
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly details: RefusalDetails }
  /** A fault of the program, not of the file. */
  | { readonly kind: "failed"; readonly error: Error };
