// A review in the domain's words: what is asked, what each answer does to the draft, what is still open.
import { describe, expect, it } from "vitest";
import { reason } from "../../../../src/domain/reason.ts";
import type { DraftDocument, DraftTask } from "../../../../src/domain/register/draft.ts";
import {
  applyDecisions,
  type Decision,
  type DecisionStep,
  openItems,
  settle,
} from "../../../../src/domain/register/review/decisions.ts";
import { type ReviewItem, reviewItems } from "../../../../src/domain/register/review/review-items.ts";
import { aDraft, aDraftTask, mention } from "../../../support/drafts.ts";

const VAGUE = mention("有关部门", { kind: "unresolved" });
const merged = (from: string) => ({ field: "lead", reason: reason("lead-from-merged-cell", { from }) }) as const;
const vague = { field: "unit", reason: reason("unit-unresolved", { unit: "有关部门" }) } as const;
const targetDate = { field: "deadline", reason: reason("deadline-from-target", { date: "2025-12-31" }) } as const;
const byEndOf2025 = { kind: "by", due: "2025-12-31", everyMonths: null, day: null, text: "到2025年" } as const;

const DRAFT: DraftDocument = {
  ...aDraft("责任分工", [
    aDraftTask("1", ["市教育局"]),
    aDraftTask("2", ["市教育局"], [], { review: [merged("1")] }),
    aDraftTask("3", ["市财政局"], ["市教育局"], {
      text: "建设实训基地。到2025年，建成10所以上。",
      deadlines: [byEndOf2025],
      review: [targetDate, merged("1")],
    }),
    { ...aDraftTask("4", ["市商务局"]), supporting: [VAGUE, mention("市财政局")], review: [vague] },
  ]),
  unread: [{ text: "其他工作按职责分工负责", at: 9 }],
};

const at = (ref: string, field: ReviewItem["field"]): ReviewItem => {
  const item = reviewItems(DRAFT).find((one) => (one.task?.ref ?? "") === ref && one.field === field);
  if (!item) throw new Error(`no guess of ${field} at ${ref}`);
  return item;
};
const step = (item: ReviewItem, decision: Decision): DecisionStep => ({ by: "U9", keys: [item.key], decision });
const draftAfter = (...steps: DecisionStep[]) => applyDecisions(DRAFT, settle(steps));
const task = (draft: DraftDocument, ref: string): DraftTask | undefined => draft.tasks.find((one) => one.ref === ref);
const names = (units: DraftTask["lead"] | undefined) => units?.map(({ name }) => name);

describe("what is asked", () => {
  it("is only what was guessed, kind by kind in the document's order", () => {
    expect(reviewItems(DRAFT).map(({ kind, task: of }) => [kind, of?.ref ?? null])).toEqual([
      ["lead/lead-from-merged-cell", "2"],
      ["lead/lead-from-merged-cell", "3"],
      ["deadline/deadline-from-target", "3"],
      ["unit/unit-unresolved", "4"],
      ["unread/block-unread", null],
    ]);
    expect(reviewItems(aDraft("责任分工", [aDraftTask("1", ["市教育局"])]))).toEqual([]);
  });

  it("comes with the words it rests on, what is proposed, and why", () => {
    expect(at("3", "deadline")).toMatchObject({
      quote: "到2025年，建成10所以上。",
      proposal: { kind: "deadlines", deadlines: [byEndOf2025] },
      reason: targetDate.reason,
    });
    expect(at("2", "lead").proposal).toEqual({ kind: "units", units: [mention("市教育局")] });
    expect(at("4", "unit").proposal).toEqual({ kind: "unit", unit: VAGUE });
    expect(at("", "unread")).toMatchObject({ quote: "其他工作按职责分工负责", proposal: { kind: "no-task" } });
  });

  it("has a key of its own, the same at every reading", () => {
    const twice = { ...DRAFT, unread: [...DRAFT.unread, ...DRAFT.unread] };
    const keys = reviewItems(twice).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(reviewItems(structuredClone(twice)).map(({ key }) => key)).toEqual(keys);
  });
});

