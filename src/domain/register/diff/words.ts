// What of a text counts when two versions are compared, and how alike two texts are.

/** Script and width conversion, passed in: the domain knows no dictionaries. */
export type Fold = (text: string) => string;

/** Spaces and marks do not count, */
const MARKS = /[\p{Z}\p{C}\p{P}]/gu;

/** but for what changes a figure: 1.5, 30%, 2-3. */
const FIGURE_MARKS = /%|(?<=\d)[.-](?=\d)/y;

/** The letters, characters and figures of a text. */
export function wordsOf(text: string, fold: Fold): string {
  return fold(text.normalize("NFKC")).replace(MARKS, (mark, at: number, whole: string) => {
    FIGURE_MARKS.lastIndex = at;
    return FIGURE_MARKS.test(whole) ? mark : "";
  });
}

/** The pairs of neighbouring characters that occur in it, ascending, each once. */
export type Bigrams = Uint32Array;

export function bigramsOf(words: string): Bigrams {
  const pairs = new Uint32Array(Math.max(0, words.length - 1));
  for (let i = 0; i < pairs.length; i += 1) pairs[i] = words.charCodeAt(i) * 0x1_0000 + words.charCodeAt(i + 1);
  return pairs.sort().filter((pair, i, all) => pair !== all[i - 1]);
}

export function countShared(a: Bigrams, b: Bigrams): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return shared;
}

/** Dice's coefficient: 1 for the same pairs, 0 for none in common. */
export function likeness(a: Bigrams, b: Bigrams): number {
  return a.length + b.length === 0 ? 0 : (2 * countShared(a, b)) / (a.length + b.length);
}
