// Text for the paper: nothing in it can break the file, and figures stand without spaces, as official papers set them.

/** Control, zero-width, bidi and tag characters, and halves of characters, which XML or a reader would choke on. */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFE\uFFFF\u{E0000}-\u{E007F}]/gu;

function clean(text: string): string {
  return text.toWellFormed().replaceAll("\t", " ").replace(UNSAFE, "");
}

/** As papers of the mainland set it: 5 分钟 → 5分钟, 「目标」 → “目标”. */
export function paperText(text: string): string {
  return clean(text)
    .replaceAll("「", "“")
    .replaceAll("」", "”")
    .replace(/(?<=\p{Script=Han}) +(?=\d)|(?<=[\d%]) +(?=\p{Script=Han})/gu, "");
}

/** One sentence for each, joined as in a paragraph: A；B。 */
export function joined(sentences: readonly string[]): string {
  const bare = sentences.map((s) => s.trim().replace(/[。；;]+$/, "")).filter((s) => s !== "");
  return bare.length === 0 ? "" : `${bare.join("；")}。`;
}
