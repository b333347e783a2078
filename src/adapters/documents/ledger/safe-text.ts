// Text of people and documents in cells: never a formula, never what a file of this kind cannot hold.

/** Excel's own limit. */
const LONGEST_CELL = 32_767;
/** What XML cannot hold: controls but tab and line breaks, and the two code points that are none. */
const NOT_IN_XML = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;
/** What a spreadsheet takes for a formula when it opens a .csv (owasp.org, "CSV Injection"); full-width signs too. */
const FORMULA = /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r]/;

export function cellText(text: string): string {
  const clean = text.toWellFormed().replace(NOT_IN_XML, "").replace(/\r\n?/g, "\n");
  return clean.length > LONGEST_CELL ? `${clean.slice(0, LONGEST_CELL - 1).toWellFormed()}…` : clean;
}

/** For .csv, which cannot say that a cell is text: an apostrophe before it does. */
export function csvText(text: string): string {
  return FORMULA.test(text) ? `'${cellText(text)}` : cellText(text);
}
