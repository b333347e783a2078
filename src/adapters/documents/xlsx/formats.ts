// Numbers of a workbook as they are shown: 0.8 may be 80%, and 46022 the last day of 2025.
import type { OfficePackage } from "../ooxml/package.ts";
import { readXml } from "../ooxml/xml.ts";

/** Formats that every workbook knows without saying them; 27–36 and 50–58 are the Chinese dates. */
const BUILT_IN: Readonly<Record<number, string>> = {
  ...{ 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "m/d", 17: "yyyy/m", 22: "yyyy/m/d h:mm" },
  ...{ 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss" },
  ...{ 27: "yyyy年m月", 28: "m月d日", 29: "m月d日", 30: "m-d-yy", 31: "yyyy年m月d日", 36: "yyyy年m月" },
  ...{ 50: "yyyy年m月", 51: "m月d日", 52: "yyyy年m月", 53: "m月d日", 54: "m月d日", 57: "yyyy年m月", 58: "m月d日" },
};

type Shape = "general" | "date" | "month" | "day" | "time" | { readonly percent: number };

/** Style number and value → words. */
export function readFormats(
  file: OfficePackage,
  part: string | undefined,
  from1904: boolean,
): (value: number, style: number) => string {
  const shapes = part === undefined ? [] : readShapes(file.read(part));
  return (value, style) => show(value, shapes[style] ?? "general", from1904);
}

function readShapes(bytes: Uint8Array | null): Shape[] {
  const own = new Map<number, string>();
  const shapes: Shape[] = [];
  let inCellStyles = false;
  if (bytes === null) return shapes;
  readXml(bytes, {
    open(tag) {
      if (tag.name === "numFmt") own.set(Number(tag.attribute("numFmtId")), tag.attribute("formatCode") ?? "");
      else if (tag.name === "cellXfs") inCellStyles = true;
      else if (tag.name === "xf" && inCellStyles) {
        const id = Number(tag.attribute("numFmtId") ?? 0);
        shapes.push(shapeOf(own.get(id) ?? BUILT_IN[id] ?? ""));
      }
    },
    close(name) {
      if (name === "cellXfs") inCellStyles = false;
    },
  });
  return shapes;
}

function shapeOf(code: string): Shape {
  const [first = ""] = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "").split(";");
  if (first.includes("%")) return { percent: /\.(0+)%/.exec(first)?.[1]?.length ?? 0 };
  if (/general/i.test(first)) return "general";
  const year = /[ye]/i.test(first);
  const day = /d/i.test(first);
  if (year && day) return "date";
  if (year) return "month";
  if (day) return "day";
  return /[hs]/i.test(first) ? "time" : "general";
}

const DAY = 86_400_000;
/** The day before the first of 1900, as spreadsheets count: they take 1900 for a leap year. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1_462;
/** The last day of 9999. */
const LAST_DAY = 2_958_465;

function show(value: number, shape: Shape, from1904: boolean): string {
  if (typeof shape === "object") return `${rounded(value * 100, shape.percent)}%`;
  if (shape === "general" || value < 0 || value > LAST_DAY) return rounded(value, 15);
  const date = new Date(FIRST_DAY + Math.round((value + (from1904 ? DAYS_TO_1904 : 0)) * DAY));
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  switch (shape) {
    case "date":
      return `${year}年${month}月${day}日`;
    case "month":
      return `${year}年${month}月`;
    case "day":
      return `${month}月${day}日`;
    case "time":
      return date.toISOString().slice(11, 16);
  }
}

/** 0.1 + 0.2 is 0.3: what a spreadsheet stores carries the errors of binary fractions. */
function rounded(value: number, decimals: number): string {
  return String(Number(Number(value.toPrecision(15)).toFixed(Math.min(decimals, 15))));
}
