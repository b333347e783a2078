// Files of plain text → their words: what kind of file it is, how it is encoded, and nothing invisible left in it.
import type { DocumentReader } from "../../app/ports.ts";
import { Refusal } from "../../errors.ts";

/** The most that is read, in megabytes. */
export const MOST_MEGABYTES = 5;

const TEXT_EXTENSIONS: ReadonlySet<string> = new Set(["txt", "text", "md", "markdown"]);

/** First bytes of files that are no text, whatever they are called. */
const SIGNATURES: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["docx", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["doc", [0xd0, 0xcf, 0x11, 0xe0]],
  ["rtf", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["png", [0x89, 0x50, 0x4e, 0x47]],
  ["jpg", [0xff, 0xd8, 0xff]],
  ["gif", [0x47, 0x49, 0x46, 0x38]],
  ["gz", [0x1f, 0x8b, 0x08]],
  ["rar", [0x52, 0x61, 0x72, 0x21]],
  ["7z", [0x37, 0x7a, 0xbc, 0xaf]],
];

/**
 * Reads .txt and .md files of up to `MOST_MEGABYTES`, in UTF-8, UTF-16 with a byte order mark, or GB18030. Refuses with file-empty,
 * file-too-large, file-type (`kind` says what it is) and file-unreadable.
 */
export function createTextReader(): DocumentReader {
  return {
    async read(fileName, bytes) {
      const file = fileName.replace(/^.*[\\/]/, "");
      if (bytes.length === 0) throw new Refusal("file-empty", { file });
      if (bytes.length > MOST_MEGABYTES * 1024 * 1024) {
        throw new Refusal("file-too-large", { file, megabytes: MOST_MEGABYTES });
      }
      const kind = foreignKind(file, bytes);
      if (kind !== null) throw new Refusal("file-type", { file, kind });
      const text = decode(bytes);
      if (text === null || isGarbled(text)) throw new Refusal("file-unreadable", { file });
      const clean = withoutInvisible(text);
      if (clean.trim() === "") throw new Refusal("file-empty", { file });
      return { kind: "text", text: clean };
    },
  };
}

/** What the file is if it is no plain text, by its first bytes, then by its name. A name without an extension may be text. */
function foreignKind(file: string, bytes: Uint8Array): string | null {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(file)?.[1]?.toLowerCase() ?? null;
  const signed = SIGNATURES.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0];
  if (signed !== undefined) return extension === null || TEXT_EXTENSIONS.has(extension) ? signed : extension;
  return extension === null || TEXT_EXTENSIONS.has(extension) ? null : extension;
}

/** By byte order mark; else strict UTF-8; else GB18030, which older offices save. Null when none of them fits. */
function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs("utf-16le", bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs("utf-16be", bytes);
  return decodeAs("utf-8", bytes) ?? decodeAs("gb18030", bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Bytes that happen to decode, and text that was decoded wrongly before it was saved (锛 and 銆 are what ， and 。 turn into). */
function isGarbled(text: string): boolean {
  if (text.includes("\0")) return true;
  const share = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) / text.length;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (share(/[\u0001-\u0008\u000e-\u001f\ufffd\ue000-\uf8ff]/g) > 0.1) return true;
  const chinese = share(/[\u3400-\u9fff]/g);
  return (
    share(/[锛銆鐨锟]/g) > Math.max(0.02 * chinese, 0.005) || share(/[\u0080-\u00b6\u00b8-\u024f]/g) > 0.1 + chinese
  );
}

const LINE_BREAKS = /[\v\f\u0085\u2028\u2029]/g;
/** Control, bidi, zero-width, tag and variation characters; tabs and line ends stay. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

function withoutInvisible(text: string): string {
  return text.replace(LINE_BREAKS, "\n").replace(INVISIBLE, "");
}
