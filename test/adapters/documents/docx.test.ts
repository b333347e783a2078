// .docx: the exact blocks, from files as programs write them and as people make them.
import { LevelFormat } from "docx";
import { describe, expect, test } from "vitest";
import { readFile } from "../../../src/adapters/documents/read-file.ts";
import type { DocumentContent } from "../../../src/domain/register/document-content.ts";
import { short } from "../../support/contents.ts";
import { docxOf, oddDocx, p, tbl } from "../../support/office-files.ts";

const read = (bytes: Uint8Array): DocumentContent => readFile("分工.docx", bytes);
const notices = (content: DocumentContent) => (content.kind === "blocks" ? content.notices : null);

test("paragraphs and a table, exactly", async () => {
  const bytes = await docxOf("关于加强工作的责任分工", [
    ["序号", "工作任务", "牵头单位"],
    ["1", "建成基地", "市教育局\n市财政局"],
  ]);
  expect(read(bytes)).toEqual({
    kind: "blocks",
    notices: [],
    blocks: [
      { kind: "paragraph", text: "关于加强工作的责任分工", at: 1 },
      {
        kind: "table",
        sheet: null,
        rows: [
          {
            at: 2,
            cells: [
              { text: "序号", merged: null },
              { text: "工作任务", merged: null },
              { text: "牵头单位", merged: null },
            ],
          },
          {
            at: 3,
            cells: [
              { text: "1", merged: null },
              { text: "建成基地", merged: null },
              { text: "市教育局\n市财政局", merged: null },
            ],
          },
        ],
      },
    ],
  });
});

describe("merged cells", () => {
  test("downwards, sideways, both, and truly empty ones", async () => {
    const bytes = await docxOf([
      ["序号", "任务", "牵头", "配合"],
      [{ text: "一、总体", columns: 4 }],
      ["1", "甲", { text: "市教育局", rows: 2 }, ""],
      ["2", "乙", { text: "市财政局" }],
      ["3", { text: "丙", columns: 2, rows: 2 }, "市民政局"],
      ["4", ""],
    ]);
    expect(short(read(bytes))).toEqual([
      [
        ["序号", "任务", "牵头", "配合"],
        ["一、总体", "←", "←", "←"],
        ["1", "甲", "市教育局", ""],
        ["2", "乙", "↑", "市财政局"],
        ["3", "丙", "←", "市民政局"],
        ["4", "↑", "↑", ""],
      ],
    ]);
  });

  test("bookmarks between rows, rows that begin late, horizontal merges of old files", () => {
    const rows = [
      [p("序号"), p("任务"), p("牵头")],
      [p("1"), `<w:tcPr><w:hMerge w:val="restart"/></w:tcPr>${p("甲")}`, `<w:tcPr><w:hMerge/></w:tcPr>${p("")}`],
      [`<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${p("2")}`, p("乙"), p("市教育局")],
      [`<w:tcPr><w:vMerge/></w:tcPr>${p("")}`, p("丙"), p("市财政局")],
    ];
    const table = tbl(rows)
      .replace("</w:tr><w:tr>", '</w:tr><w:bookmarkStart w:id="0" w:name="x"/><w:bookmarkEnd w:id="0"/><w:tr>')
      .replace("</w:tbl>", `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>${p("丁")}</w:tc></w:tr></w:tbl>`);
    expect(short(read(oddDocx(table)))).toEqual([
      [
        ["序号", "任务", "牵头"],
        ["1", "甲", "←"],
        ["2", "乙", "市教育局"],
        ["↑", "丙", "市财政局"],
        ["", "丁", ""],
      ],
    ]);
  });

  test("edges that miss each other by a hair make no column", () => {
    const grid = [900, 4000, 40, 2000, 2000].map((w) => `<w:gridCol w:w="${w}"/>`).join("");
    const wide = (text: string) => `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p(text)}`;
    const table = tbl(
      [
        [p("序号"), wide("任务"), p("牵头"), p("配合")],
        [p("1"), p("甲"), wide("市教育局"), p("市财政局")],
      ],
      grid,
    );
    expect(short(read(oddDocx(table)))).toEqual([
      [
        ["序号", "任务", "牵头", "配合"],
        ["1", "甲", "市教育局", "市财政局"],
      ],
    ]);
  });
});

test("several tables, tables after prose, a title row above the head", async () => {
  const bytes = await docxOf(
    "一、第一部分",
    [
      ["任务", "牵头"],
      ["甲", "市教育局"],
    ],
    "二、第二部分",
    [[{ text: "任务清单", columns: 2 }], ["任务", "牵头"], ["乙", "市财政局"]],
    "结尾",
  );
  expect(short(read(bytes))).toEqual([
    "一、第一部分",
    [
      ["任务", "牵头"],
      ["甲", "市教育局"],
    ],
    "二、第二部分",
    "任务清单",
    [
      ["任务", "牵头"],
      ["乙", "市财政局"],
    ],
    "结尾",
  ]);
});

describe("tables inside tables", () => {
  const inner = tbl([
    [p("任务"), p("牵头")],
    [p("甲"), p("市教育局")],
  ]);

  test("a table around a page is dissolved", () => {
    expect(short(read(oddDocx(tbl([[p("标题") + inner + p("落款")]]))))).toEqual([
      "标题",
      [
        ["任务", "牵头"],
        ["甲", "市教育局"],
      ],
      "落款",
    ]);
  });

  test("a small table in a cell of a real one is read as its words", () => {
    const table = tbl([
      [p("任务"), p("牵头")],
      [p("甲"), p("市教育局")],
      [inner, p("市财政局")],
    ]);
    expect(short(read(oddDocx(table)))).toEqual([
      [
        ["任务", "牵头"],
        ["甲", "市教育局"],
        ["任务 牵头\n甲 市教育局", "市财政局"],
      ],
    ]);
  });
});

