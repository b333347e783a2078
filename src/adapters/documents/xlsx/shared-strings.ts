// The words that the cells of a workbook share, by number.
import type { OfficePackage } from "../ooxml/package.ts";
import { readXml } from "../ooxml/xml.ts";

export function readSharedStrings(file: OfficePackage, part: string | undefined): readonly string[] {
  const bytes = part === undefined ? null : file.read(part);
  const strings: string[] = [];
  if (bytes === null) return strings;
  let words = "";
  let inWords = false;
  let phonetic = false;
  readXml(bytes, {
    open({ name }) {
      if (name === "si") words = "";
      else if (name === "rPh") phonetic = true;
      else if (name === "t") inWords = !phonetic;
    },
    close(name) {
      if (name === "si") strings.push(unescapeCharacters(words));
      else if (name === "rPh") phonetic = false;
      else if (name === "t") inWords = false;
    },
    text(text) {
      if (inWords) words += text;
    },
  });
  return strings;
}

/** _x000D_ is how a workbook writes a character that XML cannot hold. */
export function unescapeCharacters(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
