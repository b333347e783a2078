// How Word writes the numbers that it counts itself: 一, 壹, ①, iv.

const DIGITS = "〇一二三四五六七八九";
const FORMAL = "零壹贰叁肆伍陆柒捌玖";

/** `format` is Word's name (`w:numFmt`). "" for bullets and what is not shown. */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case "none":
    case "bullet":
      return "";
    case "chineseCounting":
    case "chineseCountingThousand":
    case "japaneseCounting":
    case "taiwaneseCounting":
    case "taiwaneseCountingThousand":
    case "koreanCounting":
      return chinese(value, DIGITS, "十百千");
    case "chineseLegalSimplified":
    case "ideographLegalTraditional":
    case "japaneseLegal":
      return chinese(value, FORMAL, "拾佰仟");
    case "ideographDigital":
    case "japaneseDigitalTenThousand":
    case "taiwaneseDigital":
      return [...String(value)].map((digit) => DIGITS[Number(digit)]).join("");
    case "ideographTraditional":
      return among("甲乙丙丁戊己庚辛壬癸", value);
    case "ideographZodiac":
      return among("子丑寅卯辰巳午未申酉戌亥", value);
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2460 + value - 1) : String(value);
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "upperLetter":
      return letters(value);
    case "lowerLetter":
      return letters(value).toLowerCase();
    case "upperRoman":
      return roman(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    default:
      return String(value);
  }
}

function among(signs: string, value: number): string {
  return signs[value - 1] ?? String(value);
}

/** 1 to 9999; 十一, not 一十一. */
function chinese(value: number, digits: string, units: string): string {
  if (value < 1 || value > 9999) return String(value);
  const written = [...String(value)];
  let text = "";
  written.forEach((digit, i) => {
    const place = written.length - 1 - i;
    if (digit !== "0") text += (digits[Number(digit)] ?? "") + (units[place - 1] ?? "");
    else if (text !== "" && !text.endsWith("零") && /[1-9]/.test(written.slice(i).join(""))) text += "零";
  });
  return digits === DIGITS && value >= 10 && value < 20 ? text.slice(1) : text;
}

/** A … Z, AA, BB: the letter again for every turn. */
function letters(value: number): string {
  if (value < 1 || value > 26 * 5) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const ROMAN = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let text = "";
  let rest = value;
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
