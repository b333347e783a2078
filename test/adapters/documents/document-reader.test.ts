// The reader in its worker: the bot goes on while a file is read, and a file that takes too much takes nothing else with it.
import { describe, expect, test } from "vitest";
import { createDocumentReader } from "../../../src/adapters/documents/document-reader.ts";
import { MOST_MEGABYTES, MOST_WAITING } from "../../../src/adapters/documents/limits.ts";
import { MAX_MEGABYTES } from "../../../src/adapters/slack/files.ts";
import { unpackContent } from "../../../src/domain/register/document-content.ts";
import { readDocument } from "../../../src/reading/documents/read-document.ts";
import { docxOf, oddDocx, p } from "../../support/office-files.ts";

const register = (rows: number) =>
  docxOf("关于加强工作的责任分工", [
    ["序号", "工作任务", "牵头单位"],
    ...Array.from({ length: rows }, (_, i) => [`${i + 1}`, `推进第${i + 1}项工作`, "市教育局"]),
  ]);

describe("reading", () => {
  test("a file is read, and drafted as the grammar drafts it, whatever its length", async () => {
    const reader = createDocumentReader();
    for (const rows of [3, 3_000]) {
      const content = await reader.read("folder/分工.docx", await register(rows));
      const draft = await reader.draft(content, "分工.docx");
      expect(draft).toEqual(readDocument(unpackContent(content), "分工.docx"));
      expect(draft.tasks).toHaveLength(rows);
      // Content that was kept comes back as another object.
      const options = { responsibleMeans: "supporting" } as const;
      const again = await reader.draft(structuredClone(content), "分工.docx", options);
      expect(again).toEqual(readDocument(unpackContent(content), "分工.docx", options));
    }
  });

  test("timers go on while a file is read", async () => {
    const bytes = await register(4_000);
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 5);
    const reader = createDocumentReader();
    await reader.draft(await reader.read("分工.docx", bytes), "分工.docx");
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(10);
  });
});

describe("refusals", () => {
  const reader = createDocumentReader();

  test("empty, larger than the limit, foreign: with the file's name alone", async () => {
    await expect(reader.read("空.docx", new Uint8Array())).rejects.toMatchObject({ code: "file-empty" });
    await expect(reader.read("C:\\档\\大.docx", new Uint8Array(50 * 1024 * 1024))).rejects.toMatchObject({
      code: "file-too-large",
      details: { file: "大.docx", megabytes: MOST_MEGABYTES },
    });
    await expect(reader.read("分工.pdf", new TextEncoder().encode("%PDF-1.7"))).rejects.toMatchObject({
      code: "file-type",
      details: { file: "分工.pdf", kind: "pdf", saveAs: ".docx" },
    });
  });

  test("what is fetched from the chat has the same limit", () => expect(MAX_MEGABYTES).toBe(MOST_MEGABYTES));

  test("more files than may wait", async () => {
    const bytes = oddDocx(p("市教育局"));
    const results = await Promise.allSettled(
      Array.from({ length: MOST_WAITING + 2 }, (_, i) => reader.read(`${i}.docx`, bytes)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(MOST_WAITING + 1);
    expect(results.at(-1)).toMatchObject({ reason: { code: "reader-busy" } });
  });
});

describe("a file that takes too much is given up, and the next one is read", () => {
  const next = oddDocx(p("市教育局"));

  test("too long", async () => {
    const reader = createDocumentReader({ timeLimit: 1 });
    await expect(reader.read("慢.docx", await register(3_000))).rejects.toMatchObject({
      code: "file-too-complex",
      details: { file: "慢.docx" },
    });
    await expect(createDocumentReader().read("下一份.docx", next)).resolves.toMatchObject({ kind: "blocks" });
  });

  test("too much memory", async () => {
    const reader = createDocumentReader({ memoryMegabytes: 24 });
    const large = new TextEncoder().encode(`<html>${"<p>市教育局<b>牵头</b>".repeat(300_000)}`);
    await expect(reader.read("大.html", large)).rejects.toMatchObject({ code: "file-too-complex" });
    await expect(reader.read("下一份.docx", next)).resolves.toMatchObject({ kind: "blocks" });
  });
});
