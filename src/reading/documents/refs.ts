// Refs: every task of a document has its own.
import type { FoundTask } from "./found-task.ts";

/** Clauses lie in clauses to this depth at most. */
const DEEPEST = 5;

/**
 * The number alone where no two tasks share it; else with as many numbers of the clauses above as it takes: （二）under 三、 is 3.2.
 * What no depth tells apart (a number typed twice) is counted: 5, 5-2.
 */
export function withRefs(tasks: readonly FoundTask[]): { readonly task: FoundTask; readonly ref: string }[] {
  const seen = new Map<string, number>();
  const refs = mostTelling(tasks);
  return tasks.map((task, i) => {
    const ref = refs[i] ?? task.number;
    const times = (seen.get(ref) ?? 0) + 1;
    seen.set(ref, times);
    return { task, ref: times === 1 ? ref : `${ref}-${times}` };
  });
}

function mostTelling(tasks: readonly FoundTask[]): string[] {
  const byDepth = Array.from({ length: DEEPEST + 1 }, (_, depth) => tasks.map((task) => refOf(task, depth)));
  const distinct = byDepth.map((refs) => new Set(refs).size);
  return byDepth[distinct.indexOf(Math.max(...distinct))] ?? [];
}

function refOf(task: FoundTask, depth: number): string {
  const above = depth === 0 ? [] : task.parents.slice(-depth);
  return [...above, task.number].join(".");
}
