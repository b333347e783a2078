// The layout of GB/T 9704-2012 in one place: page, grid, fonts, footers. Lengths in twips (1 mm = 56.69), sizes in half-points.
import {
  AlignmentType,
  convertMillimetersToTwip,
  type Document,
  DocumentGridType,
  Footer,
  ImportedXmlComponent,
  type ISectionPropertiesOptions,
  type IStylesOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";

const mm = convertMillimetersToTwip;

/** 210 × 297 mm as word processors round it. */
const A4 = { width: 11906, height: 16838 };

/** 2号, 3号, 4号 and, for the table, 5号. */
export const SIZE = { title: 44, body: 32, pageNumber: 28, table: 21 };

/** Fonts are named, never embedded; the second name stands in where the first is not installed. */
const FONTS = {
  title: { name: "方正小标宋简体", fallback: "宋体" },
  body: { name: "仿宋_GB2312", fallback: "仿宋" },
  first: { name: "黑体", fallback: "SimHei" },
  second: { name: "楷体_GB2312", fallback: "楷体" },
  song: { name: "宋体", fallback: "SimSun" },
};

export type FontKey = keyof typeof FONTS;

/** Times New Roman for Latin and figures; the hint makes “ ” … — Chinese, which every Western font has too. */
export function fontOf(key: FontKey) {
  const { name } = FONTS[key];
  return {
    ascii: "Times New Roman",
    hAnsi: "Times New Roman",
    eastAsia: name,
    cs: "Times New Roman",
    hint: "eastAsia",
  };
}

export const STYLES: IStylesOptions = {
  default: {
    document: { run: { font: fontOf("body"), size: SIZE.body, language: { value: "en-US", eastAsia: "zh-CN" } } },
  },
};

/** 22 lines of 579 twips (28.95 pt): an exact 29 pt would leave only 21. */
const GRID = { type: DocumentGridType.LINES, linePitch: 579 };

/**
 * 28 characters of 16 pt across 156 mm (442.2 pt) stand a quarter point closer. The character grid (linesAndChars) says
 * the same to Word, but LibreOffice gives two cells to a character wider than one.
 */
export const BODY_SPACING = -5;

/** The page number stands 7 mm below the type area; its line is some 6 mm high. */
const BELOW_TYPE_AREA = 7 + 6;

export const PORTRAIT: ISectionPropertiesOptions = {
  page: {
    size: A4,
    margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(35 - BELOW_TYPE_AREA) },
  },
  grid: GRID,
};

/** The same type area turned on its side, the head of the table at the binding edge. */
export const LANDSCAPE: ISectionPropertiesOptions = {
  page: {
    // The library swaps the two for landscape pages.
    size: { ...A4, orientation: PageOrientation.LANDSCAPE },
    margin: { top: mm(28), bottom: mm(26), left: mm(35), right: mm(37), footer: mm(26 - BELOW_TYPE_AREA) },
  },
  // The lines of a table are as high as its letters need: they do not snap to the grid.
  grid: { type: DocumentGridType.DEFAULT, linePitch: 579 },
};

export const LANDSCAPE_WIDTH = mm(297 - 35 - 37);

/** — 1 —, one character in from the outer edge: odd pages right, even pages left. */
export function footers() {
  return { default: footer("odd"), even: footer("even") };
}

function footer(side: "odd" | "even"): Footer {
  const oneCharacter = SIZE.pageNumber * 10;
  const odd = side === "odd";
  const number = new Paragraph({
    alignment: odd ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: odd ? { right: oneCharacter } : { left: oneCharacter },
    spacing: { line: 340, lineRule: LineRuleType.EXACT },
    children: [
      new TextRun({ font: fontOf("song"), size: SIZE.pageNumber, children: ["— ", PageNumber.CURRENT, " —"] }),
    ],
  });
  return new Footer({ children: [number] });
}

/** Writes the fallbacks into the font table (w:altName), which the library only fills for embedded fonts. */
export function nameFallbackFonts(document: Document): void {
  for (const { name, fallback } of Object.values(FONTS)) {
    const font = `<w:font w:name="${name}"><w:altName w:val="${fallback}"/><w:charset w:val="86"/></w:font>`;
    document.FontTable.View.addChildElement(ImportedXmlComponent.fromXmlString(font));
  }
}
