// What a review says: at the beginning, guess by guess, and at the end.
import { describe, expect, it } from "vitest";
import { ACTION, decodeApply, decodeGuess } from "../../../../src/adapters/slack/ids.ts";
import { reviewModal } from "../../../../src/adapters/slack/render/review/modal.ts";
import { renderNext, renderReview } from "../../../../src/adapters/slack/render/review/start.ts";
import type { ReviewView } from "../../../../src/app/use-cases.ts";
import { reason } from "../../../../src/domain/reason.ts";
import type { DraftDocument, ReviewNote } from "../../../../src/domain/register/draft.ts";
import { type ReviewItem, reviewItems } from "../../../../src/domain/register/review/review-items.ts";
import { aDraft, aDraftTask, mention } from "../../../support/drafts.ts";
import { buttonsOf, linesOf } from "./reading.ts";
import { reviewView } from "./samples.ts";

const merged: ReviewNote = { field: "lead", reason: reason("lead-from-merged-cell", { from: "4" }) };
const vague: ReviewNote = { field: "unit", reason: reason("unit-unresolved", { unit: "有关部门" }) };
const alone: ReviewNote = { field: "lead", reason: reason("responsible-first-leads", { lead: "市教育局" }) };
const dated: ReviewNote = { field: "deadline", reason: reason("deadline-from-target", { date: "2025-12-31" }) };

const DRAFT: DraftDocument = {
  ...aDraft("责任分工", [
    aDraftTask("5", ["市教育局"], [], { review: [merged] }),
    aDraftTask("6", ["市教育局"], [], { review: [merged] }),
    aDraftTask("7", ["市教育局"], [], {
      review: [dated],
      deadlines: [{ kind: "by", due: "2025-12-31", everyMonths: null, day: null, text: "到2025年" }],
    }),
    { ...aDraftTask("8", ["市财政局"]), supporting: [mention("有关部门", { kind: "unresolved" })], review: [vague] },
  ]),
  title: "责任分工",
  unread: [{ text: "其他工作按职责分工负责", at: 9 }],
};

function viewOf(draft: DraftDocument, over: Partial<ReviewView> = {}): ReviewView {
  const items = reviewItems(draft);
  return { ...reviewView(0, ""), draft, items, open: items, ...over };
}

const from = (view: ReviewView, field: ReviewItem["field"]) => {
  const open = view.open.filter((item) => item.field === field);
  return renderNext({ ...view, begins: false, open });
};
const labels = (message: Parameters<typeof buttonsOf>[0]) => buttonsOf(message).map(({ label }) => label);

describe("the first message", () => {
  it("names a new unit that may be a known one, and how to join them; and until when the document is in force", () => {
    const why = reason("unit-alike-but-place", { unit: "市教育局" });
    const unit = { name: "云川市教育局", kind: "single", aliases: [], known: false, hasContact: true } as const;
    const units = [{ ...unit, suggestion: { name: "市教育局", why } }];
    const lines = linesOf(renderReview(viewOf({ ...DRAFT, validUntil: "2028-06-30" }, { units }))).join("\n");
    expect(lines).toContain(
      "「云川市教育局」与「市教育局」仅差地名；如为同一单位，导入后发送「/lianxi 单位 合并 云川市教育局 市教育局」",
    );
    expect(lines).toContain("有效期至2028年6月30日");
  });

  it("says how much is a guess, of which kind, where, and on what it rests", () => {
    const message = renderReview(viewOf(DRAFT));
    expect(linesOf(message)).toEqual([
      "*请核对《责任分工》：5 处推断，核对后导入台账*",
      "事项 4 项 · 单位 0 个（集合单位 0 个，待明确 0 个）",
      "第一项：5 事项5；最后一项：8 事项8",
      "牵头单位 2 处（第 5、6 项）：牵头单位一栏为空，按合并单元格理解，沿用第 4 项",
      "时限要求 1 处（第 7 项）：时限取自量化目标中的日期：2025年12月31日",
      "待明确单位 1 处（第 8 项）：「有关部门」未指明具体单位，待联席办明确",
      "未读出的文字 1 段：这段文字提到责任分工，但未能读出，请核对是否为事项",
    ]);
    expect(labels(message)).toEqual(["逐项核对", "全部接受并导入", "放弃"]);
    expect(decodeApply(buttonsOf(message)[1]?.value)).toEqual({ importId: 1, acceptRest: true });
  });

  it("offers the import at once where nothing was guessed", () => {
    const message = renderReview(viewOf(aDraft("责任分工", [aDraftTask("1", ["市教育局"])])));
    expect(linesOf(message)[0]).toBe("*请确认《关于责任分工的通知》：全部按原文读出，可导入台账*");
    expect(labels(message)).toEqual(["导入台账", "放弃"]);
  });

  it("says what of the file was not read", () => {
    const draft: DraftDocument = { ...DRAFT, notices: ["text-boxes-ignored", "macros-ignored"] };
    expect(linesOf(renderReview(viewOf(draft)))).toContain("另请留意：文本框中的文字未读取；宏未读取，也未运行");
  });

  it("of a newer version shows what changes, and that it may be a document of its own", () => {
    const previous = { ...DRAFT, id: 1 };
    const diff = { added: [], changed: [], withdrawn: [], unchanged: [] };
    const same = renderReview(viewOf(DRAFT, { changes: { previous, diff, same: true } }));
    expect(linesOf(same)[0]).toContain("一致，无需导入");
    expect(labels(same)).toEqual(["作为另一份文件导入", "放弃"]);
    const amended = renderReview(viewOf(DRAFT, { changes: { previous, diff, same: false } }));
    expect(labels(amended)).toEqual(["逐项核对", "全部接受并导入", "放弃", "作为另一份文件导入"]);
  });
});

