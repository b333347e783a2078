import { describe, expect, test } from "vitest";
import { readFile } from "../../../src/adapters/documents/read-file.ts";
import { Refusal } from "../../../src/errors.ts";
import { encode } from "../../support/encode.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => Uint8Array.from(values);

function refusal(fileName: string, content: Uint8Array): Refusal {
  try {
    readFile(fileName, content);
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
  ])("%s", (_, content) => {
    expect(readFile("分工.txt", content)).toEqual({ kind: "text", text: "财政局" });
  });

  test("Markdown, and a name without extension", () => {
    expect(readFile("a.md", utf8("# 责任分工"))).toEqual({ kind: "text", text: "# 责任分工" });
    expect(readFile("责任分工", utf8("一、总则"))).toEqual({ kind: "text", text: "一、总则" });
  });

  test("invisible characters are taken out, page breaks become line breaks, tabs stay", () => {
    const hostile = "市\u200b财政局\u202e\u{e0041}\u0007\t牵头\f第二页\u2028完";
    expect(readFile("a.txt", utf8(hostile))).toEqual({ kind: "text", text: "市财政局\t牵头\n第二页\n完" });
  });
});

describe("Traditional and Simplified text in the encodings of older offices", () => {
  const traditional = "一、市財政局負責，市教育局及各區人民政府協助；每年培訓不少於二萬人次。";
  const simplified = "一、市财政局负责，市教育局及各区人民政府协助；每年培训不少于二万人次。";
  test.each([
    ["big5", traditional],
    ["gb18030", simplified],
    ["gb18030", traditional],
  ] as const)("%s: %s", (encoding, text) => {
    expect(readFile("a.txt", encode(encoding, text))).toEqual({ kind: "text", text });
  });
});

describe("what is refused", () => {
  test.each([
    ["空.txt", bytes(), "file-empty", {}],
    ["空白.txt", utf8(" \n\t\u200b　\n"), "file-empty", {}],
    ["分工.pdf", utf8("%PDF-1.7"), "file-type", { kind: "pdf", saveAs: ".docx" }],
    ["分工.rtf", utf8("{\\rtf1"), "file-type", { kind: "rtf", saveAs: ".docx" }],
    ["照片.JPG", bytes(0xff, 0xd8, 0xff), "file-type", { kind: "jpg" }],
    ["其实是pdf.txt", utf8("%PDF-1.7"), "file-type", { kind: "pdf", saveAs: ".docx" }],
    ["数据.json", utf8("{}"), "file-type", { kind: "json" }],
    [
      "单个网页.mht",
      utf8("MIME-Version: 1.0\nContent-Type: multipart/related"),
      "file-type",
      { kind: "mht", saveAs: ".html" },
    ],
    ["二进制.txt", bytes(0x81, 0x00, 0xff, 0xff, 0x80), "file-unreadable", {}],
    ["有零.txt", utf8("市\0财\0政\0"), "file-unreadable", {}],
    ["乱码.txt", utf8("甯傝储鏀垮眬锛屽競鏁欒偛灞€銆備负鍔犲揩锛屾彁鍑猴紝銆傘€"), "file-unreadable", {}],
    ["乱码2.txt", utf8("å¸‚è´¢æ”¿å±€ï¼Œå¸‚æ•™è‚²å±€"), "file-unreadable", {}],
  ])("%s", (fileName, content, code, details) => {
    const refused = refusal(fileName, content);
    expect(refused.code).toBe(code);
    expect(refused.details).toEqual({ file: fileName, ...details });
  });
});
