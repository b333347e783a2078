// Files made to do harm, or so odd that they might: each is refused in words or read harmlessly. Nothing hangs, nothing crashes.
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { MOST_COLUMNS, MOST_ROWS } from "../../../src/adapters/documents/limits.ts";
import { readFile } from "../../../src/adapters/documents/read-file.ts";
import { Refusal } from "../../../src/errors.ts";
import { short } from "../../support/contents.ts";
import { docxOf, docxParts, oddDocx, p, tbl, xlsxOf } from "../../support/office-files.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** The refusal as `code {details}`, or the words that were read. */
function outcome(fileName: string, bytes: Uint8Array): unknown {
  try {
    return short(readFile(fileName, bytes));
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    const { file, ...details } = thrown.details;
    expect(file).toBe(fileName);
    return { [thrown.code]: details };
  }
}

/** Overwrites what the directory of a zip says about one entry's unpacked size. */
function lie(zip: Uint8Array, name: string, size: number): Uint8Array {
  const lying = Buffer.from(zip);
  const entry = Buffer.from([0x50, 0x4b, 1, 2]);
  for (let at = lying.indexOf(entry); at >= 0; at = lying.indexOf(entry, at + 4)) {
    const length = lying.readUInt16LE(at + 28);
    if (lying.toString("utf8", at + 46, at + 46 + length) === name) lying.writeUInt32LE(size, at + 24);
  }
  return new Uint8Array(lying);
}

const MAIN = "word/document.xml";
const bomb = () => oddDocx(`${p("甲")}${" ".repeat(70 * 1024 * 1024)}`);

describe("zip files", () => {
  test("a bomb is refused by what its directory says", () => {
    expect(outcome("炸弹.docx", bomb())).toEqual({ "file-too-complex": {} });
  });

  test("a bomb that says it is small is unpacked no further than it says", () => {
    expect(outcome("炸弹.docx", lie(bomb(), MAIN, 2_000))).toEqual({ "file-unreadable": {} });
  });

  test("an entry that says it is 4 GB", () => {
    expect(outcome("大.docx", lie(oddDocx(p("甲")), MAIN, 0xffff_fff0))).toEqual({ "file-unreadable": {} });
  });

  test("thousands of entries", () => {
    const entries = Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`${i}`, new Uint8Array()]));
    expect(outcome("多.docx", zipSync({ ...docxParts(p("甲")), ...entries }))).toEqual({ "file-too-complex": {} });
  });

  test.each([
    ["a zip renamed to .docx", { "a.txt": strToU8("x") }, { "file-type": { kind: "zip" } }],
    ["a zip inside a zip", { "b.docx": oddDocx(p("甲")) }, { "file-type": { kind: "zip" } }],
    [
      "OpenDocument",
      { mimetype: strToU8("application/vnd.oasis.opendocument.text") },
      { "file-type": { kind: "odt", saveAs: ".docx" } },
    ],
    ["no document.xml", without(MAIN), { "file-unreadable": {} }],
    ["no relations", without("_rels/.rels"), { "file-unreadable": {} }],
  ])("%s", (_, entries, refused) => {
    expect(outcome("假.docx", zipSync(entries))).toEqual(refused);
  });

  test("cut off, or nothing but the signature", async () => {
    const whole = await docxOf("市教育局");
    expect(outcome("断.docx", whole.subarray(0, whole.length / 2))).toEqual({ "file-unreadable": {} });
    expect(outcome("断.docx", whole.subarray(0, 4))).toEqual({ "file-unreadable": {} });
  });

  function without(name: string): Record<string, Uint8Array> {
    const { [name]: _, ...rest } = docxParts(p("甲"));
    return rest;
  }
});

