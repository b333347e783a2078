// .csv: every encoding and delimiter that spreadsheets write. A blank cell may be a merged one: nobody knows.
import { describe, expect, test } from "vitest";
import { readFile } from "../../../src/adapters/documents/read-file.ts";
import { short } from "../../support/contents.ts";
import { encode } from "../../support/encode.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => short(readFile("表.csv", utf8(text)));
const grid = [
  [
    ["任务", "牵头", "配合"],
    ["甲", "市教育局", "?"],
  ],
];

describe("encodings", () => {
  test.each([
    ["UTF-8", utf8("任务,牵头,配合\n甲,市教育局,")],
    ["UTF-8 with its mark, as Excel saves", utf8("\ufeff任务,牵头,配合\r\n甲,市教育局,\r\n")],
    ["GB18030", encode("gb18030", "任务,牵头,配合\r\n甲,市教育局,\r\n")],
  ])("%s", (_, bytes) => {
    expect(short(readFile("表.CSV", bytes))).toEqual(grid);
  });
});

describe("delimiters", () => {
  test.each([
    ["comma", "任务,牵头,配合\n甲,市教育局,"],
    ["semicolon", "任务;牵头;配合\n甲;市教育局;"],
    ["tab", "任务\t牵头\t配合\n甲\t市教育局\t"],
    ["named in the first line", "sep=|\n任务|牵头|配合\n甲|市教育局|"],
  ])("%s", (_, text) => expect(read(text)).toEqual(grid));

  test("quoted cells keep delimiters, line breaks and quotation marks", () => {
    expect(read('任务,牵头\n"甲,""乙""\n丙",市教育局')).toEqual([
      [
        ["任务", "牵头"],
        ['甲,"乙"\n丙', "市教育局"],
      ],
    ]);
  });

  test("a quotation mark that is never closed is a sign like any other", () => {
    expect(read('任务,牵头\n"甲,市教育局\n乙,市财政局')).toEqual([
      [
        ["任务", "牵头"],
        ['"甲', "市教育局"],
        ["乙", "市财政局"],
      ],
    ]);
  });
});

test("titles above, blank columns and rows, formulas as text", () => {
  const content = readFile(
    "表.csv",
    utf8('清单,,,\n,,,\n任务,,牵头,\n"=HYPERLINK(""http://x"",""甲"")",,"=""001""",\n'),
  );
  expect(short(content)).toEqual([
    "清单",
    [
      ["任务", "牵头"],
      ["甲", "001"],
    ],
  ]);
  expect(content).toMatchObject({ notices: ["formulas-as-text"] });
});
