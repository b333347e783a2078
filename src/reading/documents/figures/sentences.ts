// Sentences and their phrases, with what a reader of figures must know of each: whether money is paid there.

export interface Phrase {
  readonly text: string;
  /** Index in the whole text. */
  readonly start: number;
  readonly sentence: number;
  /** Says what somebody is paid (补助20万元, 每人每月200元), or on what condition (…达70%以上的，…给予奖励). */
  readonly ofPayment: boolean;
}

const PAYS = /补助|补贴|奖励|奖补|资助|津贴|奖金/;
const MONEY = /\d[\d.,]*[十百千万亿]{0,2}元/;
const CONDITION = /^(?:对|凡)/;
/** A longer phrase is looked at in pieces. */
const LONGEST = 400;

/** Splits a mirror at 。；, and line breaks into phrases. */
export function phrasesOf(plain: string): Phrase[] {
  const phrases: Phrase[] = [];
  let sentence: Omit<Phrase, "ofPayment">[] = [];
  let start = 0;
  let number = 0;
  const close = () => {
    for (const phrase of judge(sentence)) phrases.push(phrase);
    sentence = [];
    number += 1;
  };
  for (let i = 0; i <= plain.length; i++) {
    const c = plain[i];
    const ends = c === undefined || c === "。" || c === ";" || c === "\n" || c === "!" || c === "?";
    if (!ends && !divides(plain, i) && i - start < LONGEST) continue;
    if (i > start) sentence.push({ text: plain.slice(start, i), start, sentence: number });
    start = ends || divides(plain, i) ? i + 1 : i;
    if (ends) close();
  }
  return phrases;
}

/** A comma, but not the one in 1,200. */
function divides(plain: string, at: number): boolean {
  return plain[at] === "," && !(/\d/.test(plain[at - 1] ?? "") && /^\d{3}(?!\d)/.test(plain.slice(at + 1, at + 5)));
}

function judge(sentence: readonly Omit<Phrase, "ofPayment">[]): Phrase[] {
  const payment = sentence.findLastIndex(({ text }) => PAYS.test(text) && !/体系|制度|机制/.test(text));
  const condition = sentence.findIndex(({ text }) => CONDITION.test(text));
  return sentence.map((phrase, i) => {
    const pays = PAYS.test(phrase.text) && (MONEY.test(phrase.text) || i === payment);
    const perHead = /每[人班户家](?:每|\d)|元\/|标准为|不高于\d/.test(phrase.text) && MONEY.test(phrase.text);
    const onCondition = i <= payment && ((condition >= 0 && i >= condition) || phrase.text.endsWith("的"));
    return { ...phrase, ofPayment: pays || perHead || onCondition };
  });
}
