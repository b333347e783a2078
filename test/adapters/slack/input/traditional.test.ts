// Commands typed in Traditional characters and in English; what people say in their own words stays as they wrote it.
import { describe, expect, it } from "vitest";
import { parseContact, parseDate, splitTaskRef } from "../../../../src/adapters/slack/input/arguments.ts";
import { looksLikeQuestion, parseCommand } from "../../../../src/adapters/slack/input/commands.ts";
import { parsePeople } from "../../../../src/adapters/slack/input/people-arguments.ts";
import { parsePolicyArguments } from "../../../../src/adapters/slack/input/policy-arguments.ts";
import { readResponse } from "../../../../src/adapters/slack/input/response-words.ts";
import { parseReviewWords } from "../../../../src/adapters/slack/input/review-words.ts";
import { groupOfFile, parseUnits } from "../../../../src/adapters/slack/input/unit-arguments.ts";

const TODAY = "2026-12-02";

describe("commands in Traditional characters", () => {
  it.each([
    ["進展 21 已開156個班", "update", "21 已開156個班"],
    ["進展21 已完成", "update", "21 已完成"],
    ["辦結 21", "close", "21"],
    ["問 訂單班補助誰管", "ask", "訂單班補助誰管"],
    ["議程", "agenda", ""],
    ["會議 12月15日", "meeting", "12月15日"],
    ["導入", "import", ""],
    ["單位 別名 市教育局 市教委", "units", "別名 市教育局 市教委"],
    ["聯絡員 市教育局 @某人 副", "contacts", "市教育局 @某人 副"],
    ["申請 5 同意", "requests", "5 同意"],
    ["重新打開 21 理由", "reopen", "21 理由"],
    ["請假 取消", "away", "取消"],
    ["語言 en", "language", "en"],
    ["提醒規則", "remind", "規則"],
    ["幫助", "help", ""],
    ["下次會議是什麼時候", "meeting", ""],
    ["我的", "mine", ""],
  ])("%s → %s %j", (text, name, rest) => {
    expect(parseCommand(text)).toEqual({ name, rest });
  });

  it("know a question, a number, a date and a role", () => {
    expect(looksLikeQuestion("訂單班補助誰管")).toBe(true);
    expect(splitTaskRef("第21項 已開156個班")).toEqual({ ref: "21", rest: "已開156個班" });
    expect(parseDate("12月20號", TODAY)).toBe("2026-12-20");
    expect(parseContact("市教育局 @某人 負責人")).toMatchObject({ role: "head" });
  });

  it("say what to do with units, people, rules and a review", () => {
    expect(parseUnits("別名 市教育局 市教委 自2010-01-01 至2018-12-31")).toMatchObject({
      kind: "alias",
      from: "2010-01-01",
    });
    expect(parseUnits("合併 市旅遊局 市文化和旅遊局")).toMatchObject({ kind: "merge", fromName: "市旅遊局" });
    expect(parseUnits("撤銷合併 市旅遊局")).toMatchObject({ kind: "unmerge" });
    expect(groupOfFile("單位 集合 各縣區人民政府")).toBe("各縣區人民政府");
    expect(parsePeople("市教育局 撤銷 @某人")).toMatchObject({ kind: "remove" });
    expect(parsePeople("市教育局 請假 11月25日至12月3日")).toMatchObject({ kind: "away" });
    expect(parsePolicyArguments("牽頭 提前 30、14、7、當天")).toMatchObject({ change: { role: "lead" } });
    expect(parsePolicyArguments("事項 21 恢復默認")).toMatchObject({ ref: "21", change: { kind: "reset" } });
    expect(parsePolicyArguments("免打擾 18:00-8:30")).toMatchObject({ change: { kind: "quiet-hours" } });
    expect(parseReviewWords("同類接受")).toEqual({ kind: "accept", sameKind: true });
    expect(parseReviewWords("不是事項")).toEqual({ kind: "not-a-task" });
  });

  it("answer a reminder; the reason stays in the script it was written in", () => {
    expect(readResponse("在辦", TODAY)).toEqual({ kind: "seen" });
    expect(readResponse("3個工作日後提醒", TODAY)).toEqual({ kind: "later", when: "in-3-days" });
    expect(readResponse("不屬本單位職責：應由財政局辦理", TODAY)).toEqual({
      kind: "not_mine",
      reason: "應由財政局辦理",
    });
  });
});

describe("the same in English", () => {
  it("is read as the help says it", () => {
    expect(parseUnits("alias UNIT NAME from 2010-01-01 to 2018-12-31")).toMatchObject({
      kind: "alias",
      from: "2010-01-01",
      to: "2018-12-31",
    });
    expect(parseUnits("group GROUP UNIT, OTHER")).toMatchObject({ kind: "group", memberNames: ["UNIT", "OTHER"] });
    expect(parsePolicyArguments("task 21 lead before 30, 14, 7")).toMatchObject({
      ref: "21",
      change: { role: "lead" },
    });
    expect(parsePolicyArguments("overdue 1, 3, 5 every 10")).toMatchObject({ change: { every: 10 } });
    expect(parsePolicyArguments("holiday off")).toMatchObject({ change: { move: false } });
    expect(readResponse("on it", TODAY)).toEqual({ kind: "seen" });
    expect(readResponse("remind me tomorrow", TODAY)).toEqual({ kind: "later", when: "tomorrow" });
    expect(readResponse("Not our task: UNIT should handle it", TODAY)).toEqual({
      kind: "not_mine",
      reason: "UNIT should handle it",
    });
    expect(readResponse("not ours: UNIT should handle it", TODAY)).toMatchObject({ kind: "not_mine" });
    expect(readResponse("not finished yet", TODAY)).toBeNull();
  });
});
