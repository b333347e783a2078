// Units in chat: what is asked first, what a button does, lists of members in a file.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MembersReview, MergeView, UnitPage } from "../../../src/app/register/units/unit-use-cases.ts";
import { aUnit, aUnitWithContact } from "../../support/facts.ts";
import { CONTACT, SECRETARY, SlackTestBot } from "../../support/slack-bot.ts";

let bot: SlackTestBot;
beforeAll(async () => {
  bot = await SlackTestBot.start();
});
beforeEach(() => bot.clear());
afterAll(() => bot.stop());

const tourism = aUnit(3, "市旅游局");
const culture = aUnitWithContact(4, "市文化和旅游局", {
  aliases: ["市文广旅局", "市旅游局"],
  datedAliases: [{ name: "市文广旅局", validFrom: null, validTo: "2024-06-30" }],
  absorbed: [{ id: 3, name: "市旅游局", intoId: 4 }],
});
const merge: MergeView = {
  from: tourism,
  into: culture,
  leads: 2,
  supports: 1,
  contacts: 1,
  reported: 3,
  groups: ["市文旅专班"],
};

const said = () => JSON.stringify([...bot.slack.responses, ...bot.slack.state.messages]);

/** The value of the button with that action in the last answer. */
function packedIn(action: string): string {
  const blocks = [...bot.slack.responses, ...bot.slack.state.messages].flatMap(
    (one) => (one.blocks ?? []) as { elements?: { action_id?: string; value?: string }[] }[],
  );
  const button = blocks.flatMap((block) => block.elements ?? []).find((element) => element.action_id === action);
  return button?.value ?? expect.fail(`no button ${action}`);
}

describe("a merge", () => {
  it("says what moves and happens by the button", async () => {
    const reviewed = bot.gives("reviewMerge", merge);
    await bot.command("单位 合并 市旅游局 市文化和旅游局", SECRETARY);
    expect(reviewed).toEqual([{ kind: "merge", fromName: "市旅游局", intoName: "市文化和旅游局", by: SECRETARY }]);
    expect(said()).toContain("牵头 2 项 · 配合 1 项 · 联络员 1 人 · 已报进展 3 项");
    expect(said()).toContain("市文旅专班");

    const merged = bot.gives("mergeUnits", merge);
    await bot.click("merge_units", packedIn("merge_units"));
    expect(merged).toEqual([{ fromId: 3, intoId: 4, by: CONTACT }]);
    expect(bot.slack.responses.at(-1)).toMatchObject({ replace_original: true });
    expect(said()).toContain("撤销合并 市旅游局");
  });

  it("is taken back by the button, or left alone", async () => {
    bot.gives("reviewUnmerge", { unit: { id: 3, name: "市旅游局", intoId: 4 }, into: culture });
    await bot.command("单位 撤销合并 市旅游局", SECRETARY);
    const undone = bot.gives("unmergeUnit", { unit: tourism, into: culture });
    await bot.click("unmerge_unit", packedIn("unmerge_unit"));
    expect(undone).toEqual([{ unitId: 3, by: CONTACT }]);
    await bot.click("cancel_units", "cancel");
    expect(said()).toContain("已取消，台账未作改动");
  });
});

describe("a list of members", () => {
  const review: MembersReview = {
    group: aUnit(9, "各县区人民政府", { kind: "group" }),
    fileName: "名单.csv",
    added: [{ name: "东湖区人民政府", from: "2027-01-01", to: null, isNew: true }],
    redated: [],
    ended: [{ name: "南溪县人民政府", from: "2019-01-01", to: "2026-12-01", isNew: false }],
    unchanged: 4,
    bad: [{ line: 7, text: "合计", why: "no-unit" }],
  };

  it("comes as a file with the group's name, and is stored by the button, byte for byte", async () => {
    const reviewed = bot.gives("reviewMembers", review);
    const file = bot.slack.state.addFile("名单.csv", Buffer.from("东湖区人民政府"));
    await bot.dm("集合 各县区人民政府", { subtype: "file_share", files: [file] });
    expect(reviewed).toMatchObject([{ groupName: "各县区人民政府", fileName: "名单.csv" }]);
    for (const words of ["东湖区人民政府（2027年1月1日起）", "南溪县人民政府", "不变 4 个", "第 7 行「合计」"]) {
      expect(said()).toContain(words);
    }
    const imported = bot.gives("importMembers", review);
    await bot.click("import_members", packedIn("import_members"));
    expect(imported).toMatchObject([{ groupName: "各县区人民政府", fileName: "名单.csv", by: CONTACT }]);
  });

  it("that says what is stored has no button", async () => {
    bot.gives("reviewMembers", { ...review, added: [], ended: [], bad: [] });
    const file = bot.slack.state.addFile("名单.csv", Buffer.from("东湖区人民政府"));
    await bot.dm("集合 各县区人民政府", { subtype: "file_share", files: [file] });
    expect(said()).toContain("无需更新");
    expect(said()).not.toContain("import_members");
  });

  it("is the newest file where a command names no members; without a file it is said what is missing", async () => {
    await bot.command("单位 集合 各县区人民政府", CONTACT);
    expect(said()).toContain("集合单位或成员");
  });
});

describe("one unit", () => {
  it("has its names, people, groups and tasks on a page", async () => {
    const tasks = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ taskName: `${i + 1}`, title: "订单班" }));
    const page: UnitPage = {
      unit: culture,
      leads: tasks(7),
      supports: tasks(1),
      members: [],
      groups: [{ name: "市文旅专班", from: "2019-01-01", to: null, isCurrent: true }],
    };
    const asked = bot.gives("showUnit", page);
    await bot.command("单位 市文旅局");
    expect(asked).toEqual([{ kind: "show", unitName: "市文旅局" }]);
    for (const words of [
      "市文化和旅游局：牵头 7 项，配合 1 项",
      "联络员：市文化和旅游局联络员",
      "又称：市文广旅局（至2024年6月30日）",
      "已并入本单位：市旅游局",
      "所属集合单位：市文旅专班",
      "另有 2 项",
    ]) {
      expect(said()).toContain(words);
    }
  });

  it("of a group shows the members with their dates", async () => {
    const member = (name: string, from: string, to: string | null, isCurrent: boolean) => ({
      name,
      from,
      to,
      isCurrent,
    });
    bot.gives("showUnit", {
      unit: aUnit(9, "各县区人民政府", { kind: "group", memberIds: [1] }),
      leads: [],
      supports: [],
      groups: [],
      members: [member("甲县", "2019-01-01", null, true), member("乙县", "2019-01-01", "2024-06-30", false)],
    });
    await bot.command("单位 各县区人民政府");
    expect(said()).toContain("甲县（2019年1月1日起）");
    expect(said()).toContain("乙县（2019年1月1日至2024年6月30日）");
  });
});

it("an alias of a time is confirmed with its time", async () => {
  const added = bot.gives("addAlias", aUnit(5, "市卫生健康委"));
  await bot.command("单位 别名 市卫生健康委 市卫计委 至2018-12-31", SECRETARY);
  expect(added).toMatchObject([{ unitName: "市卫生健康委", alias: "市卫计委", from: null, to: "2018-12-31" }]);
  expect(said()).toContain("「市卫计委」即市卫生健康委（2018年12月31日以前的文件适用）");
});
