// Numbers as officials write them: 21, 二十一, 2.5万, 1,200, 二〇二五, 百分之七十二, 三成五.

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const BIG_UNITS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/**
 * Source of a pattern that finds one number inside a sentence (in Simplified Chinese, ASCII digits). Lengths are bounded, so that
 * hostile text cannot make a search slow. What it finds, `parseChineseNumber` reads.
 */
export const NUMBER_SOURCE =
  "(?:\\d{1,12}(?:,\\d{3}){0,4}(?:\\.\\d{1,6})?[十百千万亿]{0,2}|[零〇一二两三四五六七八九十百千万亿]{1,12})";

/**
 * The value of a text that is one number and nothing else; null for anything else. Percentages (72%, 百分之七十二) and
 * tenths (六成, 三成五) give percent points: 72, 60, 35. Full-width digits are read too.
 */
export function parseChineseNumber(text: string): number | null {
  const plain = text.normalize("NFKC").replace(/\s+/g, "").replaceAll("萬", "万").replaceAll("億", "亿");
  if (plain.length === 0 || plain.length > 40) return null;
  if (plain.endsWith("%")) return parsePlain(plain.slice(0, -1));
  if (plain === "百分之百") return 100;
  if (plain.startsWith("百分之")) return parsePlain(plain.slice(3));
  const tenths = /^([^成]{1,4})成([^成半]|半)?$/.exec(plain);
  if (tenths) return parseTenths(tenths[1] ?? "", tenths[2] ?? "");
  return parsePlain(plain);
}

function parseTenths(whole: string, rest: string): number | null {
  const tens = parsePlain(whole);
  const ones = rest === "半" ? 5 : rest === "" ? 0 : parsePlain(rest);
  return tens === null || ones === null || tens > 10 ? null : tens * 10 + ones;
}

function parsePlain(text: string): number | null {
  if (text === "") return null;
  if (/^[零〇一二两三四五六七八九\d]{1,12}$/.test(text)) return parseDigits(text);
  if (/^\d/.test(text)) return parseArabic(text);
  return parseNumerals(text);
}

/** 2025, 二〇二五, 三: digit after digit. */
function parseDigits(text: string): number {
  return Number([...text].map((c) => DIGITS[c] ?? c).join(""));
}

/** 1,200 · 2.5万 · 1万2千 · 3亿: Arabic figures, each with its unit. */
function parseArabic(text: string): number | null {
  let total = 0;
  let rest = text;
  let ceiling = Number.POSITIVE_INFINITY;
  while (rest !== "") {
    const part = /^(\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?)([十百千万亿]{0,2})/.exec(rest);
    if (!part?.[1]) return null;
    const scale = scaleOf(part[2] ?? "");
    if (scale >= ceiling) return null;
    ceiling = scale;
    total += Number(part[1].replaceAll(",", "")) * scale;
    rest = rest.slice(part[0].length);
  }
  // 2.3 × 10,000 is 22999.999…: figures have at most six decimals.
  return Math.round(total * 1e6) / 1e6;
}

function scaleOf(units: string): number {
  let scale = 1;
  for (const unit of units) scale *= SMALL_UNITS[unit] ?? BIG_UNITS[unit] ?? 1;
  return scale;
}

/** 二十一, 一百零五, 三千二百万, 一百二 (120). */
function parseNumerals(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = 1;
  for (const c of text) {
    const value = DIGITS[c];
    const small = SMALL_UNITS[c];
    const big = BIG_UNITS[c];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
      if (value === 0) lastUnit = 1;
    } else if (small !== undefined) {
      if (digit === null && small !== 10) return null;
      section += (digit ?? 1) * small;
      digit = null;
      lastUnit = small;
    } else if (big !== undefined) {
      section += digit ?? 0;
      if (section === 0 && total === 0) return null;
      total = big === 100_000_000 ? (total + section) * big : total + section * big;
      section = 0;
      digit = null;
      lastUnit = big;
    } else {
      return null;
    }
  }
  // A digit after 百/千/万 with nothing behind it counts the next unit down: 一百二 is 120.
  if (digit !== null) section += lastUnit >= 100 ? digit * (lastUnit / 10) : digit;
  return total + section;
}
