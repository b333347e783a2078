// How often the first answer is right over the two real documents, and how often something foreign is answered all the same.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { findByWords } from "../../../src/app/answers/find-tasks.ts";
import type { SourceDocument, Task } from "../../../src/domain/register/task.ts";
import { readQuestion } from "../../../src/reading/questions/question-reader.ts";
import { buildTaskSearch } from "../../../src/reading/questions/task-search.ts";
import { aDocument, aTask } from "../../support/facts.ts";
import { readText } from "../../support/read-text.ts";
import { FOREIGN, PARAPHRASES, PLAIN } from "./asked.ts";

const folder = path.resolve(import.meta.dirname, "../../../../shared/documents");
const files = ["000_3ede4ea1d6ecdd77.txt", "001_bb8e7787d4e4d3e4.txt"].map((name) => path.join(folder, name));

describe.skipIf(!files.every((file) => existsSync(file)))("questions over the real documents", () => {
  const documents: SourceDocument[] = [];
  const tasks: Task[] = [];
  const nameOf = new Map<number, string>();
  if (files.every((file) => existsSync(file))) {
    files.forEach((file, d) => {
      const draft = readText(readFileSync(file, "utf8"), path.basename(file));
      documents.push({ ...aDocument, id: d + 1, title: draft.title, shortTitle: draft.shortTitle });
      for (const { ref, label, section, title, text } of draft.tasks) {
        const id = tasks.length + 1;
        tasks.push(aTask(id, [], [], { documentId: d + 1, ref, label, section, title, text }));
        nameOf.set(id, `${"AB"[d]}${ref}`);
      }
    });
  }
  const search = buildTaskSearch(tasks);

  const ask = (question: string): { kind: string; first: string | null } => {
    const read = readQuestion(question, { units: [], documents });
    if (read.kind !== "search") return { kind: read.kind, first: null };
    const { kind, tasks: found } = findByWords(search, tasks, read.terms);
    return { kind, first: kind === "none" ? null : (nameOf.get(found[0]?.id ?? 0) ?? null) };
  };
  const wrong = (asked: readonly (readonly [string, ...string[]])[]) =>
    asked.flatMap(([question, ...right]) => {
      const { first } = ask(question);
      return first !== null && right.includes(first)
        ? []
        : [`${question} → ${first ?? "none"}, not ${right.join("|")}`];
    });

  it("plain questions: the right task stands first in at least 95 of 100", () => {
    const failures = wrong(PLAIN);
    expect(failures.length, failures.join("\n")).toBeLessThanOrEqual(PLAIN.length * 0.05);
  });

  it("questions in other words: at least 70 of 100", () => {
    const failures = wrong(PARAPHRASES);
    expect(failures.length, failures.join("\n")).toBeLessThanOrEqual(PARAPHRASES.length * 0.3);
  });

  it("what is not in the register: at least 95 of 100 are told so", () => {
    const answered = FOREIGN.flatMap((question) => {
      const { first } = ask(question);
      return first === null ? [] : [`${question} → ${first}`];
    });
    expect(answered.length, answered.join("\n")).toBeLessThanOrEqual(FOREIGN.length * 0.05);
  });
});
