// Brackets in a passage, outermost ones only: （…）, [ … ], 【…】, 〔…〕.
import { type Passage, slice } from "./blocks.ts";

export interface Bracket {
  /** Index of the opening and behind the closing bracket. */
  readonly start: number;
  readonly end: number;
  readonly inner: Passage;
}

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "【": "】", "〔": "〕" };

/** One walk through the text. A bracket that is never closed reaches to the end of its line. */
export function outerBrackets(text: Passage): Bracket[] {
  const found: Bracket[] = [];
  const open: string[] = [];
  let start = 0;
  for (let i = 0; i < text.plain.length; i++) {
    const c = text.plain[i] ?? "";
    const closing = CLOSING[c];
    if (closing !== undefined) {
      if (open.length === 0) start = i;
      open.push(closing);
    } else if (open.length > 0 && c === open.at(-1)) {
      open.pop();
      if (open.length === 0) found.push({ start, end: i + 1, inner: slice(text, start + 1, i) });
    } else if (open.length > 0 && c === "\n") {
      found.push({ start, end: i, inner: slice(text, start + 1, i) });
      open.length = 0;
    }
  }
  if (open.length > 0) found.push({ start, end: text.plain.length, inner: slice(text, start + 1) });
  return found;
}
