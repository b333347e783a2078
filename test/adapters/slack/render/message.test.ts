// Texts of people and documents stay text.
import { describe, expect, it } from "vitest";
import { bold, cut, line } from "../../../../src/adapters/slack/render/blocks.ts";
import { escapeMrkdwn } from "../../../../src/adapters/slack/render/message.ts";

describe("escapeMrkdwn", () => {
  it.each([
    ["<!channel>", "&lt;!channel&gt;"],
    ["<@U123>", "&lt;@U123&gt;"],
    ["<https://evil.example|点这里>", "&lt;https://evil.example|点这里&gt;"],
    ["A&B &amp;", "A&amp;B &amp;amp;"],
    ["*粗* _斜_ ~删~ `码`", "＊粗＊ ＿斜＿ ～删～ ｀码｀"],
    [":tada: 12:30", "：tada: 12:30"],
    ["市财政局（5 分钟；第 2 次提交）", "市财政局（5 分钟；第 2 次提交）"],
  ])("%s → %s", (text, escaped) => {
    expect(escapeMrkdwn(text)).toBe(escaped);
  });
});

describe("lines", () => {
  it("are one line, however the text is broken", () => {
    expect(line(" 第一行\n\n第二行\t尾 ")).toBe("第一行 第二行 尾");
    expect(bold("甲\n乙")).toBe("*甲 乙*");
  });

  it("stay within a fifth of a section, even where escaping makes them longer", () => {
    for (const text of ["&".repeat(10_000), "<".repeat(10_000), "市".repeat(10_000)]) {
      expect(line(text).length).toBeLessThanOrEqual(500);
    }
    expect(line("&".repeat(10_000))).toMatch(/&amp;…$/);
  });

  it("cut names and titles to their kind's length", () => {
    expect(cut("市".repeat(100), "name")).toHaveLength(40);
    expect(cut("市财政局", "name")).toBe("市财政局");
  });
});
