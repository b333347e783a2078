// Replies as contacts write them, and what is understood. Sunday 22 November 2026.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StatusReading } from "../../../src/domain/status/status.ts";
import { readStatusReply, saysNothing } from "../../../src/reading/replies/status-reply.ts";

const TODAY = "2026-11-22";
type Row = readonly [reply: string, reading: Partial<StatusReading>];
const people = (value: number) => ({ value, unit: "人" });

const done: readonly Row[] = [
  ["已完成", { status: "done", unsure: false }],
  ["已经完成了", { status: "done", unsure: false }],
  ["该项工作已全部完成。", { status: "done", unsure: false }],
  ["21号已办结", { status: "done", unsure: false }],
  ["第21项已销号", { status: "done", unsure: false }],
  ["任务完成", { status: "done", unsure: false }],
  ["申请办结", { status: "done", unsure: false }],
  ["今年任务已如期完成", { status: "done", unsure: false }],
  ["实训中心已建成", { status: "done", unsure: false }],
  ["已于11月3日完成", { status: "done", unsure: false }],
  ["补助资金已全部拨付到位", { status: "done", unsure: false }],
  ["100%", { status: "done", percent: 100, unsure: false }],
  ["进度100%，已完成", { status: "done", percent: 100, unsure: false }],
  ["超额完成，共培训5.3万人次", { status: "done", quantities: [{ value: 53000, unit: "人次" }], unsure: false }],
  ["該項工作已辦結", { status: "done", unsure: false }],
  ["已完成（见附件）", { status: "done", unsure: false }],
  ["已完成✅", { status: "done", unsure: false }],
  ["收到！已完成", { status: "done", unsure: false }],
  ["Done.", { status: "done", unsure: false }],
  ["Task 21 completed on Nov 3", { status: "done", unsure: false }],
];

const notDone: readonly Row[] = [
  ["没有完成", { status: null, unsure: true }],
  ["尚未完成", { status: null, unsure: true }],
  ["未完成", { status: null, unsure: true }],
  ["还没全部完成", { status: null, unsure: true }],
  ["未全部完成", { status: null, unsure: true }],
  ["尚未办结", { status: null, unsure: true }],
  ["還沒有完成", { status: null, unsure: true }],
  ["基本完成", { status: "on_track", unsure: false }],
  ["大部分已完成", { status: "on_track", unsure: false }],
  ["主体工程已完成", { status: "on_track", unsure: false }],
  ["方案起草已完成", { status: "on_track", unsure: false }],
  ["已完成前期调研，正在起草方案", { status: "on_track", unsure: false }],
  ["第一阶段已完成", { status: "on_track", unsure: false }],
  ["即将完成", { status: "on_track", unsure: false }],
  ["年底前能完成", { status: "on_track", unsure: false }],
  ["预计12月20日完成", { status: "on_track", unsure: false, extensionTo: null }],
  ["力争月底前办结", { status: "on_track", unsure: false }],
  ["12月底完成", { status: "on_track", unsure: false }],
  ["明天就能办完", { status: "on_track", unsure: false }],
  ["尚未完成，预计年底前完成", { status: "on_track", unsure: false }],
  ["正在抓紧完成", { status: "on_track", unsure: false }],
  ["完成80%", { status: "on_track", percent: 80, unsure: false }],
  ["已完成80%", { status: "on_track", percent: 80, unsure: false }],
  ["已完成三分之二", { status: "on_track", percent: 67, unsure: false }],
  ["什么时候算完成？", { status: null, unsure: true }],
  ["是否已完成请核实", { unsure: true }],
  ["完成后另报", { status: null, unsure: true }],
  ["12月15日前可办结", { status: "on_track", unsure: false }],
  ["保证12月15日前办结", { status: "on_track", unsure: false }],
  ["计划12月完成", { status: "on_track", unsure: false }],
  ["完成比例达到九成", { status: "on_track", percent: 90, unsure: false }],
  ["完成1/3", { status: "on_track", percent: 33, unsure: false }],
  ["已完成招标，计划12月开工", { status: "on_track", unsure: false }],
  ["离完成还有距离", { status: "on_track", unsure: false }],
  ["已经完成一部分", { status: "on_track", unsure: false }],
  ["除东山县外均已完成", { status: "on_track", unsure: false }],
  ["8个县区已完成，1个未完成", { status: null, unsure: true }],
  ["已完成订单班120个", { status: "on_track", quantities: [{ value: 120, unit: "个" }], unsure: false }],
  ["仅完成两成", { status: "on_track", percent: 20, unsure: false }],
  ["接近尾声", { status: "on_track", unsure: false }],
  ["We can finish by Dec 20", { status: "on_track", unsure: false }],
  ["finished 60%", { status: "on_track", percent: 60, unsure: false }],
  ["Not done yet", { status: null, unsure: true }],
  ["will be done by Dec 20", { status: "on_track", unsure: false }],
  ["The work is almost complete", { status: "on_track", unsure: false }],
  ["we haven't finished", { status: null, unsure: true }],
];

