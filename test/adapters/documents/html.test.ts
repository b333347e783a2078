// .html and saved pages: the lines a person sees, and tables with their merged cells.
import { describe, expect, test } from "vitest";
import { readFile } from "../../../src/adapters/documents/read-file.ts";
import type { DocumentContent } from "../../../src/domain/register/document-content.ts";
import { short } from "../../support/contents.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (html: string, name = "分工.html"): DocumentContent => readFile(name, utf8(html));

describe("words", () => {
  test("blocks and line breaks make lines; white space as a browser shows it", () => {
    const html = `<!DOCTYPE html><title>x</title><style>p{}</style><nav>首页</nav><h1>关于<b>加强</b>工作的
      意见</h1><div>一、总则<br>（一）目标&nbsp;&amp; 原则<p>市教育局  牵头</div><script>alert(1)</script>
      <pre>甲
乙</pre><ol start=3><li>三<li>四</ol><ul><li>点</ul>`;
    expect(short(read(html))).toEqual([
      "关于加强工作的意见",
      "一、总则",
      "（一）目标\u00a0& 原则",
      "市教育局 牵头",
      "甲",
      "乙",
      "3.三",
      "4.四",
      "点",
    ]);
  });

  test("what is hidden is left out, with a notice; pictures too", () => {
    const content = read("<p>看</p><p hidden>藏</p><p style='display: none'>藏</p><div hidden></div><img src=x>");
    expect(content).toMatchObject({ notices: ["hidden-left-out", "pictures-ignored"] });
    expect(short(content)).toEqual(["看"]);
  });
});

describe("tables", () => {
  test("rowspan and colspan make a grid; every covered cell says by what", () => {
    const html = `<table><caption>附表</caption>
      <tr><th>序号<th>任务<th>牵头<th>配合
      <tr><td colspan=99>一、总体
      <tr><td>1<td>甲<td rowspan=2>市教育局<td>
      <tr><td>2<td>乙<td>市财政局<br>市民政局
      <tr><td>3<td rowspan=0 colspan=2>丙<td>市民政局
      <tr><td>4<td>市水利局</table>`;
    expect(short(read(html))).toEqual([
      "附表",
      [
        ["序号", "任务", "牵头", "配合"],
        ["一、总体", "←", "←", "←"],
        ["1", "甲", "市教育局", ""],
        ["2", "乙", "↑", "市财政局\n市民政局"],
        ["3", "丙", "←", "市民政局"],
        ["4", "↑", "↑", "市水利局"],
      ],
    ]);
  });

  test("tables that lay out a page are dissolved, in their order", () => {
    const html = `<table><tr><td>栏目<td><table><tr><td>标题<tr><td>
      <table><tr><td>任务<td>牵头<tr><td>甲<td>市教育局</table>落款</table></table>`;
    expect(short(read(html))).toEqual([
      "栏目",
      "标题",
      [
        ["任务", "牵头"],
        ["甲", "市教育局"],
      ],
      "落款",
    ]);
  });
});

describe("encodings and names", () => {
  const gb = (head: string) => Uint8Array.from([...utf8(head), 0xb2, 0xc6, 0xd5, 0xfe, 0xbe, 0xd6]);
  test.each([
    ["a GB2312 page that says so", gb('<html><meta charset="gb2312"><p>'), "财政局"],
    ["a GBK page that says so the old way", gb('<html><meta content="text/html; charset=gbk"><p>'), "财政局"],
    ["a page that says nothing", gb("<html><p>"), "财政局"],
    [
      "a Big5 page that says so",
      Uint8Array.from([...utf8("<html><meta charset=big5><p>"), 0xb0, 0x5d, 0xac, 0x46]),
      "財政",
    ],
    ["UTF-8, whatever it says", utf8('<html><meta charset="gb2312"><p>财政局'), "财政局"],
    ["an encoding nobody knows", gb('<html><meta charset="martian"><p>'), "财政局"],
  ])("%s", (_, bytes, words) => {
    expect(short(readFile("页.htm", bytes))).toEqual([words]);
  });

  test("a page that is called something else is read as what it is", () => {
    const html = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>任务<td>牵头</table>';
    expect(short(read(html, "导出.xls"))).toEqual([[["任务", "牵头"]]]);
    expect(short(read("\ufeff <!doctype html><p>甲", "甲.txt"))).toEqual(["甲"]);
  });
});
