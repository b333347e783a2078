// How much of a question a task covers: rare words weigh much, common ones little, words found nowhere most.
import { isHan, pairsOf, type Segment } from "./segments.ts";

/** A piece of a task: one sentence with the task's heading, or the whole. */
export interface Passage {
  readonly text: string;
  /** True for the whole of a task of several sentences: words far apart count for less. */
  readonly whole: boolean;
  /** True where the task is a long clause: such a clause lists in passing, a short task lists what it is about. */
  readonly long: boolean;
}

/** Words far apart in a long clause are weaker evidence than words in one sentence. */
const SPREAD = 0.8;
/** A synonym says the same a little less surely than the asker's own word. */
const BY_SYNONYM = 0.85;
const LEAST_WEIGHT = 0.15;
/** A word of the question that a task lacks weighs at least this, however common it is elsewhere. */
const LEAST_MISSING = 0.5;

/** 0 (in every task) to 1 (in none), by the share of texts that hold the form. */
export function rarityIn(texts: readonly string[]): (form: string) => number {
  const known = new Map<string, number>();
  const most = Math.log((texts.length + 1) / 0.5);
  return (form) => {
    const cached = known.get(form);
    if (cached !== undefined) return cached;
    const count = texts.filter((text) => text.includes(form)).length;
    const rarity = Math.max(LEAST_WEIGHT, Math.log((texts.length + 1) / (count + 0.5)) / most);
    known.set(form, rarity);
    return rarity;
  };
}

/** The covered share (0–1) of the segments' weight, in the passage that covers most. */
export function coverage(
  segments: readonly Segment[],
  passages: readonly Passage[],
  rarity: (form: string) => number,
): number {
  const shares = passages.map((passage) => share(segments, passage, rarity) * (passage.whole ? SPREAD : 1));
  return Math.max(0, ...shares);
}

function share(segments: readonly Segment[], passage: Passage, rarity: (form: string) => number): number {
  let covered = 0;
  let total = 0;
  for (const segment of segments) {
    const weights = characterWeights(segment, passage, rarity);
    for (const { weight, found } of weights) {
      total += weight;
      covered += weight * found;
    }
  }
  return total === 0 ? 0 : covered / total;
}

/** One entry a character: `found` (0–1) where any pair it belongs to, or a synonym of its segment, stands in the text. */
function characterWeights({ text: asked, forms }: Segment, passage: Passage, rarity: (form: string) => number) {
  const form = [asked, ...forms].find((f) => holds(passage, f));
  if (form !== undefined && (forms.length > 0 || asked.length <= 2)) {
    return [...asked].map(() => ({ weight: rarity(form), found: form === asked ? 1 : BY_SYNONYM }));
  }
  if (!isHan(asked) || asked.length === 1) {
    // A lone character is a remainder of cutting; a figure or a Latin word is a word.
    const weight = isHan(asked) ? LEAST_WEIGHT : 2 * Math.max(LEAST_MISSING, rarity(asked));
    return [{ weight, found: passage.text.includes(asked) ? 1 : 0 }];
  }
  const pairs = pairsOf(asked).map((pair) => ({ found: holds(passage, pair), rarity: rarity(pair) }));
  return [...asked].map((_, i) => {
    const own = [pairs[i - 1], pairs[i]].filter((p) => p !== undefined);
    const hits = own.filter((p) => p.found);
    const weight = hits.length > 0 ? Math.min(...hits.map((p) => p.rarity)) : Math.min(...own.map((p) => p.rarity));
    return hits.length > 0 ? { weight, found: 1 } : { weight: Math.max(LEAST_MISSING, weight), found: 0 };
  });
}

/** Whether the text speaks of the form; a two-character item of a list (家政、健康、养老、文化) is only a mention. */
function holds({ text, long }: Passage, form: string): boolean {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    if (form.length > 2 || !isListItem(text[at - 1] ?? "", text[at + form.length] ?? "", long)) return true;
  }
  return false;
}

function isListItem(before: string, after: string, long: boolean): boolean {
  return before === "、" ? /[、等]/.test(after) : long && after === "、";
}
