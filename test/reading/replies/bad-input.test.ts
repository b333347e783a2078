// Replies that are wrong, far too long, or written to deceive.
import { describe, expect, it } from "vitest";
import { readImpossible } from "../../../src/reading/replies/impossible.ts";
import { readStatusReply } from "../../../src/reading/replies/status-reply.ts";

const TODAY = "2026-11-22";
const read = (text: string) => readStatusReply(text, TODAY);

describe("bad input", () => {
  it.each(["完成120%", "完成年度目标的103%", "进度百分之一百二十", "完成十二成"])("more than all of it: %s", (text) => {
    expect(read(text)).toMatchObject({ percent: null, unsure: true });
  });

  it("says which percentage cannot be", () => {
    expect(readImpossible("完成年度目标的103%", TODAY)).toEqual({ kind: "percent", percent: 103 });
  });

  it.each(["已完成156", "累计培训4200", "共发放 860 左右"])("a figure without what it counts: %s", (text) => {
    expect(read(text)).toMatchObject({ quantities: [], unsure: true });
  });

  it.each(["已完成156个", "培训4200人", "2025年任务已完成", "第3批已完成"])("a figure with it: %s", (text) => {
    expect(read(text).unsure).toBe(false);
  });

  it.each([
    ["words", "进度六成，"],
    ["negations", "没有"],
    ["figures", "一二三四"],
    ["dates", "12月20日前"],
    ["percents", "50%"],
    ["waiting", "等"],
    ["requests", "请求"],
    ["brackets", "（("],
    ["forecasts", "预计完成时间"],
  ])("10,000 characters of %s are read like any other text", (_, piece) => {
    const text = piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000);
    const reading = read(text);
    expect([...reading.note].length).toBeLessThanOrEqual(300);
    expect(reading.status === "done").toBe(false);
  });

  it("mentions, links and marks say nothing", () => {
    const plain = read("进度六成");
    for (const text of [
      "<!channel> 进度六成",
      "<!everyone> <@U123ABC> 进度六成",
      "<https://example.com/已完成|办结证明> 进度六成",
      "进度\u202e六\u200b成\u0007",
      "◇◆进度六成",
    ]) {
      expect({ ...read(text), note: "" }, text).toEqual({ ...plain, note: "" });
    }
  });

  it("a mark for a date in the reply is no date", () => {
    expect(read("预计◇前完成").forecast).toBeNull();
    expect(read("◆推进中，12月20日前办结").forecast).toBe("2026-12-20");
  });
});
