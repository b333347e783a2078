// A request's card in each of its states: what is asked, which buttons, who decided; whatever people write.
import { describe, expect, it } from "vitest";
import { checkLimits, checkView } from "../../../../src/adapters/slack/limits.ts";
import {
  renderOutcome,
  renderReopened,
  renderRequest,
  renderRequests,
} from "../../../../src/adapters/slack/render/requests/card.ts";
import { otherDateModal, sendBackModal } from "../../../../src/adapters/slack/render/requests/modal.ts";
import type { RequestView } from "../../../../src/app/status/requests/request-use-cases.ts";

const view: RequestView = {
  requestId: 5,
  kind: "extension",
  state: "pending",
  taskId: 1,
  taskName: "21",
  title: "订单班补助",
  unitName: "市财政局",
  reason: "雨季停工",
  proposedDate: "2027-01-29",
  requestedOn: "2026-11-20",
  requestedBy: "U1",
  dates: { original: "2026-12-31", current: "2026-12-31", changes: 0 },
  frozenUntil: null,
  decision: null,
};
const closure: RequestView = { ...view, kind: "closure", proposedDate: null, dates: null };
const approved: RequestView = { ...view, state: "approved", decision: { by: "U9", text: "2027-01-29" } };
const sentBack: RequestView = { ...view, state: "sent_back", decision: { by: "U9", text: "请补充计划" } };
const shown = (message: object) => JSON.stringify(message);

describe("what the secretary sees", () => {
  it("an extension: dates, reason, three ways to decide", () => {
    const card = shown(renderRequest(view));
    expect(card).toContain("市财政局于11月20日申请延期至 2027年1月29日（周五）");
    expect(card).toContain("现定 12月31日（周四）");
    for (const label of ["同意", "另定日期", "退回修改"]) expect(card).toContain(`"${label}"`);
  });

  it("how often the date was moved", () => {
    const dates = { original: "2026-09-30", current: "2026-12-31", changes: 2 };
    expect(shown(renderRequest({ ...view, dates }))).toContain("已变更 2 次");
  });

  it.each([
    ["a task without a date of its own", { ...view, dates: null }],
    ["while dates are frozen", { ...view, frozenUntil: "2026-12-23" }],
  ])("%s: only sending back is offered", (_, one) => {
    const card = shown(renderRequest(one));
    expect(card).not.toContain('"同意"');
    expect(card).toContain("退回修改");
  });

  it("an extension that a closure settled", () => {
    const moot: RequestView = { ...view, state: "sent_back", decision: { by: "U9", text: "" } };
    expect(shown(renderRequest(moot))).toContain("事项已办结，不再延期");
    expect(renderOutcome(moot).text).toBe("21 订单班补助 已办结，贵单位的延期申请不再办理");
  });

  it("decided: who and what, and no button", () => {
    for (const one of [approved, sentBack]) {
      expect(shown(renderRequest(one))).toContain("由 <@U9> 审核");
      expect(shown(renderRequest(one))).not.toContain("button");
    }
  });
});

it("whoever asked hears the date, or the reason and what to do next", () => {
  expect(shown(renderOutcome(approved))).toContain("现定 2027年1月29日");
  expect(shown(renderOutcome(sentBack))).toContain("退回理由：请补充计划");
  expect(shown(renderOutcome(sentBack))).toContain("/lianxi 延期 21");
});

it.each(["", "&<>".repeat(4_000), "<!channel> [](http://x) ".repeat(300), "长".repeat(10_000)])(
  "stays within Slack's limits and escapes what people wrote (%#)",
  (text) => {
    const foul = { taskName: "21", title: text, unitName: text, reason: text };
    const each = [view, closure, approved, sentBack].map((one) => ({
      ...one,
      ...foul,
      decision: one.state === "sent_back" ? { by: "U9", text } : one.decision,
    }));
    const metadata = { requestId: 5, responseUrl: "https://hooks.example.test/x" };
    for (const one of each) {
      for (const message of [renderRequest(one), renderRequests(Array(40).fill(one))]) {
        expect(checkLimits(message.blocks)).toEqual([]);
        expect(shown(message)).not.toContain("<!channel>");
      }
      if (one.state !== "pending") expect(checkLimits(renderOutcome(one).blocks)).toEqual([]);
      expect(checkView(sendBackModal(one, metadata))).toEqual([]);
      expect(checkView(otherDateModal(one, metadata))).toEqual([]);
    }
    expect(
      checkLimits(renderReopened({ ...foul, taskId: 1, digestIds: [], people: [], unreached: [foul.unitName] }).blocks),
    ).toEqual([]);
    expect(checkLimits(renderRequests([]).blocks)).toEqual([]);
  },
);
