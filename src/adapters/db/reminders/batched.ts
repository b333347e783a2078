// Many callers, few statements: what is asked for at once, or while a statement runs, goes into the next one.
import { setImmediate } from "node:timers/promises";

interface Waiting<I, O> {
  readonly input: I;
  resolve(output: O): void;
  reject(error: unknown): void;
}

/**
 * Turns `run`, which answers many inputs in their order, into a function for one. Who asks in the same turn of the event loop,
 * or while a run is under way, shares the next run: each is answered by one that began after it asked.
 */
export function batched<I, O>(
  run: (inputs: readonly I[]) => Promise<readonly O[]>,
  most = 200,
): (input: I) => Promise<O> {
  const waiting: Waiting<I, O>[] = [];
  let running = false;

  async function answer(batch: readonly Waiting<I, O>[]): Promise<void> {
    try {
      const outputs = await run(batch.map(({ input }) => input));
      if (outputs.length !== batch.length) throw new Error(`${outputs.length} answers to ${batch.length} questions`);
      for (const [i, output] of outputs.entries()) batch[i]?.resolve(output);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  async function work(): Promise<void> {
    if (running) return;
    running = true;
    await setImmediate();
    while (waiting.length > 0) await answer(waiting.splice(0, most));
    running = false;
  }

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      void work();
    });
}
