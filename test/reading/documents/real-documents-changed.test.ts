// The two real documents after what offices do to files: other script, other punctuation, other formats. What is read stays the same.
import { existsSync, readFileSync } from "node:fs";
import { Converter } from "opencc-js";
import { describe, expect, test } from "vitest";
import { readFile } from "../../../src/adapters/documents/read-file.ts";
import type { DraftDocument } from "../../../src/domain/register/draft.ts";
import { readDocument } from "../../../src/reading/documents/read-document.ts";
import { hasLibreOffice, saveAs } from "../../support/libre-office.ts";
import { readText } from "../../support/read-text.ts";
import { type Grid, gridOf, type Layout } from "../../support/writers/grid.ts";
import type { SampleRegister } from "../../support/writers/sample-register.ts";
import { writeCsv, writeDocx, writeHtml, writeMarkdown, writeXlsx } from "../../support/writers/write-table.ts";

const folder = new URL("../../../../shared/documents/", import.meta.url);
const division = new URL("000_3ede4ea1d6ecdd77.txt", folder);
const opinions = new URL("001_bb8e7787d4e4d3e4.txt", folder);
const present = existsSync(division) && existsSync(opinions);

/** Everything that must stay. The words themselves change with the script. */
function meaning(draft: DraftDocument) {
  return {
    title: fold(draft.title),
    issuer: draft.issuer,
    number: draft.number,
    date: draft.date,
    standingTopics: draft.standingTopics,
    context: draft.context.map(({ ref }) => ref),
    unread: draft.unread.length,
    tasks: draft.tasks.map((task) => ({
      ref: task.ref,
      section: fold(task.section ?? ""),
      title: task.title,
      lead: task.lead.map(({ name, kind }) => `${name} ${kind}`),
      supporting: task.supporting.map(({ name, kind }) => `${name} ${kind}`),
      deadlines: task.deadlines.map(({ kind, due, everyMonths, day }) => [kind, due, everyMonths, day]),
      targets: task.targets.map(({ comparator, value, unit, period, scope }) => [
        comparator,
        value,
        unit,
        period,
        scope,
      ]),
      review: task.review.map(({ field, reason }) => `${field} ${reason.code}`),
    })),
  };
}

function fold(text: string): string {
  return text.normalize("NFKC");
}

