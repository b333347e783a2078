// Odd real shapes of documents, with what must be read from them. Each case says in `why` what it is there for; fields left out are not compared.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { DraftDocument, DraftTask } from "../src/domain/register/draft.ts";
import { readText } from "./support/read-text.ts";

const folder = new URL("./cases/", import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.slice(0, -".json".length));
const load = (file: string) => readFileSync(new URL(file, folder), "utf8");

function summarise(task: DraftTask) {
  const { ref, label, section, title, text } = task;
  return {
    ref,
    text,
    label,
    section,
    title,
    lead: task.lead.map((unit) => unit.name),
    supporting: task.supporting.map((unit) => unit.name),
    deadlines: task.deadlines.map(({ kind, due, everyMonths, month, day }) =>
      [kind, due, everyMonths, month && `month ${month}`, day && `day ${day}`].filter((part) => part).join(" "),
    ),
    targets: task.targets.map((t) =>
      [t.comparator, `${t.value}${t.unit}`, t.period, t.scope === "each" ? "each" : null].filter(Boolean).join(" "),
    ),
    review: task.review
      .filter((note) => note.field !== "deadline")
      .map(({ field, reason }) => [field, reason.code, reason.params?.from].filter(Boolean).join(" ")),
  };
}

function summariseDocument(draft: DraftDocument) {
  return { ...draft, context: draft.context.map((clause) => clause.ref), tasks: draft.tasks.map(summarise) };
}

describe("documents as they come", () => {
  test("there are cases", () => {
    expect(names.length).toBeGreaterThanOrEqual(25);
  });

  test.each(names)("%s", (name) => {
    const { why, ...expected } = JSON.parse(load(`${name}.json`));
    expect(why).toBeTruthy();
    expect(summariseDocument(readText(load(`${name}.txt`), `${name}.txt`))).toMatchObject(expected);
  });
});
