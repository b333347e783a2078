// Documents damaged at random, always the same for one seed: what scraping, copying and typing do to them.

/** mulberry32: a small generator of numbers in [0, 1). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const INJECTED = [
  ..."（）()[]【】《》“”、，；。：:|\t\n ",
  "\t\t",
  "\n\n",
  "（牵头单位：",
  "牵头单位：",
  "责任单位:市财政局",
  "配合单位",
  "由市教育局牵头",
  "市公安局负责",
  "各有关部门",
  "完成时限：",
  "责任领导：",
  "序号\t工作任务\t牵头单位\n",
  "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n",
  "┌──┬──┐\n│1 │任务│\n",
  "一、",
  "（一）",
  "1.",
  "1.1",
  "①",
  "99999999999999999999",
  "9".repeat(400),
  "每年2025年底前",
  "2026年13月45日前",
  "达到100%以上",
  "\u0000",
  "\uD800",
  "\u202E",
  "財政局",
];

type Mutation = (text: string, random: () => number, pick: (below: number) => number) => string;

const lines = (text: string) => text.split("\n");
const MUTATIONS: readonly Mutation[] = [
  (text, _, pick) => without(lines(text), pick(lines(text).length)).join("\n"),
  (text, _, pick) => {
    const all = lines(text);
    const at = pick(all.length);
    return all.toSpliced(at, 0, all[at] ?? "").join("\n");
  },
  (text, _, pick) => {
    const all = lines(text);
    const [a, b] = [pick(all.length), pick(all.length)];
    return all
      .with(a, all[b] ?? "")
      .with(b, all[a] ?? "")
      .join("\n");
  },
  (text, _, pick) => {
    const at = pick(text.length);
    return text.slice(0, at) + text.slice(at + 1 + pick(6));
  },
  (text, _, pick) => {
    const at = pick(text.length);
    const end = at + 1 + pick(40);
    return text.slice(0, end) + text.slice(at);
  },
  (text, _, pick) => {
    const [a, b] = [pick(text.length), pick(text.length)].sort((x, y) => x - y) as [number, number];
    return text.slice(0, a) + (text[b] ?? "") + text.slice(a + 1, b) + (text[a] ?? "") + text.slice(b + 1);
  },
  (text, _, pick) => {
    const at = pick(text.length + 1);
    return text.slice(0, at) + (INJECTED[pick(INJECTED.length)] ?? "") + text.slice(at);
  },
  (text, random, pick) => {
    const at = pick(text.length);
    return random() < 0.5 ? text.slice(0, at) : text.slice(at);
  },
  (text, _, pick) =>
    lines(text)
      .map((line) => (pick(4) === 0 ? line.replaceAll("\t", "") : line))
      .join("\n"),
];

/** The text after one to twelve changes. */
export function mutate(text: string, random: () => number): string {
  const pick = (below: number) => Math.floor(random() * Math.max(1, below));
  let changed = text;
  for (let times = 1 + pick(12); times > 0; times--) {
    // Injected words hurt most: they are taken half the time.
    const mutation = random() < 0.4 ? MUTATIONS[6] : MUTATIONS[pick(MUTATIONS.length)];
    if (mutation) changed = mutation(changed, random, pick);
  }
  return changed;
}

function without(all: readonly string[], at: number): string[] {
  return all.toSpliced(at, 1);
}
