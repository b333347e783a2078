// The agenda as .docx: what stands in it, and that it keeps to the layout of GB/T 9704-2012.
import { beforeAll, describe, expect, test } from "vitest";
import { createAgendaWriter } from "../../../src/adapters/documents/agenda-docx/agenda-writer.ts";
import type { Agenda } from "../../../src/domain/meetings/agenda-types.ts";
import { asked, compile, due, plan, register, said, task } from "../../support/meeting-facts.ts";
import { unzip } from "../../support/unzip.ts";

const writer = createAgendaWriter({
  sayReason: ({ code, params }) => [code, ...Object.values(params ?? {})].join("·"),
  sayStatus: (status, percent) => `${status}${percent ?? ""}`,
});

/** What a person could type: formulas, markup, control and bidi characters, half a character. */
const HOSTILE = "=SUM(A1)<b>&\u0007\u0000\u202E\uFEFF\uD800 +1 @x";

const bases = task("2", "建设公共实训基地", { lead: ["education"], supporting: ["finance", "counties"] });
const jobs = task("2", "开展专项检查", { lead: ["labour"], documentId: 2 });
const second = { ...plan, id: 2, title: "实施意见", shortTitle: "意见" };

async function partsOf(agenda: Agenda): Promise<ReadonlyMap<string, string>> {
  return unzip(await writer.write(agenda));
}

let parts: ReadonlyMap<string, string>;
let xml: string;
beforeAll(async () => {
  const facts = register({
    tasks: [bases, jobs],
    documents: [plan, second],
    occurrences: [due(bases, "2026-12-31", { originalDueDate: "2026-06-05", changes: 2 })],
    latestUpdates: [
      said(bases, "education", "on_track", { text: HOSTILE, percent: 60 }),
      said(bases, "finance", "on_track", { text: "已安排 20 万元；" }),
    ],
    requests: [asked(bases, "education", { kind: "extension", reason: "采购延后", proposedDate: "2027-03-01" })],
  });
  parts = await partsOf(compile(facts, new Map([[bases.id, 1]])));
  xml = parts.get("word/document.xml") ?? "";
});

/** The text of each paragraph, runs joined. */
function paragraphs(of = xml): string[] {
  const decoded = (text: string) =>
    text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  return [...of.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([p]) =>
    [...p.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => decoded(text ?? "")).join(""),
  );
}

/** Font and size in half-points of the runs of the first paragraph that holds `text`. */
function letteringOf(text: string): string[] {
  const paragraph = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].find(([p]) => p.includes(text))?.[0] ?? "";
  return [...paragraph.matchAll(/<w:r>.*?<\/w:r>/gs)].map(
    ([r]) => `${/w:eastAsia="([^"]*)"/.exec(r)?.[1]} ${/<w:sz w:val="(\d+)"/.exec(r)?.[1]}`,
  );
}

