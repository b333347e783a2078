// Two versions of a document side by side: no task loses its history because it was renumbered, moved or reworded.
import { describe, expect, it } from "vitest";
import {
  diffRegister,
  type EarlierTask,
  isSame,
  type RegisterDiff,
} from "../../../../src/domain/register/diff/register-diff.ts";
import type { DraftTask } from "../../../../src/domain/register/draft.ts";
import { aDraftTask, mention } from "../../../support/drafts.ts";

/** Tasks of this test's own making, told apart by their words. */
const TEXT = {
  canteen: "新建社区助餐点，到2027年建成200个以上，为老年人提供就近用餐服务",
  nurses: "对取得职业技能等级证书的护理员发放岗位补贴，补贴标准由财政部门核定",
  beds: "推行家庭病床服务，每年服务五千人次以上，并将费用纳入长期护理保险",
  homes: "为困难老年人家庭实施适老化改造，优先安排独居和高龄老年人",
  training: "依托职业院校建设养老服务实训基地，每年培训护理员三千名",
  parking: "在老旧小区加装电梯，同步完善无障碍通道和停车设施",
} as const;

type Name = keyof typeof TEXT;

function earlier(ref: number, text: string, lead = ["市民政局"], more: Partial<EarlierTask> = {}): EarlierTask {
  return {
    taskId: 100 + ref,
    ref: String(ref),
    label: `${ref}.`,
    section: null,
    title: text.slice(0, 8),
    text,
    lead: lead.map(unit),
    supporting: [],
    deadlines: [],
    targets: [],
    ...more,
  };
}

function unit(name: string) {
  return { name, keys: [mention(name).key] };
}

function newer(ref: number, text: string, lead = ["市民政局"], more: Partial<DraftTask> = {}): DraftTask {
  return aDraftTask(String(ref), lead, [], { title: text.slice(0, 8), text, ...more });
}

const were = (...names: Name[]) => names.map((name, i) => earlier(i + 1, TEXT[name]));
const are = (...names: Name[]) => names.map((name, i) => newer(i + 1, TEXT[name]));

/** 3→4 for a task with another number now, 5 for one that stayed; + and − for new and withdrawn ones. */
function told(diff: RegisterDiff): string[] {
  const kept = [...diff.changed, ...diff.unchanged].map(({ fromRef, ref }) =>
    fromRef === ref ? ref : `${fromRef}→${ref}`,
  );
  return [...kept.sort(), ...diff.added.map((task) => `+${task.ref}`), ...diff.withdrawn.map((task) => `−${task.ref}`)];
}