const percents: readonly Row[] = [
  ["进度80%", { status: "on_track", percent: 80, unsure: false }],
  ["21 进度80％", { status: "on_track", percent: 80, unsure: false }],
  ["86%", { status: "on_track", percent: 86, unsure: false }],
  ["完成过半", { status: "on_track", percent: 50, unsure: false }],
  ["已完成一半", { status: "on_track", percent: 50, unsure: false }],
  ["完成六成", { status: "on_track", percent: 60, unsure: false }],
  ["三成五", { status: "on_track", percent: 35, unsure: false }],
  ["进度约七成半", { status: "on_track", percent: 75, unsure: false }],
  ["百分之七十二", { status: "on_track", percent: 72, unsure: false }],
  ["已推进到百分之四十", { status: "on_track", percent: 40, unsure: false }],
  ["完成率85.5%", { status: "on_track", percent: 85.5, unsure: false }],
  ["上次60%，现在80%", { status: "on_track", percent: 80, unsure: false }],
  ["进度由40%提高到65%", { status: "on_track", percent: 65, unsure: false }],
  ["目标100%，目前完成45%", { status: "on_track", percent: 45, unsure: false }],
  ["進度百分之六十", { status: "on_track", percent: 60, unsure: false }],
  ["進度0%", { status: "not_started", percent: 0, unsure: false }],
  ["about 70 percent complete", { status: "on_track", percent: 70, unsure: false }],
  ["half done", { status: "on_track", percent: 50, unsure: false }],
  ["进度120%", { percent: null, unsure: true }],
  ["已完成，进度80%", { status: "on_track", percent: 80, unsure: true }],
  ["进度60%，另说80%", { unsure: true }],
  ["还剩20%", { percent: null, unsure: true }],
  ["不到五成", { percent: null, unsure: true }],
  ["七八成吧", { percent: null, unsure: true }],
  ["本地就业率达76%", { percent: null, unsure: true }],
  ["进度60%，本地就业率76%", { status: "on_track", percent: 60, unsure: false }],
  ["时间过半，任务完成六成", { percent: 60, unsure: false }],
  ["年底前达到90%", { percent: null }],
  ["总体进度75%，其中基地建设完成90%", { percent: 75, unsure: false }],
  ["同比增长15%", { percent: null, unsure: true }],
];

const states: readonly Row[] = [
  ["未启动", { status: "not_started", unsure: false }],
  ["尚未启动", { status: "not_started", unsure: false }],
  ["还没开始", { status: "not_started", unsure: false }],
  ["暂未开展", { status: "not_started", unsure: false }],
  ["項目尚未啟動", { status: "not_started", unsure: false }],
  ["计划12月启动", { status: "not_started", unsure: false }],
  ["拟于12月启动", { status: "not_started", unsure: false }],
  ["not started yet", { status: "not_started", unsure: false }],
  ["推进中", { status: "on_track", unsure: false }],
  ["正在推进", { status: "on_track", unsure: false }],
  ["进展顺利", { status: "on_track", unsure: false }],
  ["按计划推进", { status: "on_track", unsure: false }],
  ["正按时间节点有序推进", { status: "on_track", unsure: false }],
  ["方案已印发", { status: "on_track", unsure: false }],
  ["進展順利，按計劃推進", { status: "on_track", unsure: false }],
  ["一切正常", { status: "on_track", unsure: false }],
  ["on track", { status: "on_track", unsure: false }],
  ["Work in progress", { status: "on_track", unsure: false }],
  ["不断推进，没有困难", { status: "on_track", unsure: false }],
  ["推进中，无滞后风险", { status: "on_track", unsure: false }],
  ["进展：推进中；存在问题：无；下一步：继续推进", { status: "on_track", unsure: false }],
  ["进展：已完成。问题：无。", { status: "done", unsure: false }],
  ["未受影响，按计划推进", { status: "on_track", unsure: false }],
  ["进度正常", { status: "on_track", unsure: false }],
  ["尚在筹备", { status: "on_track", unsure: false }],
  ["存在滞后风险", { status: "at_risk", unsure: false }],
  ["进度偏慢", { status: "at_risk", unsure: false }],
  ["推进中，但进度滞后", { status: "at_risk", unsure: false }],
  ["进展不太顺利", { status: "at_risk", unsure: false }],
  ["未按计划推进", { status: "at_risk", unsure: false }],
  ["难以按期完成", { status: "at_risk", unsure: false }],
  ["恐怕完不成", { status: "at_risk", unsure: false }],
  ["已逾期", { status: "at_risk", unsure: false }],
  ["總體順利，但師資方面有較大困難", { status: "at_risk", unsure: false }],
  ["behind schedule", { status: "at_risk", unsure: false }],
  ["受阻", { status: "blocked", unsure: false }],
  ["项目停滞", { status: "blocked", unsure: false }],
  ["等资金", { status: "blocked", unsure: false }],
  ["资金尚未到位，无法推进", { status: "blocked", unsure: false }],
  ["目前在等上级批复", { status: "blocked", unsure: false }],
  ["推进中，受阻于用地审批", { status: "blocked", unsure: false }],
  ["工程因不可抗力停工", { status: "blocked", unsure: false }],
  ["項目受阻，等資金", { status: "blocked", unsure: false }],
  ["we are blocked, waiting for funding", { status: "blocked", unsure: false }],
  // two readings that contradict each other
  ["进展顺利，受阻", { status: "blocked", unsure: true }],
  ["已完成，尚未启动", { unsure: true }],
  ["已完成，存在滞后风险", { status: "at_risk", unsure: true }],
  ["已启动，尚未启动", { unsure: true }],
];

