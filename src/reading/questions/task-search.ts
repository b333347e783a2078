// Finds tasks by words: character bigrams rank them, and how much of the question a task covers tells whether it is one.
import MiniSearch from "minisearch";
import type { Task } from "../../domain/register/task.ts";
import { normalise } from "../script.ts";
import { coverage, type Passage, rarityIn } from "./coverage.ts";
import { type Segment, segmentsOf, tokensOf } from "./segments.ts";

export interface TaskSearch {
  readonly index: MiniSearch<{ id: number; title: string; text: string; section: string }>;
  readonly passages: ReadonlyMap<number, readonly Passage[]>;
  readonly headings: ReadonlyMap<number, Passage>;
  readonly rarity: (form: string) => number;
}

export interface TaskHit {
  readonly taskId: number;
  /** Rank only; not comparable between questions. */
  readonly score: number;
  /** How much of the question's weight the task covers, 0–1. */
  readonly covered: number;
  /** How much its title and section alone cover, 0–1. */
  readonly inHeading: number;
}

/** Below this the words are in the register by chance: 养老服务 shares 服务 with many a task. */
const CONFIDENT = 0.62;
/** A task whose very title or section is spoken of may leave more of a talkative question unexplained. */
const CONFIDENT_BY_HEADING = 0.5;
const IN_HEADING = 0.35;
/** Characters beyond which a task is a clause of several sentences. */
const LONG = 150;
const SYNONYM_WEIGHT = 0.5;

export function buildTaskSearch(tasks: readonly Pick<Task, "id" | "title" | "text" | "section">[]): TaskSearch {
  const index = new MiniSearch<{ id: number; title: string; text: string; section: string }>({
    fields: ["title", "text", "section"],
    tokenize: (text) => tokensOf(text),
    processTerm: (term) => term,
  });
  const plain = tasks.map(({ id, title, text, section }) => ({
    id,
    title: searchable(title),
    text: searchable(text),
    section: searchable(section ?? ""),
  }));
  index.addAll(plain);
  const passages = new Map(plain.map((task) => [task.id, passagesOf(task)]));
  const headings = new Map(plain.map((t) => [t.id, { text: `${t.section}\n${t.title}`, whole: false, long: false }]));
  return { index, passages, headings, rarity: rarityIn(plain.map((t) => `${t.title}\n${t.section}\n${t.text}`)) };
}

/** Tasks that share words with `terms` (a question without its asking words), best first. */
export function searchTasks(search: TaskSearch, terms: string): TaskHit[] {
  const segments = segmentsOf(searchable(terms));
  const weights = tokenWeights(segments);
  if (weights.size === 0) return [];
  const found = search.index.search([...weights.keys()].join("\n"), {
    tokenize: (text) => text.split("\n"),
    boost: { title: 2, section: 0.5 },
    boostTerm: (term) => weights.get(term) ?? 1,
    combineWith: "OR",
  });
  return found
    .map(({ id, score }) => {
      const taskId = Number(id);
      const covered = coverage(segments, search.passages.get(taskId) ?? [], search.rarity);
      const heading = search.headings.get(taskId);
      const inHeading = heading ? coverage(segments, [heading], search.rarity) : 0;
      return { taskId, score: score * covered ** 3, covered, inHeading };
    })
    .filter((hit) => hit.covered > 0)
    .sort((a, b) => b.score - a.score || a.taskId - b.taskId);
}

/** Whether the hit may be given as the answer; otherwise it is only near. */
export function isConfident(hit: TaskHit): boolean {
  return hit.covered >= CONFIDENT || (hit.covered >= CONFIDENT_BY_HEADING && hit.inHeading >= IN_HEADING);
}

function searchable(text: string): string {
  return normalise(text)
    .toLowerCase()
    .replace(/[“”"'‘’《》「」]/g, "");
}

/** What a segment and its synonyms are looked up by; the asked words weigh more. */
function tokenWeights(segments: readonly Segment[]): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const token of tokensOf(text)) weights.set(token, Math.max(weight, weights.get(token) ?? 0));
  };
  for (const { text, forms } of segments) {
    add(text, 1);
    for (const form of forms) add(form, SYNONYM_WEIGHT);
  }
  // Words of one sentence run together: the bigram between two segments may be a word too.
  add(segments.map((s) => s.text).join(""), 0.8);
  return weights;
}

/** A task's sentences, each read together with its heading; then the whole. */
function passagesOf({ title, text, section }: { title: string; text: string; section: string }): Passage[] {
  const head = `${section}\n${title}`;
  const long = text.length > LONG;
  const sentences = text.split(/[。;!?\n]/).filter((s) => s.trim() !== "");
  const pieces = sentences.map((sentence) => ({ text: `${head}\n${sentence}`, whole: false, long }));
  return sentences.length > 1 ? [...pieces, { text: `${head}\n${text}`, whole: true, long }] : pieces;
}