describe("which task is which", () => {
  const cases: [string, EarlierTask[], DraftTask[], string[]][] = [
    ["nothing changed", were("canteen", "nurses"), are("canteen", "nurses"), ["1", "2"]],
    [
      "numbers begin at 11 now",
      were("canteen", "nurses", "beds"),
      [newer(11, TEXT.canteen), newer(12, TEXT.nurses), newer(13, TEXT.beds)],
      ["1→11", "2→12", "3→13"],
    ],
    [
      "a task is put in at the top",
      were("canteen", "nurses", "beds"),
      are("homes", "canteen", "nurses", "beds"),
      ["1→2", "2→3", "3→4", "+1"],
    ],
    [
      "one in the middle is left out",
      were("canteen", "nurses", "beds", "homes"),
      are("canteen", "beds", "homes"),
      ["1", "3→2", "4→3", "−2"],
    ],
    [
      "the order is turned round",
      were("canteen", "nurses", "beds", "homes"),
      are("homes", "beds", "nurses", "canteen"),
      ["1→4", "2→3", "3→2", "4→1"],
    ],
    [
      "two that are nearly alike change places",
      [earlier(1, "建设甲县养老服务中心，到2027年投入使用"), earlier(2, "建设乙县养老服务中心，到2027年投入使用")],
      [newer(1, "建设乙县养老服务中心，到2027年投入使用"), newer(2, "建设甲县养老服务中心，到2027年投入使用")],
      ["1→2", "2→1"],
    ],
    [
      "the same, and both are reworded",
      [earlier(1, "建设甲县养老服务中心，到2027年投入使用"), earlier(2, "建设乙县康复医院，到2027年投入使用")],
      [newer(1, "建设乙县康复医院，到2028年投入使用"), newer(2, "建设甲县养老服务中心，力争到2027年投入使用")],
      ["1→2", "2→1"],
    ],
    [
      "a text is edited, and the numbers move",
      were("canteen", "nurses"),
      [newer(1, TEXT.homes), newer(2, TEXT.canteen.replace("200", "260")), newer(3, `继续${TEXT.nurses}`)],
      ["1→2", "2→3", "+1"],
    ],
    [
      "much of a text is new, but its number stayed",
      [earlier(1, "新建社区助餐点，为老年人提供用餐服务"), earlier(2, TEXT.beds)],
      [newer(1, "新建和改建社区助餐点，把老年人集中供餐和上门送餐结合起来"), newer(2, TEXT.beds)],
      ["1", "2"],
    ],
    [
      "another unit leads: the words stay",
      were("canteen", "nurses"),
      [newer(1, TEXT.canteen, ["市商务局"]), newer(2, TEXT.nurses)],
      ["1", "2"],
    ],
    [
      "everything is rewritten",
      were("canteen", "nurses", "beds"),
      are("homes", "training", "parking"),
      ["+1", "+2", "+3", "−1", "−2", "−3"],
    ],
    [
      "twins in words, told apart by their units",
      [earlier(1, TEXT.homes, ["甲县人民政府"]), earlier(2, TEXT.homes, ["乙县人民政府"])],
      [newer(1, TEXT.homes, ["乙县人民政府"]), newer(2, TEXT.homes, ["甲县人民政府"])],
      ["1→2", "2→1"],
    ],
    [
      "twins in everything keep their order",
      [earlier(1, TEXT.homes), earlier(2, TEXT.homes)],
      [newer(1, TEXT.beds), newer(2, TEXT.homes), newer(3, TEXT.homes)],
      ["1→2", "2→3", "+1"],
    ],
    ["there was nothing", [], are("canteen"), ["+1"]],
    ["nothing is left", were("canteen"), [], ["−1"]],
    ["very short texts", [earlier(1, "无"), earlier(2, "")], [newer(1, "无"), newer(2, "")], ["1", "2"]],
  ];
  it.each(cases)("%s", (_, current, tasks, expected) => {
    expect(told(diffRegister(current, { tasks }))).toEqual(expected);
  });

  it("a divided task leaves its history with the greater part and says where the other came from", () => {
    const whole = `${TEXT.canteen}；${TEXT.beds}；${TEXT.training}`;
    const diff = diffRegister([earlier(1, whole), earlier(2, TEXT.homes)], {
      tasks: [newer(1, `${TEXT.canteen}；${TEXT.beds}`), newer(2, TEXT.training), newer(3, TEXT.homes)],
    });
    expect(told(diff)).toEqual(["1", "2→3", "+2"]);
    expect(diff.added).toEqual([expect.objectContaining({ ref: "2", dividedFrom: "1" })]);
  });

  it("of two that are drawn together the smaller says into which", () => {
    const diff = diffRegister([earlier(1, `${TEXT.canteen}；${TEXT.beds}`), earlier(2, TEXT.training)], {
      tasks: [newer(1, `${TEXT.canteen}；${TEXT.beds}；${TEXT.training}`)],
    });
    expect(told(diff)).toEqual(["1", "−2"]);
    expect(diff.withdrawn).toEqual([expect.objectContaining({ taskId: 102, ref: "2", mergedInto: "1" })]);
  });

  it("a new task that resembles an unchanged one was not divided from it", () => {
    const diff = diffRegister([earlier(1, TEXT.canteen)], { tasks: [newer(1, TEXT.canteen), newer(2, TEXT.canteen)] });
    expect(diff.added).toEqual([expect.objectContaining({ dividedFrom: null })]);
  });
});