const extensions: readonly Row[] = [
  ["申请延期到12月20日", { extensionTo: "2026-12-20", status: null, unsure: false }],
  ["申请延期至下周五", { extensionTo: "2026-11-27", unsure: false }],
  ["申请延期到月底", { extensionTo: "2026-11-30", unsure: false }],
  ["因招标流标，申请延期到年底前", { extensionTo: "2026-12-31", unsure: false }],
  ["能否延至明年3月底", { extensionTo: "2027-03-31" }],
  ["請准予延期到12月20日", { extensionTo: "2026-12-20", unsure: false }],
  ["推迟到三周后", { extensionTo: "2026-12-13", unsure: false }],
  ["21 申请延期到12/20", { extensionTo: "2026-12-20", unsure: false }],
  ["原定11月30日，申请延期到12月20日", { extensionTo: "2026-12-20", unsure: false }],
  ["进度偏慢，申请延期到下月15号", { status: "at_risk", extensionTo: "2026-12-15", unsure: false }],
  ["Please extend to Dec 20", { extensionTo: "2026-12-20", unsure: false }],
  ["requesting an extension until end of next month", { extensionTo: "2026-12-31", unsure: false }],
  ["申请延期", { extensionTo: null, unsure: true }],
  ["申请延期两周", { extensionTo: null, unsure: true }],
  ["申请延期10个工作日", { extensionTo: null, unsure: true }],
  ["申请延期到11月3日", { extensionTo: null, unsure: true }],
  ["申请延期到明年", { extensionTo: null, unsure: true }],
  ["已延期到12月20日", { extensionTo: null }],
  ["请批准延期到12月20日", { extensionTo: "2026-12-20", unsure: false }],
  ["请求延期一个月，到1月20日", { extensionTo: "2027-01-20", unsure: false }],
  ["不需要延期，12月20日前完成", { extensionTo: null, status: "on_track", unsure: false }],
];

const coordination: readonly Row[] = [
  ["请求协调用地指标", { needsCoordination: true, unsure: false }],
  ["需要市财政局配合", { needsCoordination: true, unsure: false }],
  ["请市工信局予以支持", { needsCoordination: true, unsure: false }],
  ["推进中，需发改委协调立项", { status: "on_track", needsCoordination: true, unsure: false }],
  ["請求聯席辦協調", { needsCoordination: true, unsure: false }],
  ["恳请联席办帮助解决师资问题", { needsCoordination: true, unsure: false }],
  ["请财政局尽快拨付资金", { needsCoordination: true, unsure: false }],
  ["需教育局提供数据", { needsCoordination: true, unsure: false }],
  ["we need support from the finance bureau", { needsCoordination: true, unsure: false }],
  ["推进中，无需协调", { status: "on_track", needsCoordination: false, unsure: false }],
  ["暂不需要支持，进展顺利", { status: "on_track", needsCoordination: false, unsure: false }],
  ["感谢支持，已完成", { status: "done", needsCoordination: false, unsure: false }],
  ["我局积极配合，正在推进", { status: "on_track", needsCoordination: false, unsure: false }],
];

