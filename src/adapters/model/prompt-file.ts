// Prompts are files under prompts/: a head that says what they are for, a line of ---, and the words for the model.
import { readFileSync } from "node:fs";

const FOLDER = new URL("../../../prompts/", import.meta.url);

/** The words of `prompts/<name>.md` that go to the model. Throws where the file or its line of --- is missing. */
export function readPrompt(name: string): string {
  const text = readFileSync(new URL(`${name}.md`, FOLDER), "utf8");
  const body = text
    .split(/^---\s*$/m)
    .slice(1)
    .join("---")
    .trim();
  if (body === "") throw new Error(`prompts/${name}.md has no text after a line of ---`);
  return body;
}
