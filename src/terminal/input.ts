// What the terminal reads: a text given as an argument, or one entry a line from standard input.
import { createInterface } from "node:readline";

/** `-` stands for standard input; empty lines count, so that answers stay in the order and number of the lines. */
export async function* entries(text: string): AsyncGenerator<string> {
  if (text === "-") yield* createInterface({ input: process.stdin });
  else yield text;
}
