// A document sent to the bot: reviewed by clicks, by the form and in plain words; every answer is a use case, every card an edit.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { encodeApply, encodeGuess, encodeImport } from "../../../src/adapters/slack/ids.ts";
import type { ReviewView } from "../../../src/app/use-cases.ts";
import { Refusal } from "../../../src/errors.ts";
import { CHANNEL, CONTACT, DM, SECRETARY, SlackTestBot } from "../../support/slack-bot.ts";
import { reviewView } from "./render/samples.ts";

let bot: SlackTestBot;
beforeAll(async () => {
  bot = await SlackTestBot.start();
});
beforeEach(() => bot.clear());
afterAll(() => bot.stop());

const VIEW = reviewView(2, "市财政局");
const ITEM = VIEW.items.find(({ field }) => field === "lead") ?? expect.fail();
const LATER: ReviewView = { ...VIEW, begins: false, open: VIEW.items.slice(1) };
const guess = encodeGuess({ importId: 1, key: ITEM.key });
const imported = { title: "示例", tasks: 1, unitsCreated: 1, unitsWithoutContact: [] };
const SECRETARY_DM = `D${SECRETARY.slice(1)}`;
const sendFile = async () => {
  const file = bot.slack.state.addFile("分工.txt", Buffer.from("一、市教育局牵头"));
  await bot.dm("", { user: SECRETARY, channel: SECRETARY_DM, subtype: "file_share", files: [file] });
};

describe("a document", () => {
  it("is reviewed when it arrives, byte for byte, and its message remembered", async () => {
    const started = bot.gives("startReview", VIEW);
    const placed = bot.gives("placeReview", undefined);
    await sendFile();
    expect(started).toEqual([{ fileName: "分工.txt", bytes: expect.any(Uint8Array), by: SECRETARY }]);
    const [message] = bot.slack.state.messages;
    expect(message?.text).toContain("请核对");
    expect(placed).toEqual([{ importId: 1, message: { channel: message?.channel, ts: message?.ts } }]);
  });

  it("that may not be imported is refused in words", async () => {
    bot.useCases.startReview = async () => {
      throw new Refusal("not-secretary");
    };
    await sendFile();
    expect(bot.slack.state.messages[0]?.text).toContain("联席办");
  });
});

describe("导入", () => {
  it("goes on with the open review in the direct messages; the earlier message says so", async () => {
    const earlier = bot.slack.state.addMessage({ channel: DM, user: "UBOT", text: "请核对" });
    bot.gives("continueReview", { ...LATER, message: { channel: DM, ts: earlier.ts } });
    const placed = bot.gives("placeReview", undefined);
    await bot.command("导入", CONTACT, CHANNEL);
    expect(bot.slack.state.messages.find(({ ts }) => ts === earlier.ts)?.text).toContain("下方新消息");
    expect(placed).toHaveLength(1);
    expect(bot.slack.responses[0]?.text).toContain("私信");
  });

  it("without one takes the newest file; without a file it says how", async () => {
    bot.gives("continueReview", null);
    await bot.command("导入");
    expect(bot.slack.responses[0]?.text).toContain("私信");
    const file = bot.slack.state.addFile("分工.txt", Buffer.from("x"));
    bot.slack.state.addMessage({ channel: DM, user: CONTACT, text: "", files: [file] });
    const started = bot.gives("startReview", VIEW);
    bot.gives("placeReview", undefined);
    await bot.command("导入");
    expect(started).toHaveLength(1);
  });

  it.each([
    ["接受", { kind: "accept", sameKind: false, key: ITEM.key }],
    ["同类接受", { kind: "accept", sameKind: true, key: ITEM.key }],
    ["不是事项", { kind: "not-a-task", key: ITEM.key }],
    ["返回", { kind: "undo" }],
    ["修改 市教育局、市财政局", { kind: "assign", key: ITEM.key, lead: "市教育局、市财政局", supporting: null }],
  ])("%s answers the open guess in words", async (words, answer) => {
    bot.gives("continueReview", { ...LATER, open: [ITEM] });
    const decided = bot.gives("decideReview", LATER);
    bot.gives("placeReview", undefined);
    await bot.dm(`导入 ${words}`);
    expect(decided).toEqual([{ importId: 1, answer, by: CONTACT }]);
  });

  it("全部接受 imports, 放弃 drops, other words get the usage", async () => {
    bot.gives("continueReview", LATER);
    const applied = bot.gives("applyReview", imported);
    await bot.dm("导入 全部接受");
    expect(applied).toEqual([{ importId: 1, acceptRest: true, asNew: false, by: CONTACT }]);
    const dropped = bot.gives("discardReview", { title: "示例" });
    await bot.dm("导入 放弃");
    expect(dropped).toEqual([{ importId: 1, by: CONTACT }]);
    await bot.dm("导入 随便");
    expect(bot.slack.state.messages.at(-1)?.text).toContain("同类接受");
  });
});

