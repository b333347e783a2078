// What a worker hands over in pieces is whole again on the other side.
import { expect, test } from "vitest";
import type { Outcome } from "../../../src/adapters/documents/worker/job.ts";
import { createAssembly, piecesOf } from "../../../src/adapters/documents/worker/pieces.ts";
import { readDocument } from "../../../src/reading/documents/read-document.ts";

test.each([0, 1, 25, 26, 340])("%i tasks", (count) => {
  const lines = Array.from({ length: count }, (_, i) => `${i + 1}. 推进第${i + 1}项工作。（牵头单位：市教育局）`);
  const draft = readDocument({ kind: "text", text: ["关于加强工作的责任分工", ...lines].join("\n") }, "分工.txt");
  expect(draft.tasks).toHaveLength(count);
  const outcome: Outcome = { kind: "done", content: { kind: "packed", json: "{}" }, draft };
  const assembly = createAssembly();
  const pieces = [...piecesOf(outcome)];
  const results = pieces.map((piece) => assembly.add(piece));
  expect(results.at(-1)).toEqual(outcome);
  expect(results.slice(0, -1).every((result) => result === null)).toBe(true);
  const sizes = pieces.map((piece) => (piece.kind === "tasks" ? piece.tasks.length : 0));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(25);
});

test("a refusal comes in one piece", () => {
  const outcome: Outcome = { kind: "refused", code: "file-empty", details: { file: "空.docx" } };
  expect([...piecesOf(outcome)]).toEqual([{ kind: "rest", outcome }]);
});
