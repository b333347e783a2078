// XML as a stream of elements and words. No tree is built; entities of a document's own are refused with their DOCTYPE.
import { SaxesParser } from "saxes";
import { Refusal } from "../../../errors.ts";
import { DEEPEST_MARKUP } from "../limits.ts";
import { decodeText } from "../text/decode.ts";

export interface XmlTag {
  /** Without its prefix: `w:tbl` is `tbl`. */
  readonly name: string;
  /** The value of an attribute, with the prefix of the element or any other. */
  attribute(name: string): string | undefined;
}

export interface XmlListener {
  open?(tag: XmlTag): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Characters handed to the parser at once: what was read already can then be given up. */
const CHUNK = 64 * 1024;

/** Refuses with file-unreadable what is not well formed or has a DOCTYPE, with file-too-complex what is too deep. */
export function readXml(bytes: Uint8Array, listener: XmlListener): void {
  const text = decodeText(bytes);
  if (text === null) throw new Refusal("file-unreadable");
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on("error", () => {
    throw new Refusal("file-unreadable");
  });
  parser.on("doctype", () => {
    throw new Refusal("file-unreadable");
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST_MARKUP) throw new Refusal("file-too-complex");
    listener.open?.({ name: localName(name), attribute: (wanted) => attributeOf(attributes, wanted) });
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    listener.close?.(localName(name));
  });
  const { text: onText } = listener;
  if (onText) {
    parser.on("text", (words) => onText.call(listener, words));
    parser.on("cdata", (words) => onText.call(listener, words));
  }
  for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
  parser.close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function attributeOf(attributes: Readonly<Record<string, string>>, wanted: string): string | undefined {
  const value = attributes[wanted];
  if (value !== undefined) return value;
  for (const name in attributes) {
    if (name.endsWith(wanted) && name[name.length - wanted.length - 1] === ":") return attributes[name];
  }
  return undefined;
}
