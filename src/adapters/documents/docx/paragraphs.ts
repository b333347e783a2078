// The paragraphs of a .docx: their words with the number that Word counts in front of them.
import type { ContentNotice } from "../../../domain/register/document-content.ts";
import type { OfficePackage } from "../ooxml/package.ts";
import type { XmlTag } from "../ooxml/xml.ts";
import type { Flow } from "./flow.ts";
import { type NumberedBy, readNumbering } from "./numbering.ts";
import { readStyles } from "./styles.ts";

interface OpenParagraph {
  text: string;
  style: string;
  numbered: Partial<NumberedBy>;
  /** The mark at its end is deleted: the next paragraph goes on with it. */
  goesOn: boolean;
}

export interface Paragraphs {
  open(tag: XmlTag): void;
  close(name: string): void;
  text(text: string): void;
  /** A deletion begins: between the properties of a paragraph it is its mark that is deleted. */
  deleteMark(): void;
}

export function createParagraphs(file: OfficePackage, flow: Flow, notices: Set<ContentNotice>): Paragraphs {
  const numbering = readNumbering(file);
  const styleOf = readStyles(file);
  let paragraph: OpenParagraph | null = null;
  let carried = "";
  let inProperties = false;
  let inWords = false;
  let hidden = false;

  const end = ({ text, style, numbered, goesOn }: OpenParagraph) => {
    const { numbered: byStyle, isContents } = styleOf(style);
    const { list, level = 0 } = { ...byStyle, ...numbered };
    const label = list === undefined || isContents ? "" : numbering.next({ list, level });
    if (goesOn) {
      carried += text;
      return;
    }
    const words = carried + text;
    carried = "";
    if (isContents) return;
    // A cell may hold nothing but its number; in the text a number without words says nothing.
    if (words.trim() === "" && !(flow.inCell && label !== "")) return;
    const [first = "", ...rest] = words.split("\n");
    flow.line(withLabel(label, first));
    for (const line of rest) flow.line(line);
  };

  return {
    open(tag) {
      const { name } = tag;
      if (name === "p") {
        paragraph = { text: "", style: "", numbered: {}, goesOn: false };
      } else if (name === "pPr") inProperties = true;
      else if (name === "r") hidden = false;
      else if (!paragraph) return;
      else if (name === "t") inWords = true;
      else if (inProperties) openProperty(tag, paragraph);
      else if (name === "vanish") hidden = isOn(tag);
      else if (!hidden) paragraph.text += SIGNS[name] ?? "";
    },
    close(name) {
      if (name === "t") inWords = false;
      else if (name === "pPr") inProperties = false;
      else if (name === "p" && paragraph) {
        end(paragraph);
        paragraph = null;
      }
    },
    text(text) {
      if (!inWords || !paragraph) return;
      if (!hidden) paragraph.text += text;
      else if (text.trim() !== "") notices.add("hidden-left-out");
    },
    deleteMark() {
      if (inProperties && paragraph) paragraph.goesOn = true;
    },
  };
}

const SIGNS: Readonly<Record<string, string>> = { tab: "\t", ptab: "\t", br: "\n", cr: "\n", noBreakHyphen: "-" };

function openProperty(tag: XmlTag, paragraph: OpenParagraph): void {
  const value = tag.attribute("val") ?? "";
  if (tag.name === "pStyle") paragraph.style = value;
  else if (tag.name === "numId") paragraph.numbered = { ...paragraph.numbered, list: value };
  else if (tag.name === "ilvl") paragraph.numbered = { ...paragraph.numbered, level: Number(value) };
}

function isOn(tag: XmlTag): boolean {
  return !["false", "0", "off"].includes(tag.attribute("val") ?? "");
}

/** 一、总体要求, but 1 总体要求: a bare number is kept apart from the words. */
function withLabel(label: string, words: string): string {
  if (label === "" || words === "") return label + words;
  return /[\p{L}\p{N}]$/u.test(label) ? `${label} ${words.trimStart()}` : label + words.trimStart();
}
