// The kinds of paragraph the paper has. Nothing is bold; levels are told by their fonts.
import { AlignmentType, Paragraph, type ParagraphChild, TextRun } from "docx";
import { BODY_SPACING, type FontKey, fontOf, SIZE } from "./layout.ts";
import { paperText } from "./text.ts";

const TWO_CHARACTERS = { firstLine: 2 * (320 + BODY_SPACING), firstLineChars: 200 };

export function titleLine(text: string): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, "title", SIZE.title)] });
}

/** 一、: 黑体 */
export function firstLevel(text: string): Paragraph {
  return new Paragraph({ indent: TWO_CHARACTERS, keepNext: true, outlineLevel: 0, children: [run(text, "first")] });
}

/** （一）: 楷体 */
export function secondLevel(text: string): Paragraph {
  return new Paragraph({ indent: TWO_CHARACTERS, keepNext: true, outlineLevel: 1, children: [run(text, "second")] });
}

/** 1. and everything below: 仿宋 */
export function body(text: string, { keepNext = false } = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    indent: TWO_CHARACTERS,
    // Pages are filled to their 22 lines: none is held back to keep a paragraph together.
    widowControl: false,
    keepNext,
    children: [run(text, "body")],
  });
}

/** 黑体 label with a full-width colon, then the words. */
export function labelled(label: string, text: string): Paragraph {
  return new Paragraph({ indent: TWO_CHARACTERS, children: [run(`${label}：`, "first"), run(text, "body")] });
}

export function emptyLine({ keepNext = false } = {}): Paragraph {
  return new Paragraph({ keepNext });
}

/** The annex starts with 附件 at the left edge, in 黑体. */
export function annexMark(text: string): Paragraph {
  return new Paragraph({ children: [run(text, "first")] });
}

/** Ends four characters from the right edge, as a signature line does. */
export function signature(text: string, { keepNext = false } = {}): Paragraph {
  const indent = { right: 4 * 320 };
  return new Paragraph({ alignment: AlignmentType.RIGHT, indent, keepNext, children: [run(text, "body")] });
}

export function run(text: string, font: FontKey, size = SIZE.body): ParagraphChild {
  const spacing = size === SIZE.body ? { characterSpacing: BODY_SPACING } : {};
  return new TextRun({ text: paperText(text), font: fontOf(font), size, ...spacing });
}