describe("an answer", () => {
  it("accept changes nothing but that it is not asked again", () => {
    const all: DecisionStep = {
      by: "U9",
      keys: reviewItems(DRAFT).map(({ key }) => key),
      decision: { kind: "accept" },
    };
    expect(openItems(DRAFT, settle([all]))).toEqual([]);
    expect(draftAfter(all)).toEqual({ ...DRAFT, unread: [] });
  });

  it("other units take the place of the guessed ones; none supports what it leads", () => {
    const changed = draftAfter(
      step(at("3", "lead"), { kind: "assign", lead: [mention("市教育局"), mention("市教育局")], supporting: null }),
    );
    expect(names(task(changed, "3")?.lead)).toEqual(["市教育局"]);
    expect(task(changed, "3")?.supporting).toEqual([]);
    expect(names(task(changed, "2")?.lead)).toEqual(["市教育局"]);
  });

  it("named units stand where 有关部门 stood", () => {
    const units = [mention("市民政局"), mention("市财政局")];
    const changed = draftAfter(step(at("4", "unit"), { kind: "name-unit", units }));
    expect(names(task(changed, "4")?.supporting)).toEqual(["市民政局", "市财政局"]);
  });

  it("another date, or none", () => {
    const on = draftAfter(step(at("3", "deadline"), { kind: "due", due: "2026-06-30" }));
    expect(task(on, "3")?.deadlines).toEqual([{ ...byEndOf2025, due: "2026-06-30" }]);
    const none = draftAfter(step(at("3", "deadline"), { kind: "due", due: null }));
    expect(task(none, "3")?.deadlines).toMatchObject([{ kind: "undated", due: null }]);
  });

  it("not a task: it is kept to be seen, and its other guesses are not asked", () => {
    const steps = [step(at("3", "lead"), { kind: "not-a-task" })];
    const changed = draftAfter(...steps);
    expect(task(changed, "3")).toBeUndefined();
    expect(changed.context).toEqual([{ ref: "3", label: "3.", title: "事项3" }]);
    expect(openItems(DRAFT, settle(steps)).map((item) => item.task?.ref)).toEqual(["2", "4", undefined]);
  });

  it("a stretch of text becomes a task, under the next free number where its own is taken", () => {
    const made = { ...aDraftTask("3", ["市教育局"]), text: "其他工作按职责分工负责" };
    const changed = draftAfter(step(at("", "unread"), { kind: "make-task", task: made }));
    expect(changed.tasks.map(({ ref }) => ref)).toEqual(["1", "2", "3", "4", "5"]);
    expect(task(changed, "5")?.text).toBe("其他工作按职责分工负责");
    expect(changed.unread).toEqual([]);
  });

  it("the last one counts", () => {
    const item = at("3", "deadline");
    const changed = draftAfter(step(item, { kind: "due", due: "2026-06-30" }), step(item, { kind: "accept" }));
    expect(task(changed, "3")?.deadlines).toEqual([byEndOf2025]);
  });

  it("of a guess that is not there any more changes nothing", () => {
    const gone: DecisionStep = { by: "U9", keys: ["99/lead/x"], decision: { kind: "not-a-task" } };
    expect(draftAfter(gone)).toEqual(DRAFT);
  });
});

describe("what is still open", () => {
  it("leaves out a unit that is not named any more", () => {
    const lead: DraftDocument = {
      ...DRAFT,
      tasks: [{ ...aDraftTask("4", []), lead: [VAGUE], review: [merged("3"), vague] }],
      unread: [],
    };
    const [first] = openItems(lead, new Map());
    const decision: Decision = { kind: "assign", lead: [mention("市商务局")], supporting: null };
    expect(openItems(lead, settle([{ by: "U9", keys: [first?.key ?? ""], decision }]))).toEqual([]);
  });
});