describe("XML", () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "哈哈">${"bcdefghij"
    .split("")
    .map((name, i) => `<!ENTITY ${name} "${`&${"abcdefghi"[i]};`.repeat(10)}">`)
    .join("")}]>`;
  const external = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';

  test.each([
    ["a billion laughs", laughs, "&j;"],
    ["an external entity", external, "&e;"],
    ["an entity that nobody declared", "", "&e;"],
  ])("%s, in a document and in a workbook", async (_, doctype, entity) => {
    const document = docxParts("");
    document[MAIN] = strToU8(`${doctype}<document><body><p><r><t>${entity}</t></r></p></body></document>`);
    expect(outcome("实体.docx", zipSync(document))).toEqual({ "file-unreadable": {} });
    const workbook = unzipSync(await xlsxOf((book) => book.addWorksheet("一").addRow(["甲", "乙"])));
    workbook["xl/sharedStrings.xml"] = strToU8(`${doctype}<sst><si><t>${entity}</t></si></sst>`);
    expect(outcome("实体.xlsx", zipSync(workbook))).toEqual({ "file-unreadable": {} });
  });

  test("entities in a web page are words", () => {
    expect(outcome("实体.html", utf8(`${laughs}<p>市教育局 &j; 牵头`))).toContain("市教育局 &j; 牵头");
  });

  test.each([
    ["not closed", "<w:p>"],
    ["closed twice", "</w:body></w:body>"],
    ["control characters", p("\u0001")],
  ])("%s", (_, body) => expect(outcome("坏.docx", oddDocx(body))).toEqual({ "file-unreadable": {} }));
});

test("an encrypted .docx, an old .doc and .xls", () => {
  const old = (...streams: string[]) =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Array(600).fill(0), ...Buffer.from(streams.join("\0"), "utf16le")]);
  expect(outcome("密.docx", old("EncryptionInfo", "EncryptedPackage"))).toEqual({ "file-encrypted": {} });
  expect(outcome("旧.doc", old("WordDocument"))).toEqual({ "file-type": { kind: "doc", saveAs: ".docx" } });
  expect(outcome("旧.docx", old("WordDocument"))).toEqual({ "file-type": { kind: "doc", saveAs: ".docx" } });
  expect(outcome("旧.xls", old("Workbook"))).toEqual({ "file-type": { kind: "xls", saveAs: ".xlsx" } });
  expect(outcome("旧.wps", old("WordDocument"))).toEqual({ "file-type": { kind: "wps", saveAs: ".docx" } });
});

test("macros are never run and said to be left out", () => {
  const parts = docxParts(p("市教育局"));
  const types = new TextDecoder().decode(parts["[Content_Types].xml"]);
  parts["[Content_Types].xml"] = strToU8(
    types.replace(/application[^"]*/, "application/vnd.ms-word.document.macroEnabled.main+xml"),
  );
  parts["word/vbaProject.bin"] = strToU8("Sub AutoOpen()");
  const content = readFile("宏.docm", zipSync(parts));
  expect(content).toMatchObject({ notices: ["macros-ignored"] });
  expect(short(content)).toEqual(["市教育局"]);
});

test("control, bidi, zero-width and tag characters are taken out of every format", async () => {
  const odd = "市\u200b财\u202e政\u2066局\u{e0041}\ufeff";
  const clean = [["任务", "市财政局"]];
  const workbook = await xlsxOf((book) => book.addWorksheet("一").addRow(["任务", odd]));
  expect(outcome("符.docx", oddDocx(tbl([[p("任务"), p(odd)]])))).toEqual([clean]);
  expect(outcome("符.xlsx", workbook)).toEqual([{ 一: clean }]);
  expect(outcome("符.html", utf8(`<table><tr><td>任务<td>${odd}&#x202e;</table>`))).toEqual([clean]);
  expect(outcome("符.csv", utf8(`任务,${odd}`))).toEqual([clean]);
  expect(outcome("符.docx", oddDocx(p(odd)))).toEqual(["市财政局"]);
});

describe("too much", () => {
  const tooManyRows = { "file-too-complex": { rows: MOST_ROWS } };
  const tooManyColumns = { "file-too-complex": { columns: MOST_COLUMNS } };
  const ROWS = 100_000;

  test("100,000 rows of each format", async () => {
    const book = await xlsxOf((workbook) => {
      const sheet = workbook.addWorksheet("一");
      for (let i = 0; i < MOST_ROWS + 1; i++) sheet.addRow([i, "甲"]);
    });
    expect(outcome("长.xlsx", book)).toEqual(tooManyRows);
    const row = `<w:tr><w:tc>${p("一")}</w:tc><w:tc>${p("甲")}</w:tc></w:tr>`;
    expect(outcome("长.docx", oddDocx(`<w:tbl>${row.repeat(ROWS)}</w:tbl>`))).toEqual(tooManyRows);
    expect(outcome("长.html", utf8(`<table>${"<tr><td>一<td>甲".repeat(ROWS)}</table>`))).toEqual(tooManyRows);
    expect(outcome("长.csv", utf8("一,甲\n".repeat(ROWS)))).toEqual(tooManyRows);
  });

  test("16,384 columns of each format; written to the last one", async () => {
    const book = await xlsxOf((workbook) => {
      const sheet = workbook.addWorksheet("一");
      for (let i = 1; i <= 16_384; i++) sheet.getCell(1, i).value = "甲";
    });
    expect(outcome("宽.xlsx", book)).toEqual(tooManyColumns);
    expect(outcome("宽.docx", oddDocx(tbl([new Array(16_384).fill(p("甲"))])))).toEqual(tooManyColumns);
    expect(outcome("宽.html", utf8(`<table><tr>${"<td>甲".repeat(16_384)}</table>`))).toEqual(tooManyColumns);
    expect(outcome("宽.csv", utf8("甲,".repeat(16_384)))).toEqual(tooManyColumns);
  });

  test("a sheet formatted or merged to its very end is as small as its words", async () => {
    const book = unzipSync(
      await xlsxOf((workbook) => {
        workbook.addWorksheet("一").addRows([
          ["任务", "牵头"],
          ["甲", "市教育局"],
        ]);
      }),
    );
    const sheet = "xl/worksheets/sheet1.xml";
    const text = new TextDecoder().decode(book[sheet]);
    book[sheet] = strToU8(
      text.replace(
        "</sheetData>",
        '</sheetData><mergeCells><mergeCell ref="B2:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>',
      ),
    );
    expect(outcome("格式.xlsx", zipSync(book))).toEqual([
      {
        一: [
          ["任务", "牵头"],
          ["甲", "市教育局"],
        ],
      },
    ]);
  });

  test("tables and elements deep inside each other", () => {
    const nest = (levels: number, open: string, close: string) => open.repeat(levels) + close.repeat(levels);
    const tooDeep = { "file-too-complex": {} };
    expect(outcome("深.docx", oddDocx(nest(100, "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")))).toEqual(tooDeep);
    expect(outcome("深.docx", oddDocx(nest(10_000, "<w:ins>", "</w:ins>")))).toEqual(tooDeep);
    expect(outcome("深.html", utf8(nest(60, "<table><tr><td>甲<td>", "</table>")))).toEqual(tooDeep);
    expect(outcome("深.html", utf8(`<div>${"<div>".repeat(100_000)}`))).toEqual(tooDeep);
  });
});

