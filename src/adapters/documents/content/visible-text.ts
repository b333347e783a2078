// Text at entry: nothing invisible stays in it, whatever format it came in.

const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** Control, bidi, zero-width, tag and variation characters; tabs and line ends stay. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

/** Without invisible characters; every kind of line break is "\n". */
export function visibleText(text: string): string {
  return text.replace(LINE_BREAKS, "\n").replace(INVISIBLE, "");
}

/** The lines of a cell: each without white space at its ends, blank ones left out, tabs as spaces. */
export function cellText(text: string): string {
  if (!/[\s\p{Cc}\p{Cf}\p{Variation_Selector}]/u.test(text)) return text;
  return visibleText(text)
    .split("\n")
    .map((line) => line.replaceAll("\t", " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** Bytes that happen to decode, and text that was decoded wrongly before it was saved (锛 and 銆 are what ， and 。 turn into). */
export function isGarbled(text: string): boolean {
  if (text.includes("\0")) return true;
  const share = (pattern: RegExp) => (text.match(pattern)?.length ?? 0) / text.length;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (share(/[\u0001-\u0008\u000e-\u001f\ufffd\ue000-\uf8ff]/g) > 0.1) return true;
  const chinese = share(/[\u3400-\u9fff]/g);
  return (
    share(/[锛銆鐨锟]/g) > Math.max(0.02 * chinese, 0.005) || share(/[\u0080-\u00b6\u00b8-\u024f]/g) > 0.1 + chinese
  );
}
