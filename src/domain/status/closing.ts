// What closing a task takes: evidence, for all tasks or for some.

export interface ClosureRules {
  /** For every task without a word of its own. */
  readonly all: boolean;
  readonly tasks: ReadonlyMap<number, boolean>;
}

export function needsEvidence({ all, tasks }: ClosureRules, taskId: number): boolean {
  return tasks.get(taskId) ?? all;
}

/** Links in a report: they are kept with its words and count as evidence like a file. Each once, in their order. */
export function linksIn(text: string): string[] {
  const found = text.match(/https?:\/\/[\w.-]+\.[a-z]{2,}[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef<>"']*/giu) ?? [];
  return [...new Set(found)];
}
