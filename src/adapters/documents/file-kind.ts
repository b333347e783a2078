// What a file is: by its content first, then by its name. What cannot be read is refused with a word on what to save it as.
import { Refusal } from "../../errors.ts";

export type FileKind = "text" | "csv" | "html" | "zip";

const BY_EXTENSION: Readonly<Record<string, FileKind>> = {
  ...{ txt: "text", text: "text", md: "text", markdown: "text" },
  ...{ csv: "csv", tsv: "csv" },
  ...{ html: "html", htm: "html", xhtml: "html", shtml: "html" },
};

/** First bytes of files that are no text, whatever they are called. */
const SIGNATURES: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["office", [0xd0, 0xcf, 0x11, 0xe0]],
  ["rtf", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["png", [0x89, 0x50, 0x4e, 0x47]],
  ["jpg", [0xff, 0xd8, 0xff]],
  ["gif", [0x47, 0x49, 0x46, 0x38]],
  ["bmp", [0x42, 0x4d]],
  ["tiff", [0x49, 0x49, 0x2a, 0x00]],
  ["gz", [0x1f, 0x8b, 0x08]],
  ["rar", [0x52, 0x61, 0x72, 0x21]],
  ["7z", [0x37, 0x7a, 0xbc, 0xaf]],
];

/** What a program can save such a file as, for Lianxi to read it. */
const SAVE_AS: Readonly<Record<string, string>> = {
  ...{ doc: ".docx", wps: ".docx", rtf: ".docx", pdf: ".docx", odt: ".docx", ofd: ".docx", dot: ".docx", xml: ".docx" },
  ...{ xls: ".xlsx", et: ".xlsx", ods: ".xlsx", xlsb: ".xlsx", numbers: ".xlsx", pages: ".docx" },
};

/** Old Office files keep the names of their streams in UTF-16. */
const STREAMS: readonly (readonly [stream: string, kind: string])[] = [
  ["EncryptedPackage", "encrypted"],
  ["WordDocument", "doc"],
  ["Workbook", "xls"],
  ["PowerPoint Document", "ppt"],
];

/** Refuses with file-type and file-encrypted. A file without extension may be text. */
export function kindOf(file: string, bytes: Uint8Array): FileKind {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(file)?.[1]?.toLowerCase() ?? null;
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return "zip";
  const signed = SIGNATURES.find(([, start]) => startsWith(bytes, start))?.[0];
  if (signed === "office") throw oldOffice(bytes, extension);
  if (signed !== undefined && !(signed === "bmp" && extension !== "bmp")) throw cannotRead(signed);
  const start = startOf(bytes);
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|div)\b/i.test(start))
    return "html";
  if (/^mime-version:/im.test(start) && /multipart\/related/i.test(start))
    throw new Refusal("file-type", { kind: "mht", saveAs: ".html" });
  if (extension === null) return "text";
  const kind = BY_EXTENSION[extension];
  if (kind === undefined) throw cannotRead(extension);
  return kind;
}

/** A refusal that says what the file is, and what to save it as where a program can. */
export function cannotRead(kind: string): Refusal {
  const saveAs = SAVE_AS[kind];
  return new Refusal("file-type", saveAs === undefined ? { kind } : { kind, saveAs });
}

function oldOffice(bytes: Uint8Array, extension: string | null): Refusal {
  const names = new TextDecoder("latin1").decode(bytes).replaceAll("\0", "");
  const kind = STREAMS.find(([stream]) => names.includes(stream))?.[1];
  if (kind === "encrypted") return new Refusal("file-encrypted");
  const own = extension !== null && ["doc", "wps", "xls", "et", "ppt", "dot"].includes(extension) ? extension : null;
  return cannotRead(own ?? kind ?? "doc");
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/** The first characters as far as they are ASCII: without byte order mark and white space. */
function startOf(bytes: Uint8Array): string {
  return new TextDecoder("latin1")
    .decode(bytes.subarray(0, 2048))
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "")
    .replaceAll("\0", "")
    .trimStart();
}
