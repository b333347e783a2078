// How the ledger's cells look. Each style is one object for all its cells: the library works one out anew for every other.
import type { Border, Fill, Style } from "exceljs";
import type { LightColour } from "../../../domain/status/light.ts";
import type { CellValue } from "./columns.ts";

const FONT = { name: "宋体", size: 10 } as const;
const THIN: Partial<Border> = { style: "thin", color: { argb: "FFBFBFBF" } };
const border = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const solid = (argb: string): Fill => ({ type: "pattern", pattern: "solid", fgColor: { argb } });

export const HEADING: Partial<Style> = {
  font: { ...FONT, bold: true },
  alignment: { vertical: "middle", horizontal: "center", wrapText: true },
  fill: solid("FFDCE6F1"),
  border,
};

/** "@": text stays text, also when somebody edits the cell. */
const TEXT = plain("@", "left");
const NUMBER = plain("0", "center");
const DATE = plain("yyyy-mm-dd", "center");
const WHOLE_PERCENT = plain("0%", "center");
const PERCENT = plain("0.0#%", "center");

/** Legible in black and white too. */
const LIGHTS: Readonly<Record<LightColour, Partial<Style>>> = {
  red: light("FFF8CBAD", "FF9C0006"),
  yellow: light("FFFFEB9C", "FF7F6000"),
  green: light("FFC6EFCE", "FF006100"),
  grey: light("FFD9D9D9", "FF404040"),
};

export function lightStyle(colour: LightColour): Partial<Style> {
  return LIGHTS[colour];
}

export function styleOf(value: CellValue): Partial<Style> {
  if (value === null || typeof value === "string") return TEXT;
  if (typeof value === "number") return NUMBER;
  if ("date" in value) return DATE;
  return Number.isInteger(value.percent) ? WHOLE_PERCENT : PERCENT;
}

function plain(numFmt: string, horizontal: "left" | "center"): Partial<Style> {
  return { numFmt, font: FONT, alignment: { vertical: "top", horizontal, wrapText: true }, border };
}

function light(fill: string, font: string): Partial<Style> {
  return {
    ...plain("@", "center"),
    font: { ...FONT, bold: true, color: { argb: font } },
    fill: solid(fill),
  };
}
