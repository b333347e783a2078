// What a worker hands over in pieces is whole again on the other side.
import { expect, test } from "vitest";
import type { Outcome } from "../../../src/adapters/documents/worker/job.ts";
import { createAssembly, piecesOf } from "../../../src/adapters/documents/worker/pieces.ts";
import type { ContentBlock } from "../../../src/domain/register/document-content.ts";

const paragraph = (at: number): ContentBlock => ({ kind: "paragraph", text: `第${at}段`, at });
const table = (rows: number): ContentBlock => ({
  kind: "table",
  sheet: "一",
  rows: Array.from({ length: rows }, (_, i) => ({ at: i + 1, cells: [{ text: `${i}`, merged: null }] })),
});

test.each([
  ["nothing", []],
  ["one of each", [paragraph(1), table(3), paragraph(2)]],
  ["long tables side by side", [table(250), table(101), paragraph(1), table(100), table(1)]],
  ["many paragraphs", Array.from({ length: 350 }, (_, i) => paragraph(i + 1))],
])("%s", (_, blocks) => {
  const outcome: Outcome = {
    kind: "done",
    content: { kind: "blocks", blocks, notices: ["macros-ignored"] },
    draft: null,
  };
  const assembly = createAssembly();
  const pieces = [...piecesOf(outcome)];
  const results = pieces.map((piece) => assembly.add(piece));
  expect(results.at(-1)).toEqual(outcome);
  expect(results.slice(0, -1).every((result) => result === null)).toBe(true);
  for (const piece of pieces) {
    if (piece.kind !== "blocks") continue;
    expect(piece.blocks.length).toBeLessThanOrEqual(101);
    for (const block of piece.blocks) if (block.kind === "table") expect(block.rows.length).toBeLessThanOrEqual(100);
  }
});

test("a refusal comes in one piece", () => {
  const outcome: Outcome = { kind: "refused", code: "file-empty", details: { file: "空.docx" } };
  expect([...piecesOf(outcome)]).toEqual([{ kind: "rest", outcome }]);
});