const PUNCTUATION = /[!-/:-@[-`{-~\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF5E]/g;

/** Full-width punctuation becomes half-width and the other way round. */
function swapPunctuation(text: string): string {
  return text.replace(PUNCTUATION, (c) =>
    String.fromCharCode(c.charCodeAt(0) + (c.charCodeAt(0) < 0xff00 ? 0xfee0 : -0xfee0)),
  );
}

describe.skipIf(!present)("in other characters", () => {
  const toTraditional = Converter({ from: "cn", to: "t" });
  const toTaiwan = Converter({ from: "cn", to: "tw" });
  const toHongKong = Converter({ from: "cn", to: "hk" });
  const toSimplified = Converter({ from: "t", to: "cn" });
  describe.each([
    ["具体事项责任分工", division],
    ["实施意见", opinions],
  ])("%s", (_, file) => {
    const text = () => readFileSync(file, "utf8");
    test.each<[string, (text: string) => string]>([
      ["Traditional", toTraditional],
      ["Traditional as in Taiwan", toTaiwan],
      ["Traditional as in Hong Kong", toHongKong],
      ["Simplified", toSimplified],
      ["Traditional and back", (words) => toSimplified(toTraditional(words))],
      ["punctuation swapped", swapPunctuation],
      ["Traditional with punctuation swapped", (words) => swapPunctuation(toTraditional(words))],
      ["lines ended as on Windows", (words) => words.replaceAll("\n", "\r\n")],
    ])("%s", (_name, change) => {
      expect(meaning(readText(change(text()), "a.txt"))).toEqual(meaning(readText(text(), "a.txt")));
    });
  });
});

describe.skipIf(!present)("the matrix as a table of other formats", () => {
  const original = () => readText(readFileSync(division, "utf8"), "a.txt");

  /** What was read from the text, as certain cells say it: nothing is guessed then. */
  function certain(draft: DraftDocument) {
    const { tasks, ...rest } = meaning(draft);
    const isGuess = (note: string) => note.includes("merged-cell");
    return { ...rest, tasks: tasks.map((task) => ({ ...task, review: task.review.filter((note) => !isGuess(note)) })) };
  }

  function register(draft: DraftDocument): SampleRegister {
    const tasks = draft.tasks.map(({ ref, section, text, lead, supporting }) => ({
      number: ref,
      section,
      text,
      lead: lead.map(({ name }) => name),
      supporting: supporting.map(({ name }) => name),
      deadline: "",
    }));
    return { title: draft.title, tasks };
  }

  const merged: Layout = {
    sections: "column",
    numbers: "in the text",
    twoRowHead: false,
    repeatedHead: false,
    separator: "\n",
    merged: true,
  };
  const grid = (layout: Partial<Layout> = {}): Grid[] => [gridOf(register(original()), { ...merged, ...layout })];
  const read = (file: string, bytes: Uint8Array) => readDocument(readFile(file, bytes), file);
  const docx = () => writeDocx(original().title, grid());

  test(".docx with merged cells", async () => {
    const draft = read("matrix.docx", await docx());
    expect(meaning(draft)).toEqual(certain(original()));
    expect(draft.tasks).toHaveLength(29);
  });

  test(".docx with sections across the table and a head of two rows", async () => {
    const tables = grid({ sections: "rows", twoRowHead: true, numbers: "column", separator: "、" });
    expect(meaning(read("matrix.docx", await writeDocx(original().title, tables)))).toEqual(certain(original()));
  });

  test(".xlsx and web page with merged cells", async () => {
    const xlsx = read("matrix.xlsx", await writeXlsx(original().title, grid()));
    expect(meaning(xlsx)).toEqual(certain(original()));
    const html = read("matrix.html", await writeHtml(original().title, grid()));
    expect(meaning(html)).toEqual(certain(original()));
  });

  test(".csv and Markdown, every cell written out", async () => {
    const csv = read(`${original().title}.csv`, await writeCsv("", grid({ merged: false })));
    expect(meaning(csv)).toEqual(certain(original()));
    const markdown = read("matrix.md", await writeMarkdown(original().title, grid({ merged: false })));
    expect(meaning(markdown)).toEqual(certain(original()));
  });

  test(".csv and Markdown with blanks for merged cells: every lead is right, what they cannot say is marked as a guess", async () => {
    const blanks = [
      read("matrix.csv", await writeCsv("", grid())),
      read("matrix.md", await writeMarkdown(original().title, grid())),
    ];
    const known = meaning(original()).tasks;
    for (const draft of blanks) {
      const { tasks } = meaning(draft);
      expect(tasks.map(({ lead }) => lead)).toEqual(known.map(({ lead }) => lead));
      const otherwise = tasks.filter((task, i) => task.supporting.join() !== known[i]?.supporting.join());
      expect(otherwise.map(({ ref }) => ref)).toEqual(["28"]);
      expect(otherwise[0]?.review).toContain("supporting both-from-merged-cell");
    }
  });

  describe.skipIf(!hasLibreOffice && !process.env.CI)("saved by LibreOffice", () => {
    test(".docx → .odt → .docx", async () => {
      const saved = await saveAs("matrix.docx", await docx(), "odt", "docx");
      expect(meaning(read("matrix.docx", saved))).toEqual(certain(original()));
    });

    test(".docx → .odt → .html", async () => {
      const saved = await saveAs("matrix.docx", await docx(), "odt", "html");
      expect(meaning(read("matrix.html", saved))).toEqual(certain(original()));
    });
  });
});