describe("a click", () => {
  it.each([
    ["review_accept", guess, { kind: "accept", key: ITEM.key, sameKind: false }],
    ["review_accept_kind", guess, { kind: "accept", key: ITEM.key, sameKind: true }],
    ["review_reject", guess, { kind: "not-a-task", key: ITEM.key }],
    ["review_undo", encodeImport({ importId: 1 }), { kind: "undo" }],
    ["responsible_lead", encodeImport({ importId: 1 }), { kind: "responsible-means", means: "lead" }],
    ["responsible_supporting", encodeImport({ importId: 1 }), { kind: "responsible-means", means: "supporting" }],
  ])("%s answers, and the next guess takes its place", async (action, value, answer) => {
    const decided = bot.gives("decideReview", LATER);
    await bot.click(action, value);
    expect(decided).toEqual([{ importId: 1, answer, by: CONTACT }]);
    expect(bot.slack.responses).toMatchObject([{ replace_original: true }]);
  });

  it("on 逐项核对 shows the first guess, on 导入台账 imports, on 放弃 drops", async () => {
    bot.gives("viewReview", VIEW);
    await bot.click("review_start", encodeImport({ importId: 1 }));
    expect(bot.slack.responses.at(-1)?.text).toContain("1/");
    const applied = bot.gives("applyReview", {
      ...imported,
      amended: { added: 1, changed: 0, withdrawn: 0, renumbered: 0, unchanged: 3, digestIds: [7] },
    });
    const redrawn = bot.gives("redrawDigests", undefined);
    await bot.click("apply_import", encodeApply({ importId: 1, acceptRest: false }));
    await bot.click("apply_as_new", encodeApply({ importId: 1, acceptRest: true }));
    expect(applied).toMatchObject([
      { acceptRest: false, asNew: false },
      { acceptRest: true, asNew: true },
    ]);
    expect(redrawn).toEqual([[7], [7]]);
    bot.gives("discardReview", { title: "示例" });
    await bot.click("discard_import", encodeImport({ importId: 1 }));
    expect(bot.slack.responses.at(-1)?.text).toContain("已放弃");
  });

  it("on a button of a review that is over says so, whoever forged it", async () => {
    bot.useCases.decideReview = async () => {
      throw new Refusal("review-closed");
    };
    await bot.click("review_accept", guess);
    await bot.click("review_accept", '{"importId":"1"}');
    for (const { text } of bot.slack.responses) expect(text).toContain("已经结束");
  });
});

describe("the form", () => {
  it("opens at the guess, is refused at its field, and redraws the message when saved", async () => {
    const shown = bot.slack.state.addMessage({ channel: DM, user: "UBOT", text: "请核对" });
    bot.gives("viewReview", VIEW);
    await bot.click("review_change", guess);
    bot.useCases.decideReview = async () => {
      throw new Refusal("no-unit-read", { text: "、" });
    };
    const filledIn = (text: string) => ({ review_lead: { review_lead: { value: text } } });
    expect(JSON.parse(await bot.submit(filledIn("、")))).toMatchObject({ errors: { review_lead: expect.anything() } });
    const decided = bot.gives("decideReview", { ...LATER, message: { channel: DM, ts: shown.ts } });
    expect(await bot.submit(filledIn("市教育局\u202E"))).toBe("");
    expect(decided).toEqual([
      { importId: 1, answer: { kind: "assign", key: ITEM.key, lead: "市教育局", supporting: null }, by: CONTACT },
    ]);
    expect(bot.slack.state.messages.find(({ ts }) => ts === shown.ts)?.text).toContain("请核对");
  });

  it("takes a date, or none", async () => {
    const item = VIEW.items.find(({ field }) => field === "deadline") ?? expect.fail();
    bot.gives("viewReview", VIEW);
    bot.gives("placeReview", undefined);
    const decided = bot.gives("decideReview", LATER);
    await bot.click("review_change", encodeGuess({ importId: 1, key: item.key }));
    await bot.submit({ review_due: { review_due: { selected_date: "2026-06-30" } } });
    await bot.submit({ review_due: { review_due: { selected_date: null } } });
    expect(decided).toMatchObject([{ answer: { kind: "due", due: "2026-06-30" } }, { answer: { due: null } }]);
    expect(bot.slack.state.messages).toHaveLength(2);
  });
});
