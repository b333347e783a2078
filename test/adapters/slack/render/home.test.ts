// The home page of each kind of person: what it says first, what can be pressed, page by page, within Slack's limits.
import { describe, expect, it } from "vitest";
import { decodeHome, type HomeState } from "../../../../src/adapters/slack/ids/home-state.ts";
import { ACTION } from "../../../../src/adapters/slack/ids.ts";
import { checkView } from "../../../../src/adapters/slack/limits.ts";
import { CHART_LIMITS, type ChartBlock } from "../../../../src/adapters/slack/render/home/chart.ts";
import { renderHome } from "../../../../src/adapters/slack/render/home/home.ts";
import { homePage, office, ownTask } from "./home-samples.ts";
import { buttonsOf, linesOf } from "./reading.ts";
import { meeting, TEXTS } from "./samples.ts";

const STATE: HomeState = { view: "office", starts: {} };
const blocksOf = (view: object) => ({ blocks: (view as { blocks: never }).blocks });
const draw = (page: ReturnType<typeof homePage>, state = STATE) => blocksOf(renderHome(page, state, { chart: false }));
const chartIn = (view: object) =>
  (view as { blocks: { type: string }[] }).blocks.find((block) => block.type === "data_visualization") as
    | ChartBlock
    | undefined;

describe("a contact", () => {
  const now = [
    ownTask(0, "", { taskName: "21", title: "订单班补助", unitName: "市财政局" }),
    ownTask(1, "", { taskName: "22", title: "实训基地", unitName: "市财政局", daysLeft: 9, dueDate: "2026-12-15" }),
  ];
  const own = { now, waiting: [], done: [ownTask(2, "", { taskName: "5", title: "奖补", closed: true })] };
  const page = { ...homePage("own", 0, ""), own, nextMeeting: meeting("2026-12-16", 10) };

  it("reads first what to do and until when, then each task with its buttons", () => {
    const lines = linesOf(draw(page));
    expect(lines[0]).toBe("*请于 12月9日（周三）前报送 1 项，还有 5 个工作日*");
    expect(lines).toContain("*🟡 21 订单班补助* · 市财政局 · 牵头");
    expect(lines).toContain("12月9日（周三）前，还有 5 个工作日 · 上次：推进中 60%（11月20日）");
    expect(lines).toContain("*下次会议：2026年12月16日（周三），还有 10 个工作日*");
    expect(buttonsOf(draw(page)).map((one) => one.label)).toEqual(["报进展", "查看", "反馈", "查看", "查看"]);
  });

  it("says what is overdue, and when there is nothing", () => {
    const overdue = { ...own, now: [ownTask(0, "", { dueDate: "2026-12-01", daysLeft: -1 })] };
    expect(linesOf(draw({ ...page, own: overdue }))[0]).toBe("*1 项已逾期，请尽快报送*");
    expect(linesOf(draw({ ...page, own: { ...own, now: [] } }))[0]).toBe("*目前没有需要报送的事项*");
  });

  it("marks what waits for 签收, and says how to do it", () => {
    const own = (awaitsReceipt: boolean) => ({
      ...page.own,
      now: page.own.now.map((one) => ({ ...one, awaitsReceipt })),
    });
    const lines = linesOf(draw({ ...page, own: own(true) }));
    expect(lines).toContain("*🟡 21 订单班补助* · 市财政局 · 牵头 · *待签收*");
    expect(lines).toContain("待签收 2 项：可在提醒中签收，或发送「/lianxi 签收 21」");
    expect(linesOf(draw({ ...page, own: own(false) })).join()).not.toContain("签收");
  });

  it("says why a light is what it is where the office has set it", () => {
    const set = ownTask(3, "资金未到位");
    const lines = linesOf(draw({ ...page, own: { ...own, now: [set, ownTask(0, "")] } }));
    const why = lines.filter((line) => line.includes("联席办定"));
    expect(why).toEqual([expect.stringMatching(/ · 联席办定：资金未到位（原为绿灯：.*推进中/)]);
  });

  it("leafs through one list and leaves the others where they are", () => {
    const many = homePage("own", 12, "事项");
    const at = (starts: HomeState["starts"]) => buttonsOf(draw(many, { view: "own", starts }));
    const next = at({ done: 5 }).find((one) => one.label === "下一页");
    expect(next?.action).toBe(ACTION.homeList);
    expect(decodeHome(next?.value)).toEqual({ view: "own", starts: { now: 5, done: 5 } });
    const last = linesOf(draw(many, { view: "own", starts: { now: 10 } })).filter((line) => line.startsWith("*🟡"));
    expect(last).toHaveLength(2);
    expect(at({ now: 10, waiting: 10, done: 10 }).filter((one) => one.label === "回到第一页")).toHaveLength(3);
    expect(linesOf(draw(many, { view: "own", starts: { now: 500 } }))).toEqual(linesOf(draw(many)));
  });
});