const quantities: readonly Row[] = [
  ["已培训2.1万人", { quantities: [people(21000)], percent: null, unsure: false }],
  ["开设订单班156个", { quantities: [{ value: 156, unit: "个" }], unsure: false }],
  ["培训4200人次", { quantities: [{ value: 4200, unit: "人次" }], unsure: false }],
  [
    "已开156个班，4200人，年底前能完成",
    { status: "on_track", quantities: [{ value: 156, unit: "个" }, people(4200)], unsure: false },
  ],
  ["招生１２，３５０人", { quantities: [people(12350)] }],
  ["新建实训基地二十一个", { quantities: [{ value: 21, unit: "个" }] }],
  [
    "举办招聘会3场、走访企业45家",
    {
      quantities: [
        { value: 3, unit: "场" },
        { value: 45, unit: "家" },
      ],
    },
  ],
  ["兑现补助300万元", { quantities: [{ value: 3000000, unit: "元" }] }],
  ["输送学生1.2万名", { quantities: [people(12000)] }],
  ["已開設156個班", { quantities: [{ value: 156, unit: "个" }] }],
  ["目标200个，已开156个", { quantities: [{ value: 156, unit: "个" }] }],
  ["还差44个", { quantities: [] }],
  ["发放补贴1200余万元", { quantities: [{ value: 12000000, unit: "元" }] }],
  ["累计输送2.3万余人，完成率92%", { percent: 92, quantities: [people(23000)], unsure: false }],
  ["9个县区已报，3个未报", { quantities: [{ value: 9, unit: "个" }] }],
  ["第3次会议已召开", { quantities: [] }],
  ["满6个月后发放", { quantities: [] }],
  ["opened 156 classes with 4,200 students", { quantities: [{ value: 156, unit: "个" }, people(4200)] }],
  ["12月20日前再开20个", { quantities: [], unsure: true }],
];

const nothing: readonly string[] = [
  "收到",
  "收到，谢谢",
  "好的",
  "知道了",
  "谢谢",
  "👍",
  ":ok_hand:",
  "辛苦了",
  "",
  "   ",
  "ok",
  "thanks",
  "稍后回复",
  "<@U123>",
  "21",
  "？",
  "哈哈",
  "今天开会吗",
];

describe("readStatusReply", () => {
  const all = [...done, ...notDone, ...percents, ...states, ...extensions, ...coordination, ...quantities];
  it.each(all)("%s", (reply, reading) => {
    expect(readStatusReply(reply, TODAY)).toMatchObject(reading);
  });

  it.each(nothing)("「%s」 says nothing", (reply) => {
    const reading = readStatusReply(reply, TODAY);
    expect(reading).toMatchObject({ status: null, percent: null, quantities: [], needsCoordination: false });
    expect(reading.unsure).toBe(true);
    expect(saysNothing(reading)).toBe(true);
  });

  it("never takes a sentence with 没有/尚未/未 before 完成 for done", () => {
    const before = fc.constantFrom("没有", "尚未", "还没", "未", "没", "未能", "无法", "沒有", "尚未能");
    const how = fc.constantFrom("", "全部", "按期", "完全", "如期", "全面");
    const verb = fc.constantFrom("完成", "办结", "銷號", "完工");
    const tail = fc.constantFrom("", "。", "，正在推进", "，请协调", "任务");
    fc.assert(
      fc.property(before, how, verb, tail, (b, h, v, t) => {
        expect(readStatusReply(`${b}${h}${v}${t}`, TODAY).status).not.toBe("done");
      }),
    );
  });

  it("keeps the percent of any whole number from 0 to 100 and refuses the rest", () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 400 }), (n) => {
        const { percent, unsure } = readStatusReply(`进度${n}%`, TODAY);
        expect(percent).toBe(n >= 0 && n <= 100 ? n : null);
        expect(unsure).toBe(n < 0 || n > 100);
      }),
    );
  });

  it("takes any text without failing, and keeps its note short", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000, unit: "binary" }), (text) => {
        expect([...readStatusReply(text, TODAY).note].length).toBeLessThanOrEqual(300);
      }),
    );
  });

  it("does not read quoted lines", () => {
    expect(readStatusReply("> 已完成\n推进中", TODAY)).toMatchObject({ status: "on_track", unsure: false });
  });
});