describe("a card", () => {
  it("quotes, proposes, gives its reason, and shows what else rests on it", () => {
    const message = renderNext(viewOf(DRAFT));
    expect(linesOf(message)).toEqual([
      "*请核对牵头单位（1/5）*",
      "*5 事项5*",
      "原文：「第5项的内容」",
      "拟定：市教育局",
      "依据：牵头单位一栏为空，按合并单元格理解，沿用第 4 项",
      "同类另有 1 处：",
      "6 事项6：市教育局",
    ]);
    expect(labels(message)).toEqual(["接受", "修改", "不是事项", "同类 2 处全部接受"]);
    expect(decodeGuess(buttonsOf(message)[0]?.value)).toEqual({ importId: 1, key: "5/lead/lead-from-merged-cell/4" });
  });

  it("counts on, and can be taken back once something was decided", () => {
    const message = from(viewOf(DRAFT), "deadline");
    expect(linesOf(message)[0]).toBe("*请核对时限（5/5）*");
    expect(linesOf(message)).toContain("拟定：2025年12月31日（周三）前");
    expect(labels(message)).toEqual(["接受", "修改", "不是事项", "返回上一处"]);
  });

  it("of a unit asks who it is; of a text, whether it is a task", () => {
    expect(labels(from(viewOf(DRAFT), "unit")).slice(0, 3)).toEqual(["暂不明确", "明确单位", "不是事项"]);
    const unread = from(viewOf(DRAFT), "unread");
    expect(labels(unread).slice(0, 2)).toEqual(["不是事项", "列为事项"]);
    expect(buttonsOf(unread)[0]?.action).toBe(ACTION.reviewAccept);
  });

  it("of 责任单位 alone offers to say what it means in the whole document", () => {
    const draft = aDraft("责任分工", [aDraftTask("1", ["市教育局"], ["市财政局"], { review: [alone] })]);
    expect(labels(renderNext(viewOf(draft)))).toEqual([
      "接受",
      "修改",
      "不是事项",
      "全文责任单位均为牵头",
      "全文责任单位均为配合",
    ]);
  });
});

describe("the form", () => {
  const fieldsOf = (field: ReviewItem["field"]) => {
    const item = reviewItems(DRAFT).find((one) => one.field === field);
    return JSON.stringify(item ? reviewModal(1, item).blocks.filter((block) => block.type === "input") : []);
  };

  it("holds what was proposed", () => {
    expect(fieldsOf("lead")).toContain('"initial_value":"市教育局"');
    expect(fieldsOf("deadline")).toContain('"initial_date":"2025-12-31"');
    expect(fieldsOf("unit")).toContain("「有关部门」由哪些单位承担");
    expect(fieldsOf("unread").match(/"type":"plain_text_input"/g)).toHaveLength(2);
  });
});

describe("the end", () => {
  it("says what was decided and asks for the import", () => {
    const decided = { accepted: 3, changed: 0, rejected: 1 };
    const message = renderReview(viewOf(DRAFT, { begins: false, open: [], decided }));
    expect(linesOf(message)).toEqual([
      "*《责任分工》核对完毕，请确认导入台账*",
      "事项 4 项 · 接受 3 处 · 不是事项 1 处",
    ]);
    expect(labels(message)).toEqual(["导入台账", "返回上一处", "放弃"]);
    expect(decodeApply(buttonsOf(message)[0]?.value)).toEqual({ importId: 1, acceptRest: false });
  });
});
