// What the terminal reads: a text given as an argument, one entry a line from standard input, and files.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Refusal } from "../errors.ts";

/** `-` stands for standard input; empty lines count, so that answers stay in the order and number of the lines. */
export async function* entries(text: string): AsyncGenerator<string> {
  if (text === "-") yield* createInterface({ input: process.stdin });
  else yield text;
}

/** The bytes of a file, or `file-not-found`. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch {
    throw new Refusal("file-not-found", { file });
  }
}