describe("the office", () => {
  it("reads first what only the office can do, and decides on the spot", () => {
    const page = homePage("office", 3, "市财政局");
    const lines = linesOf(draw(page));
    expect(lines[0]).toBe(
      "*请处理：待审核的申请 3 件、职责异议待核定 3 件、红灯 3 项、未送达的提醒、尚无联络员的单位*",
    );
    expect(lines[1]).toBe("事项 28 项：🔴 3 · 🟡 1 · 🟢 20 · ⚪ 4");
    expect(lines).toContain("1 项未报，共承担 9 项");
    expect(lines).toContain("市财政局 · 市财政局");
    const labels = buttonsOf(draw(page)).map((one) => one.label);
    expect(labels.slice(0, 4)).toEqual(["我的事项", "同意", "另定日期", "退回修改"]);
  });

  it("an empty register says how to begin; a quiet one that there is nothing to do", () => {
    const none = { red: 0, yellow: 0, green: 0, grey: 0 };
    const empty = { ...homePage("office", 0, ""), office: { ...office(0, ""), lights: none } };
    expect(linesOf(draw(empty))[0]).toContain("台账中还没有事项");
    expect(linesOf(draw(homePage("office", 0, "")))[0]).toBe("*目前没有需要处理的事项*");
  });

  it("a chart stands beside the list where Slack takes one, within what it may hold", () => {
    for (const text of Object.values(TEXTS)) {
      const page = homePage("office", 5, text);
      const plain = renderHome(page, STATE, { chart: false });
      const charted = renderHome(page, STATE, { chart: true });
      expect(chartIn(plain)).toBeUndefined();
      expect(charted.blocks.filter((block) => block.type !== "data_visualization")).toEqual(plain.blocks);
      const drawn = chartIn(charted);
      if (drawn === undefined) throw new Error("no chart");
      const { title, chart } = drawn;
      expect(title.length).toBeLessThanOrEqual(CHART_LIMITS.title);
      expect(chart.series).toHaveLength(4);
      const { categories } = chart.axis_config;
      expect(new Set(categories).size).toBe(5);
      for (const { name, data } of chart.series) {
        expect(name.length).toBeLessThanOrEqual(CHART_LIMITS.label);
        expect(data.map((point) => point.label)).toEqual(categories);
      }
      for (const label of categories) expect(label.length).toBeLessThanOrEqual(CHART_LIMITS.label);
      expect(chart.series[0]?.data.map((point) => point.value)).toEqual([1, 2, 3, 4, 5]);
    }
    expect(chartIn(renderHome(homePage("office", 1, "甲"), STATE, { chart: true }))).toBeUndefined();
    expect(chartIn(renderHome(homePage("own", 5, "甲"), STATE, { chart: true }))).toBeUndefined();
  });
});

it("an observer reads how to ask, and nothing of anybody's", () => {
  const lines = linesOf(draw({ ...homePage("observer", 0, ""), nextMeeting: meeting("2026-12-16", 10) })).join("\n");
  expect(lines).toContain("直接发送文字即可");
  expect(lines).toContain("下次会议");
  expect(lines).not.toMatch(/🔴|联络员|申请 \d/);
});

const CASES = Object.entries(TEXTS).flatMap(([kind, text]) =>
  [0, 1, 5, 6, 40].flatMap((count) =>
    (["office", "own", "observer"] as const).map((who) => ({ kind, text, count, who })),
  ),
);

it.each(CASES)("$who, $count rows, $kind text: a view that Slack takes", ({ who, count, text }) => {
  for (const start of [0, 5]) {
    const lists = [
      "now",
      "waiting",
      "done",
      "requests",
      "failed",
      "uncontacted",
      "owing",
      "sections",
      "units",
    ] as const;
    const starts = Object.fromEntries(lists.map((list) => [list, start]));
    const view = renderHome(homePage(who, count, text), { view: "own", starts }, { chart: false });
    expect(checkView(view)).toEqual([]);
    for (const line of linesOf(blocksOf(view))) expect(line).not.toMatch(/<|>|\{\{/);
  }
});
