// Messages about several tasks. Sunday 22 November 2026.
import { describe, expect, it } from "vitest";
import { parseReplies } from "../../../src/reading/replies/parse-replies.ts";

const TODAY = "2026-11-22";
/** "21 done", "22 on_track 60" */
type Said = readonly string[];

function said(text: string): Said {
  return parseReplies(text, TODAY).map(({ refs, reading }) => {
    const { status, percent, unsure } = reading;
    return [refs.join("+") || "—", unsure ? "?" : (status ?? "·"), ...(percent === null ? [] : [percent])].join(" ");
  });
}

describe("parseReplies", () => {
  it.each<[string, Said]>([
    ["21号完成，22号进度六成", ["21 done", "22 on_track 60"]],
    ["21号已完成，22号推进中，预计年底前完成", ["21 done", "22 on_track"]],
    ["21号已完成22号推进中", ["21 done", "22 on_track"]],
    ["第21项已办结；第22项进度偏慢，请协调；第23项尚未启动", ["21 done", "22 at_risk", "23 not_started"]],
    ["21：60%\n22：受阻，等资金", ["21 on_track 60", "22 blocked"]],
    ["21 进度60%\n22 已完成", ["21 on_track 60", "22 done"]],
    ["21、已完成\n22、过半", ["21 done", "22 on_track 50"]],
    ["（二十一）已办结。（二十二）完成八成半。", ["21 done", "22 on_track 85"]],
    ["責任分工·21 已完成，實施意見·3 進度三成", ["责任分工·21 done", "实施意见·3 on_track 30"]],
    ["task 21 is done, task 22 is 60% complete", ["21 done", "22 on_track 60"]],
    ["#21 done; #22 blocked", ["21 done", "22 blocked"]],
    ["21号、22号均已启动", ["21+22 on_track"]],
    ["21号，22号均已启动", ["21+22 on_track"]],
    ["21号和22号已完成，23号没有完成", ["21+22 done", "23 ?"]],
    ["第21、22项进展顺利，第23项受阻", ["21+22 on_track", "23 blocked"]],
    ["您好，21号完成，22号进度六成", ["— ?", "21 done", "22 on_track 60"]],
    ["已完成21号，22号还差验收", ["21 done", "22 ?"]],
    ["21号情况说不好，22号已完成", ["21 ?", "22 done"]],
    ["推进顺利，完成六成", ["— on_track 60"]],
    ["21号进度60%，3号楼已封顶", ["21 on_track 60"]],
    ["21号推进中，完成第3条线路", ["21 ?"]],
    ["21号预计12月22号前完成", ["21 on_track"]],
    ["", []],
  ])("%s", (text, wanted) => expect(said(text)).toEqual(wanted));

  it("keeps the words as they were written", () => {
    expect(parseReplies("２１號：已完成，\n２２號：進度六成。", TODAY).map((reply) => reply.text)).toEqual([
      "２１號：已完成",
      "２２號：進度六成。",
    ]);
  });

  it("reads the date, the figures and the requests of each task apart", () => {
    const [first, second] = parseReplies("21号开班156个，预计12月20日前完成；22号申请延期至明年3月底，请协调", TODAY);
    expect(first?.reading).toMatchObject({ forecast: "2026-12-20", extensionTo: null, quantities: [{ value: 156 }] });
    expect(second?.reading).toMatchObject({ forecast: null, extensionTo: "2027-03-31", needsCoordination: true });
  });

  it("stands ten thousand characters of numbers", () => {
    const replies = parseReplies("21号完成，".repeat(2000).slice(0, 10_000), TODAY);
    expect(replies.every((reply) => reply.refs.join() === "21")).toBe(true);
  });
});
