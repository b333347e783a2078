import { describe, expect, test } from "vitest";
import { createTextReader, MOST_MEGABYTES } from "../../../src/adapters/documents/text-reader.ts";
import { Refusal } from "../../../src/errors.ts";

const reader = createTextReader();
const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => Uint8Array.from(values);

async function refusal(fileName: string, content: Uint8Array): Promise<Refusal> {
  try {
    await reader.read(fileName, content);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("was read");
}

describe("what is read", () => {
  test.each([
    ["UTF-8", utf8("财政局")],
    ["UTF-8 with its mark", bytes(0xef, 0xbb, 0xbf, ...utf8("财政局"))],
    ["UTF-16 LE", bytes(0xff, 0xfe, 0x22, 0x8d, 0x3f, 0x65, 0x40, 0x5c)],
    ["UTF-16 BE", bytes(0xfe, 0xff, 0x8d, 0x22, 0x65, 0x3f, 0x5c, 0x40)],
    ["GB18030", bytes(0xb2, 0xc6, 0xd5, 0xfe, 0xbe, 0xd6)],
  ])("%s", async (_, content) => {
    expect(await reader.read("分工.txt", content)).toBe("财政局");
  });

  test("Markdown, and a name without extension", async () => {
    expect(await reader.read("a.md", utf8("# 责任分工"))).toBe("# 责任分工");
    expect(await reader.read("责任分工", utf8("一、总则"))).toBe("一、总则");
  });

  test("invisible characters are taken out, page breaks become line breaks, tabs stay", async () => {
    const hostile = "市\u200b财政局\u202e\u{e0041}\u0007\t牵头\f第二页\u2028完";
    expect(await reader.read("a.txt", utf8(hostile))).toBe("市财政局\t牵头\n第二页\n完");
  });
});

describe("what is refused", () => {
  test.each([
    ["空.txt", bytes(), "file-empty", {}],
    ["空白.txt", utf8(" \n\t\u200b　\n"), "file-empty", {}],
    ["分工.pdf", utf8("%PDF-1.7"), "file-type", { kind: "pdf" }],
    ["分工.docx", bytes(0x50, 0x4b, 3, 4), "file-type", { kind: "docx" }],
    ["分工.xlsx", bytes(0x50, 0x4b, 3, 4), "file-type", { kind: "xlsx" }],
    ["分工.doc", bytes(0xd0, 0xcf, 0x11, 0xe0), "file-type", { kind: "doc" }],
    ["照片.JPG", bytes(0xff, 0xd8, 0xff), "file-type", { kind: "jpg" }],
    ["其实是pdf.txt", utf8("%PDF-1.7"), "file-type", { kind: "pdf" }],
    ["表.csv", utf8("a,b"), "file-type", { kind: "csv" }],
    ["二进制.txt", bytes(0x81, 0x00, 0xff, 0xff, 0x80), "file-unreadable", {}],
    ["有零.txt", utf8("市\0财\0政\0"), "file-unreadable", {}],
    ["乱码.txt", utf8("甯傝储鏀垮眬锛屽競鏁欒偛灞€銆備负鍔犲揩锛屾彁鍑猴紝銆傘€"), "file-unreadable", {}],
    ["乱码2.txt", utf8("å¸‚è´¢æ”¿å±€ï¼Œå¸‚æ•™è‚²å±€"), "file-unreadable", {}],
  ])("%s", async (fileName, content, code, details) => {
    const refused = await refusal(fileName, content);
    expect(refused.code).toBe(code);
    expect(refused.details).toEqual({ file: fileName, ...details });
  });

  test("more than the limit, which is said", async () => {
    const refused = await refusal("大.txt", new Uint8Array(MOST_MEGABYTES * 1024 * 1024 + 1).fill(0x61));
    expect(refused).toMatchObject({ code: "file-too-large", details: { file: "大.txt", megabytes: 5 } });
  });
});