describe("layout", () => {
  test("the agenda stands on A4 with the margins of the standard, 22 lines a page", () => {
    const [portrait] = xml.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];
    expect(portrait).toContain('<w:pgSz w:w="11906" w:h="16838"');
    const margins = Object.fromEntries(
      [...(portrait ?? "").matchAll(/ w:(top|right|bottom|left)="(\d+)"/g)].map(([, side, twips]) => [
        side,
        Math.round(Number(twips) / 56.69),
      ]),
    );
    expect(margins).toEqual({ top: 37, right: 26, bottom: 35, left: 28 });
    expect(portrait).toContain('<w:docGrid w:type="lines" w:linePitch="579"');
    expect(Math.floor((16838 - (37 + 35) * 56.69) / 579)).toBe(22);
  });

  test("28 characters fit a line, a 29th does not", () => {
    const spacing = Number(/<w:spacing w:val="(-?\d+)"\/>/.exec(xml)?.[1]);
    const width = 11906 - (28 + 26) * 56.69;
    expect(Math.floor(width / (320 + spacing))).toBe(28);
  });

  test.each([
    ["责任事项联席会议议程（草案）", ["方正小标宋简体 44"]],
    ["会议时间", ["黑体 32", "仿宋_GB2312 32"]],
    ["三、牵头单位汇报", ["黑体 32"]],
    ["（一）《实训基地建设责任分工方案》", ["楷体_GB2312 32"]],
    ["1. 关于建设公共实训基地的汇报", ["仿宋_GB2312 32"]],
    ["列入原因：", ["仿宋_GB2312 32"]],
    ["下一步措施", ["黑体 21"]],
  ])("%s is set in %j", (text, lettering) => {
    expect(letteringOf(text)).toEqual(lettering);
  });

  test("body paragraphs are indented by two characters, Latin letters are Times New Roman, nothing is bold", () => {
    expect(/<w:ind [^>]*w:firstLineChars="200"/.test(xml)).toBe(true);
    expect(new Set([...xml.matchAll(/w:ascii="([^"]*)"/g)].map(([, font]) => font))).toEqual(
      new Set(["Times New Roman"]),
    );
    expect(xml).not.toMatch(/<w:b[ /]|<w:bCs/);
  });

  test("fonts are named with a fallback, not embedded", () => {
    const fonts = parts.get("word/fontTable.xml") ?? "";
    for (const [name, fallback] of [
      ["方正小标宋简体", "宋体"],
      ["仿宋_GB2312", "仿宋"],
      ["楷体_GB2312", "楷体"],
    ]) {
      expect(fonts).toContain(`<w:font w:name="${name}"><w:altName w:val="${fallback}"/>`);
    }
    expect(fonts).not.toContain("w:embed");
  });

  test("page numbers stand between dashes in 14 pt, right on odd pages and left on even ones, one character in", () => {
    expect(parts.get("word/settings.xml")).toContain("<w:evenAndOddHeaders");
    const footers = [...parts].filter(([name]) => name.startsWith("word/footer")).map(([, text]) => text);
    const odd = footers.filter((f) => f.includes('<w:jc w:val="right"/>') && / w:right="280"/.test(f));
    const even = footers.filter((f) => f.includes('<w:jc w:val="left"/>') && / w:left="280"/.test(f));
    expect([odd.length, even.length, footers.length]).toEqual([2, 2, 4]);
    for (const footer of footers) {
      expect(footer).toMatch(/— .*PAGE.* —/s);
      expect(footer).toContain('<w:sz w:val="28"/>');
      expect(footer).toContain('w:eastAsia="宋体"');
    }
  });

  test("the annex starts on a landscape page with 附件 in 黑体; its header row is repeated", () => {
    const [, landscape] = xml.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];
    expect(landscape).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"');
    expect(letteringOf(">附件<")).toEqual(["黑体 32"]);
    const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    expect(rows.map((row) => row.includes("<w:tblHeader"))).toEqual([true, false, false, false, false]);
  });
});

describe("contents", () => {
  test("all seven sections stand in order, an empty one with its reason", () => {
    const lines = paragraphs();
    const headings = lines.filter((line) => /^[一二三四五六七]、/.test(line));
    expect(headings.map((h) => h[0]).join("")).toBe("一二三四五六七");
    expect(lines[lines.indexOf("一、上次会议议定事项落实情况") + 1]).toBe("no-previous-meeting。");
    expect(lines[lines.indexOf("五、专题议题") + 1]).toBe("nothing-in-section。");
  });

  test("an item names who reports, for how long, for which time, why, and what supporting units said", () => {
    const lines = paragraphs();
    const at = lines.findIndex((line) => line.startsWith("1. 关于建设公共实训基地的汇报"));
    expect(lines.slice(at, at + 4)).toEqual([
      "1. 关于建设公共实训基地的汇报（市教育局联络员，1分钟；第2次提交；事项责任分工·2）",
      "参加单位：市财政局、各县区人民政府。",
      "列入原因：meeting-report-received·市教育局·2026-12-08；supporting-missing·北山县人民政府、南湖区人民政府、西河县人民政府·1·4。",
      "配合单位意见：市财政局：已安排20万元。",
    ]);
  });

  test("dates are written in full without leading zeros; 附件 is noted after the text", () => {
    expect(paragraphs()).toEqual(
      expect.arrayContaining(["会议时间：2026年12月25日", "2026年6月5日", "附件：责任事项进展台账", "变更2次"]),
    );
  });

  test("the ledger groups its rows by document where there are several", () => {
    expect(paragraphs()).toEqual(expect.arrayContaining(["《实训基地建设责任分工方案》", "《实施意见》"]));
  });

  test("what people typed is plain text and cannot break the file", () => {
    expect(paragraphs()).toContain("=SUM(A1)<b>&\uFFFD +1 @x");
    for (const stripped of ["\u0007", "\u0000", "\u202E", "\uFEFF"]) expect(xml).not.toContain(stripped);
    expect(xml).not.toContain("<w:fldSimple");
  });

  test("an agenda without tasks is still a paper that says so", async () => {
    const empty = await partsOf(compile(register({ tasks: [] })));
    const lines = paragraphs(empty.get("word/document.xml"));
    expect(lines.filter((line) => line === "nothing-in-section。")).toHaveLength(6);
  });
});
