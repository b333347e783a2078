// Where the terminal writes: results on standard output, remarks on standard error. JSON is for scripts and stays as it is.
import { inSpokenScript } from "../text/traditional.ts";

export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}

/** One JSON object on one line, for answers to many lines of input. */
export function printJsonLine(value: unknown): void {
  console.log(JSON.stringify(value));
}

export function print(text: string): void {
  console.log(inSpokenScript(text));
}

/** A remark or a refusal: on standard error, so that standard output stays what a script reads. */
export function notice(text: string): void {
  console.error(inSpokenScript(text));
}
