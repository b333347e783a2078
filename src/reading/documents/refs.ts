// Refs: every task of a document has its own.
import type { FoundTask } from "./found-task.ts";

/**
 * The number alone where no two tasks share it; else with the numbers of the clauses above (（二）under 三、 is 3.2). What is still
 * the same after that is counted: 5, 5-2.
 */
export function withRefs(tasks: readonly FoundTask[]): { readonly task: FoundTask; readonly ref: string }[] {
  const isUnique = new Set(tasks.map((task) => task.number)).size === tasks.length;
  const seen = new Map<string, number>();
  return tasks.map((task) => {
    const ref = isUnique ? task.number : [...task.parents, task.number].join(".");
    const times = (seen.get(ref) ?? 0) + 1;
    seen.set(ref, times);
    return { task, ref: times === 1 ? ref : `${ref}-${times}` };
  });
}