describe("which fields changed", () => {
  const rule = (due: string, text = "") => ({ kind: "by", due, everyMonths: null, day: null, text }) as const;
  const target = (value: number) =>
    ({ comparator: ">=", value, unit: "个", period: null, scope: "whole", text: `${value}个以上` }) as const;

  const changesOf = (old: Partial<EarlierTask>, now: Partial<DraftTask>) =>
    diffRegister([earlier(1, TEXT.canteen, ["市民政局", "市商务局"], old)], {
      tasks: [newer(1, TEXT.canteen, ["市民政局", "市商务局"], now)],
    }).changed.flatMap((task) => task.changes);

  const cases: [string, Partial<EarlierTask>, Partial<DraftTask>, [string, string, string][]][] = [
    ["spaces, widths and marks", { text: `${TEXT.canteen}。` }, { text: TEXT.canteen.replaceAll("，", ", ") }, []],
    ["a heading", { section: "一、助餐" }, { section: "二、助餐" }, []],
    ["a point in a figure", { text: "增长1.5万" }, { text: "增长15万" }, [["text", "增长1.5万", "增长15万"]]],
    ["the number", { ref: "1" }, { ref: "4" }, [["number", "1", "4"]]],
    ["the lead", {}, { lead: [mention("市商务局")] }, [["lead", "市民政局、市商务局", "市商务局"]]],
    [
      "which of two leads is first",
      {},
      { lead: ["市商务局", "市民政局"].map((name) => mention(name)) },
      [["lead", "市民政局、市商务局", "市商务局、市民政局"]],
    ],
    ["a shorter spelling of the same leads", {}, { lead: ["民政局", "商务局"].map((name) => mention(name)) }, []],
    [
      "an alias of the lead",
      { lead: [{ name: "市卫生健康委", keys: ["卫生健康委", "卫计委"] }] },
      { lead: [mention("卫计委")] },
      [],
    ],
    [
      "supporting units in another order",
      { supporting: [unit("市财政局"), unit("市教育局")] },
      { supporting: [mention("市教育局"), mention("市财政局")] },
      [],
    ],
    [
      "one supporting unit more",
      { supporting: [unit("市财政局")] },
      { supporting: [mention("市财政局"), mention("市教育局")] },
      [["supporting", "市财政局", "市财政局、市教育局"]],
    ],
    [
      "the date",
      { deadlines: [rule("2026-12-31", "2026年底前")] },
      { deadlines: [rule("2027-06-30", "2027年6月底前")] },
      [["deadlines", "2026年底前", "2027年6月底前"]],
    ],
    [
      "the date, in the same words",
      { deadlines: [rule("2030-12-31", "五年内")] },
      { deadlines: [rule("2031-12-31", "五年内")] },
      [["deadlines", "2030-12-31", "2031-12-31"]],
    ],
    [
      "the same date in other words",
      { deadlines: [rule("2026-12-31", "年底前")] },
      { deadlines: [rule("2026-12-31")] },
      [],
    ],
    [
      "a date where there was none",
      { deadlines: [{ kind: "undated", due: null, everyMonths: null, day: null, text: "" }] },
      { deadlines: [rule("2026-12-31", "年底前")] },
      [["deadlines", "", "年底前"]],
    ],
    ["a target", { targets: [target(200)] }, { targets: [target(260)] }, [["targets", "200个以上", "260个以上"]]],
  ];
  it.each(cases)("%s", (_, old, now, expected) => {
    const found = changesOf(old, now).map(({ field, before: from, after: to }) => [field, from, to]);
    expect(found).toEqual(expected);
  });

  it("says when nothing differs", () => {
    expect(isSame(diffRegister(were("canteen"), { tasks: are("canteen") }))).toBe(true);
    expect(isSame(diffRegister(were("canteen"), { tasks: are("canteen", "beds") }))).toBe(false);
  });
});

describe("a register of 5,000 tasks", () => {
  const words = Object.values(TEXT)
    .join("")
    .replace(/\P{Script=Han}/gu, "");
  const textOf = (n: number) =>
    Array.from({ length: 12 }, (_, i) => words.slice((n * 7 + i * n) % 120, ((n * 7 + i * n) % 120) + 8)).join("") +
    `第${n}类设施`;

  it("all edited and moved by one place keep their rows", () => {
    const current = Array.from({ length: 5_000 }, (_, i) => earlier(i + 1, textOf(i + 1)));
    const tasks = Array.from({ length: 5_000 }, (_, i) => newer(i + 2, `进一步${textOf(i + 1)}`));
    const diff = diffRegister(current, { tasks });
    expect(diff.added).toEqual([]);
    expect(diff.changed.filter((task) => Number(task.fromRef) + 1 !== Number(task.ref))).toEqual([]);
  });
});