describe("nonsense in spans and references is no harm", () => {
  test("spans", () => {
    const span = (value: string) => `<w:tcPr><w:gridSpan w:val="${value}"/><w:vMerge/></w:tcPr>${p("甲")}`;
    const rows = ["999999999", "-5", "x", "0"].map((value) => [span(value), p("乙")]);
    expect(outcome("跨.docx", oddDocx(tbl(rows)))).toBeInstanceOf(Array);
    const html = `<table><tr><td colspan=1e99 rowspan=999999999>甲<td colspan=-1 rowspan=x>乙<tr><td>丙</table>`;
    expect(outcome("跨.html", utf8(html))).toBeInstanceOf(Array);
  });

  test("styles that rest on each other, lists that do not exist, strings that are not there", async () => {
    const styles = `<w:styles xmlns:w="w"><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`;
    const body = p("甲", '<w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="99"/><w:numId w:val="7"/></w:numPr>');
    expect(outcome("环.docx", oddDocx(body, { "styles.xml": styles }))).toEqual(["甲"]);
    const book = unzipSync(await xlsxOf((workbook) => workbook.addWorksheet("一").addRow(["甲", "乙", "丙"])));
    const sheet = "xl/worksheets/sheet1.xml";
    book[sheet] = strToU8(new TextDecoder().decode(book[sheet]).replace("<v>2</v>", "<v>99</v>"));
    expect(outcome("缺.xlsx", zipSync(book))).toEqual([{ 一: [["甲", "乙"]] }]);
  });
});

test.each([
  ["空.docx", oddDocx("")],
  ["空.html", utf8("<html><body><p> </p></body></html>")],
  ["空.csv", utf8(",,\n,,\n")],
])("%s has no words", (name, bytes) => expect(outcome(name, bytes)).toEqual({ "file-empty": {} }));

test("an empty workbook has no words", async () => {
  const empty = await xlsxOf((workbook) => void workbook.addWorksheet("一"));
  expect(outcome("空.xlsx", empty)).toEqual({ "file-empty": {} });
});

test("damaged files of every kind are read or refused, never anything else", async () => {
  const table = [
    ["任务", "牵头"],
    ["甲", "市教育局"],
  ];
  const files: [string, Uint8Array][] = [
    ["坏.docx", await docxOf("标题", table)],
    ["坏.xlsx", await xlsxOf((workbook) => workbook.addWorksheet("一").addRows(table))],
    ["坏.html", utf8("<html><table><tr><td rowspan=2>甲<td>乙<tr><td>丙</table><ol><li>丁</ol>")],
    ["坏.csv", utf8('任务,"牵头"\n甲,市教育局\n')],
  ];
  const random = generator(20_261_122);
  for (const [name, bytes] of files) {
    for (let round = 0; round < 400; round++) {
      const damaged = bytes.slice(0, random() < 0.2 ? Math.floor(random() * bytes.length) : undefined);
      for (let i = 0; i <= round % 8; i++) damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
      expect(outcome(name, damaged)).toBeDefined();
    }
  }
});

/** The same numbers in every run (a linear congruential generator). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
