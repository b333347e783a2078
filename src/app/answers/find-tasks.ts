// From search hits to an answer: one task, several that fit equally well, or none with the nearest beside it.
import type { Task } from "../../domain/register/task.ts";
import { isConfident, searchTasks, type TaskHit, type TaskSearch } from "../../reading/questions/task-search.ts";

export interface Findings {
  readonly kind: "task" | "clarify" | "none";
  /** Best first. For "task" the others fit too; for "none" they are only near. */
  readonly tasks: readonly Task[];
}

const SHOWN = 4;
const NEAREST = 3;
/** A second task this close to the first fits as well as it does. */
const TIE = 0.97;
/** A term that fits more tasks than this says nothing about which is meant. */
const TOO_GENERAL = 8;

/** By the asker's own words. */
export function findByWords(search: TaskSearch, tasks: readonly Task[], terms: string): Findings {
  const hits = searchTasks(search, terms);
  const sure = hits.filter(isConfident);
  if (sure.length === 0) return { kind: "none", tasks: pick(tasks, hits.slice(0, NEAREST)) };
  const [first, second] = sure;
  const tied = first && second && second.score >= first.score * TIE && second.covered >= first.covered;
  return { kind: tied ? "clarify" : "task", tasks: pick(tasks, sure.slice(0, SHOWN)) };
}

/** By words offered for the question: each is judged alone, and tasks that several lead to come first. */
export function findByTerms(search: TaskSearch, tasks: readonly Task[], terms: readonly string[]): Findings {
  const scores = new Map<number, number>();
  for (const term of terms) {
    const sure = searchTasks(search, term).filter(isConfident);
    if (sure.length > TOO_GENERAL) continue;
    const best = sure[0]?.score ?? 1;
    for (const { taskId, score } of sure) scores.set(taskId, (scores.get(taskId) ?? 0) + score / best);
  }
  const ranked = [...scores]
    .map(([taskId, score]) => ({ taskId, score, covered: 1, inHeading: 0 }))
    .sort((a, b) => b.score - a.score);
  if (ranked.length === 0) return { kind: "none", tasks: [] };
  const tied = ranked[1] !== undefined && ranked[1].score >= (ranked[0]?.score ?? 0) * TIE;
  return { kind: tied ? "clarify" : "task", tasks: pick(tasks, ranked.slice(0, SHOWN)) };
}

function pick(tasks: readonly Task[], hits: readonly TaskHit[]): Task[] {
  return hits.flatMap((hit) => tasks.find((t) => t.id === hit.taskId) ?? []);
}