test("the numbers that Word counts are read, also in a cell that holds nothing else", async () => {
  const { Document, Packer, Paragraph, Table, TableCell, TableRow } = await import("docx");
  const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
    ...{ level: at, format, text },
  });
  const numbered = (text: string, reference: string, at = 0) =>
    new Paragraph({ text, numbering: { reference, level: at } });
  const cell = (...children: InstanceType<typeof Paragraph>[]) => new TableCell({ children });
  const document = new Document({
    numbering: {
      config: [
        {
          reference: "chapters",
          levels: [
            level(0, LevelFormat.CHINESE_COUNTING, "%1、"),
            level(1, LevelFormat.CHINESE_COUNTING, "（%2）"),
            level(2, LevelFormat.DECIMAL, "%3"),
          ],
        },
        { reference: "rows", levels: [level(0, LevelFormat.DECIMAL, "%1")] },
        { reference: "dots", levels: [level(0, LevelFormat.BULLET, "●")] },
      ],
    },
    sections: [
      {
        children: [
          numbered("总体要求", "chapters"),
          numbered("目标", "chapters", 1),
          numbered("原则", "chapters", 1),
          numbered("坚持", "chapters", 2),
          numbered("重点任务", "chapters"),
          numbered("任务一", "chapters", 1),
          numbered("要点", "dots"),
          new Table({
            rows: ["甲", "乙"].map(
              (text) => new TableRow({ children: [cell(numbered("", "rows")), cell(new Paragraph(text))] }),
            ),
          }),
        ],
      },
    ],
  });
  expect(short(read(new Uint8Array(await Packer.toBuffer(document))))).toEqual([
    "一、总体要求",
    "（一）目标",
    "（二）原则",
    "1 坚持",
    "二、重点任务",
    "（一）任务一",
    "要点",
    [
      ["1", "甲"],
      ["2", "乙"],
    ],
  ]);
});

describe("what is left out, with a notice", () => {
  const run = (text: string, properties = "") => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
  const box = `<w:r><w:pict><v:textbox xmlns:v="v"><w:txbxContent>${p("框内文字")}</w:txbxContent></v:textbox></w:pict></w:r>`;

  test.each([
    ["a text box", `<w:p>${run("正文")}${box}</w:p>`, ["正文"], ["text-boxes-ignored"]],
    [
      "a text box for new and old programs",
      `<w:p>${run("正文")}<mc:AlternateContent xmlns:mc="mc"><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:p>`,
      ["正文"],
      ["text-boxes-ignored"],
    ],
    [
      "a picture",
      `<w:p>${run("正文")}<w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r></w:p>`,
      ["正文"],
      ["pictures-ignored"],
    ],
    ["a comment", `<w:p>${run("正文")}<w:r><w:commentReference w:id="0"/></w:r></w:p>`, ["正文"], ["comments-ignored"]],
    [
      "a footnote",
      `<w:p>${run("正文")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`,
      ["正文"],
      ["footnotes-ignored"],
    ],
    ["hidden words", `<w:p>${run("正文")}${run("密", "<w:vanish/>")}</w:p>`, ["正文"], ["hidden-left-out"]],
    [
      "tracked changes: as if accepted",
      `<w:p>${run("市")}<w:del><w:r><w:delText>教育局</w:delText></w:r></w:del><w:ins>${run("财政局")}</w:ins></w:p>`,
      ["市财政局"],
      ["revisions-accepted"],
    ],
    [
      "a deleted end of a paragraph",
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("市")}</w:p><w:p>${run("财政局")}</w:p>`,
      ["市财政局"],
      ["revisions-accepted"],
    ],
  ])("%s", (_, body, words, said) => {
    const content = read(oddDocx(body));
    expect(short(content)).toEqual(words);
    expect(notices(content)).toEqual(said);
  });

  test("a deleted row, a hidden row", () => {
    const row = (text: string, properties: string) =>
      `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${p(text)}</w:tc><w:tc>${p("市教育局")}</w:tc></w:tr>`;
    const table = `<w:tbl>${row("任务", "")}${row("甲", '<w:del w:id="1"/>')}${row("乙", "<w:hidden/>")}${row("丙", "")}</w:tbl>`;
    const content = read(oddDocx(table));
    expect(short(content)).toEqual([
      [
        ["任务", "市教育局"],
        ["丙", "市教育局"],
      ],
    ]);
    expect(notices(content)).toEqual(["hidden-left-out", "revisions-accepted"]);
  });
});

test("fields show what they showed, links their words; a table of contents is no text", () => {
  const styles = `<w:styles xmlns:w="w"><w:style w:styleId="a1"><w:name w:val="toc 1"/></w:style></w:styles>`;
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://x"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>市教育局</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const body = `${p("一、总则 1", '<w:pStyle w:val="a1"/>')}<w:p>${field}<w:hyperlink><w:r><w:t>牵头</w:t></w:r></w:hyperlink></w:p><w:sdt><w:sdtContent>${p("控件内")}</w:sdtContent></w:sdt>`;
  expect(short(read(oddDocx(body, { "styles.xml": styles })))).toEqual(["市教育局牵头", "控件内"]);
});
