// Bytes of a file → its content. Runs in the worker: what it holds may be hostile.
import type { DocumentContent } from "../../domain/register/document-content.ts";
import { Refusal } from "../../errors.ts";
import { layOut } from "./content/lay-out.ts";
import type { FileParts } from "./content/parts.ts";
import { isGarbled, visibleText } from "./content/visible-text.ts";
import { readDocx } from "./docx/docx-reader.ts";
import { cannotRead, kindOf } from "./file-kind.ts";
import { declaredCharset } from "./html/charset.ts";
import { readHtml } from "./html/html-reader.ts";
import { openPackage } from "./ooxml/package.ts";
import { openZip } from "./ooxml/zip.ts";
import { readCsv } from "./text/csv-reader.ts";
import { decodeText } from "./text/decode.ts";
import { readXlsx } from "./xlsx/xlsx-reader.ts";

/**
 * Reads .docx, .xlsx, .html, .csv, .txt and .md. Refuses with file-type and file-encrypted what is something else, with
 * file-unreadable what is damaged or wrongly encoded, with file-too-complex what passes `limits.ts`, with file-empty what has no words.
 */
export function readFile(file: string, bytes: Uint8Array): DocumentContent {
  try {
    const content = contentOf(file, bytes);
    const words = wordsOf(content);
    if (words.trim() === "") throw new Refusal("file-empty");
    if (isGarbled(words)) throw new Refusal("file-unreadable");
    return content;
  } catch (thrown) {
    if (thrown instanceof Refusal) throw new Refusal(thrown.code, { file, ...thrown.details });
    throw thrown;
  }
}

function contentOf(file: string, bytes: Uint8Array): DocumentContent {
  const kind = kindOf(file, bytes);
  switch (kind) {
    case "text":
      return { kind: "text", text: visibleText(decoded(bytes)) };
    case "csv":
      return blocks(readCsv(decoded(bytes)));
    case "html":
      return blocks(readHtml(decoded(bytes, declaredCharset(bytes))));
    case "zip":
      return blocks(readOffice(bytes));
  }
}

function readOffice(bytes: Uint8Array): FileParts {
  const file = openPackage(openZip(bytes));
  if (file.kind === "other") throw cannotRead(file.name);
  return file.kind === "docx" ? readDocx(file) : readXlsx(file);
}

function blocks({ parts, notices }: FileParts): DocumentContent {
  return { kind: "blocks", blocks: layOut(parts), notices: [...notices].sort() };
}

function decoded(bytes: Uint8Array, declared: string | null = null): string {
  const text = decodeText(bytes, declared);
  if (text === null || text.includes("\0")) throw new Refusal("file-unreadable");
  return text;
}

function wordsOf(content: DocumentContent): string {
  if (content.kind === "text") return content.text;
  return content.blocks
    .map((block) =>
      block.kind === "paragraph"
        ? block.text
        : block.rows.map((row) => row.cells.map((cell) => cell.text).join("\t")).join("\n"),
    )
    .join("\n");
}
