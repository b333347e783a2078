// A document given as text, read as if it had come from a .txt file.
import type { DraftDocument } from "../../src/domain/register/draft.ts";
import { readDocument } from "../../src/reading/documents/read-document.ts";

export function readText(text: string, fileName: string): DraftDocument {
  return readDocument({ kind: "text", text }, fileName);
}
