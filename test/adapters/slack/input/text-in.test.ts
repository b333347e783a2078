// What people write, freed of Slack's markup and of what cannot be seen.
import { describe, expect, it } from "vitest";
import { plainText, withoutMention } from "../../../../src/adapters/slack/input/text-in.ts";

describe("plain text", () => {
  it.each([
    ["  已完成60%  ", "已完成60%"],
    ["进度 &gt;50% &amp; &lt;60%", "进度 >50% & <60%"],
    ["&amp;lt;", "&lt;"],
    ["市教育局 <@U0JIAOYU|jiaoyu>", "市教育局 <@U0JIAOYU|jiaoyu>"],
    ["<#C0LIANXI|联席会议> 已通知", "联席会议 已通知"],
    ["见 <https://example.org/a|附件>", "见 附件"],
    ["见 <https://example.org/a>", "见 https://example.org/a"],
    ["<!channel> 已完成", "已完成"],
    ["已\u200B完\u202E成\uFEFF\u0000", "已完成"],
    ["完\u{E0041}成", "完成"],
    ["第一行\r\n第二行\t第三", "第一行\n第二行\t第三"],
    [undefined, ""],
  ])("%j → %j", (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});

it("the bot's own name is taken out, other names stay", () => {
  expect(withoutMention("<@U0BOT> 订单班 <@U0CAI> 谁管", "U0BOT")).toBe("订单班 <@U0CAI> 谁管");
  expect(withoutMention("<@U0BOT|lianxi>", "U0BOT")).toBe("");
});
