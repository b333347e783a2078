// Any register that our own writers write out is read back exactly, through real files.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFile } from "../../../src/adapters/documents/read-file.ts";
import { readDocument } from "../../../src/reading/documents/read-document.ts";
import { type Grid, gridOf, type Layout } from "../../support/writers/grid.ts";
import { expectedOf, type KnownRegister, knownRegister, readBack } from "../../support/writers/sample-register.ts";
import { type ClauseStyle, writeClauses } from "../../support/writers/write-clauses.ts";
import {
  type TableWriter,
  writeCsv,
  writeDocx,
  writeHtml,
  writeMarkdown,
  writeXlsx,
} from "../../support/writers/write-table.ts";

const RUNS = 60;

const layout: fc.Arbitrary<Layout> = fc.record({
  sections: fc.constantFrom("column", "rows"),
  numbers: fc.constantFrom("column", "in the text"),
  twoRowHead: fc.boolean(),
  repeatedHead: fc.boolean(),
  separator: fc.constantFrom("\n", "、", "，"),
  merged: fc.constant(true),
});
const plainLayout = layout.map((l): Layout => ({ ...l, merged: false, twoRowHead: false }));

/** One table, or one for every section. */
function tablesOf(register: KnownRegister, form: Layout, apart: boolean): Grid[] {
  if (!apart) return [gridOf(register, form)];
  const sections = Map.groupBy(register.tasks, ({ section }) => section);
  return [...sections.values()].map((tasks) => gridOf({ ...register, tasks }, form));
}

async function readBackFrom(file: string, bytes: Uint8Array) {
  return readDocument(readFile(file, bytes), file);
}

describe("tables", () => {
  test.each<[string, TableWriter, fc.Arbitrary<Layout>]>([
    ["云川.docx", writeDocx, layout],
    ["云川.xlsx", writeXlsx, layout],
    ["云川.html", writeHtml, layout],
    ["云川.md", writeMarkdown, plainLayout],
    ["云川.csv", writeCsv, plainLayout],
  ])("%s", async (file, write, layouts) => {
    await fc.assert(
      fc.asyncProperty(knownRegister, layouts, fc.boolean(), async (register, form, apart) => {
        const draft = await readBackFrom(file, await write(register.title, tablesOf(register, form, apart)));
        expect(readBack(draft)).toEqual(expectedOf(register));
        expect(draft.unread).toEqual([]);
        expect(draft.context).toEqual([]);
        if (!file.endsWith(".csv")) expect(draft.title).toBe(register.title);
      }),
      { numRuns: RUNS },
    );
  });
});

const style: fc.Arbitrary<ClauseStyle> = fc.record({
  number: fc.constantFrom("（一）", "1.", "1、", "（1）"),
  open: fc.constantFrom("（", "(", "[", "【"),
  lead: fc.constantFrom("牵头单位", "牵头部门", "牵头责任单位", "主办单位", "主要责任单位"),
  supporting: fc.constantFrom("配合单位", "协办单位", "协同配合单位", "参与单位", "责任单位", "责任部门"),
  colon: fc.constantFrom("：", ":"),
  comma: fc.constantFrom("，", "；", ",", ";"),
  between: fc.constantFrom("、", "，", ","),
  place: fc.constantFrom("behind", "below"),
});

test("clauses with who is responsible in brackets, or on lines of their own", async () => {
  await fc.assert(
    fc.asyncProperty(knownRegister, style, async (register, form) => {
      const draft = await readBackFrom("云川.txt", new TextEncoder().encode(writeClauses(register, form)));
      expect(readBack(draft)).toEqual(expectedOf(register));
      expect([draft.unread, draft.context, draft.title]).toEqual([[], [], register.title]);
    }),
    { numRuns: 500 },
  );
});
