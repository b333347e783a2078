// Refs: every task of a document has its own.
import type { FoundTask } from "./found-task.ts";

/** Clauses lie in clauses to this depth at most. */
const DEEPEST = 5;

/**
 * The number alone where no two tasks share it; else with as many numbers of the clauses above as it takes: （二）under 三、 is 3.2.
 * What is still the same after that is counted: 5, 5-2.
 */
export function withRefs(tasks: readonly FoundTask[]): { readonly task: FoundTask; readonly ref: string }[] {
  const seen = new Map<string, number>();
  const refs = shortestUnique(tasks);
  return tasks.map((task, i) => {
    const ref = refs[i] ?? task.number;
    const times = (seen.get(ref) ?? 0) + 1;
    seen.set(ref, times);
    return { task, ref: times === 1 ? ref : `${ref}-${times}` };
  });
}

function shortestUnique(tasks: readonly FoundTask[]): string[] {
  for (let depth = 0; depth < DEEPEST; depth++) {
    const refs = tasks.map((task) => refOf(task, depth));
    if (new Set(refs).size === refs.length) return refs;
  }
  return tasks.map((task) => refOf(task, DEEPEST));
}

function refOf(task: FoundTask, depth: number): string {
  const above = depth === 0 ? [] : task.parents.slice(-depth);
  return [...above, task.number].join(".");
}
