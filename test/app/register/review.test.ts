// The review from the file to the register, on a real store: what is decided survives, what is applied is applied once.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/adapters/db/client.ts";
import type { DocumentReader, Model } from "../../../src/app/ports.ts";
import { applyReview, discardReview } from "../../../src/app/register/review/apply-review.ts";
import { continueReview } from "../../../src/app/register/review/continue-review.ts";
import { decideReview } from "../../../src/app/register/review/decide-review.ts";
import { startReview } from "../../../src/app/register/review/start-review.ts";
import type { ReviewAnswer, ReviewView } from "../../../src/app/use-cases.ts";
import { storesOn } from "../../../src/composition/stores.ts";
import { unpackContent } from "../../../src/domain/register/document-content.ts";
import { readDocument } from "../../../src/reading/documents/read-document.ts";
import { openTestDatabase } from "../../support/database.ts";
import { weekdays } from "../../support/facts.ts";
import { testClock } from "../../support/office.ts";

const BY = "US";
const DOCUMENT = `养老服务重点工作责任分工
1. 建设老年食堂
到2027年，建成老年食堂50个以上。
牵头单位：市民政局
责任单位：有关部门
2. 培训护理员
到2027年，培训护理员2000人次以上。
责任单位：市人力资源社会保障局、市财政局
`;

let database: Database;
let model: Model | null;
let draft: DocumentReader["draft"];
beforeEach(async () => {
  database = await openTestDatabase();
  model = null;
  draft = async (content, ...of) => readDocument(unpackContent(content), ...of);
});
afterEach(() => database.close());

/** As after a start of the process: nothing but the database is kept. */
function ports() {
  const read = async (_name: string, bytes: Uint8Array) =>
    ({ kind: "text", text: new TextDecoder().decode(bytes) }) as const;
  return {
    ...storesOn(database, () => Promise.reject(new Error("nothing is sent"))),
    calendar: weekdays,
    clock: testClock("2026-11-23"),
    secretaries: [BY, "U2"],
    documentReader: { read, draft },
    model,
  };
}

const start = (text: string = DOCUMENT) =>
  startReview(ports(), { fileName: "责任分工.txt", bytes: new TextEncoder().encode(text), by: BY });
const decide = (importId: number, answer: ReviewAnswer, by: string = BY) =>
  decideReview(ports(), { importId, answer, by });
const apply = (importId: number, acceptRest = false) =>
  applyReview(ports(), { importId, acceptRest, asNew: false, by: BY });
const fields = (view: ReviewView) => view.open.map(({ field, task }) => `${task?.ref ?? ""} ${field}`);
const keyOf = (view: ReviewView, wanted: string): string => {
  const item = view.items.find(({ field, task }) => `${task?.ref ?? ""} ${field}` === wanted);
  if (!item) throw new Error(`no ${wanted} in ${fields(view).join("、")}`);
  return item.key;
};
const tasks = async () => {
  const { tasks: all, units } = await ports().registerStore.load();
  return all.map(({ ref, assignments }) => [ref, ...assignments.map((a) => `${a.role} ${units.get(a.unitId)?.name}`)]);
};

describe("a review", () => {
  it("asks what was guessed, and leaves the register alone", async () => {
    const view = await start();
    expect(fields(view)).toEqual(["2 lead", "1 deadline", "2 deadline", "1 unit"]);
    expect(view).toMatchObject({ begins: true, changes: null });
    expect(await tasks()).toEqual([]);
  });

  it("is decided guess by guess, and applied as decided", async () => {
    const view = await start();
    const { importId } = view;
    await decide(importId, { kind: "accept", key: keyOf(view, "1 deadline"), sameKind: true });
    await decide(importId, { kind: "name-unit", key: keyOf(view, "1 unit"), units: "市卫生健康委、市财政局" });
    const last = await decide(importId, {
      kind: "assign",
      key: keyOf(view, "2 lead"),
      lead: "市财政局",
      supporting: "市人力资源社会保障局",
    });
    expect(fields(last)).toEqual([]);
    expect(last.decided).toEqual({ accepted: 2, changed: 2, rejected: 0 });
    expect(await apply(importId)).toMatchObject({ tasks: 2 });
    expect(await tasks()).toEqual([
      ["1", "lead 市民政局", "supporting 市卫生健康委", "supporting 市财政局"],
      ["2", "lead 市财政局", "supporting 市人力资源社会保障局"],
    ]);
  });

  it("goes on where it stood after a restart, by itself or when the file comes again", async () => {
    const view = await start();
    await decide(view.importId, { kind: "not-a-task", key: keyOf(view, "2 lead") });
    const left = ["1 deadline", "1 unit"];
    expect(fields((await continueReview(ports(), { by: "U2" })) ?? view)).toEqual(left);
    const again = await start();
    expect([again.importId, fields(again)]).toEqual([view.importId, left]);
  });

  it("reads the document again where the secretary says what 责任单位 means in it", async () => {
    const view = await start();
    const both = await decide(view.importId, { kind: "responsible-means", means: "lead" });
    expect(both.draft.tasks[1]?.lead.map(({ name }) => name)).toEqual(["市人力资源社会保障局", "市财政局"]);
    expect(fields(both)).not.toContain("2 lead");
    expect(fields(await decide(view.importId, { kind: "undo" }))).toEqual(fields(view));
  });
});

describe("clicks", () => {
  it("two at once on two guesses: both count", async () => {
    const view = await start();
    await Promise.all([
      decide(view.importId, { kind: "accept", key: keyOf(view, "2 lead"), sameKind: false }),
      decide(view.importId, { kind: "accept", key: keyOf(view, "1 unit"), sameKind: false }, "U2"),
    ]);
    const then = await continueReview(ports(), { by: BY });
    expect(then && fields(then)).toEqual(["1 deadline", "2 deadline"]);
  });

  it("twice on one guess: the first counts, and the second decides nothing else", async () => {
    const view = await start();
    const key = keyOf(view, "2 lead");
    await decide(view.importId, { kind: "accept", key, sameKind: false });
    const second = await decide(view.importId, { kind: "not-a-task", key });
    expect(second.decided).toEqual({ accepted: 1, changed: 0, rejected: 0 });
    expect(fields(await decide(view.importId, { kind: "undo" }))).toEqual(fields(view));
  });

  it("of somebody who is no secretary do nothing", async () => {
    const view = await start();
    const by = "U0CAIZHENG";
    const key = keyOf(view, "2 lead");
    for (const tried of [
      decide(view.importId, { kind: "accept", key, sameKind: false }, by),
      continueReview(ports(), { by }),
      applyReview(ports(), { importId: view.importId, acceptRest: true, asNew: false, by }),
      discardReview(ports(), { importId: view.importId, by }),
    ]) {
      await expect(tried).rejects.toMatchObject({ code: "not-secretary" });
    }
    expect(await tasks()).toEqual([]);
  });

  it("with words that name no unit are refused", async () => {
    const view = await start();
    const answer: ReviewAnswer = { kind: "assign", key: keyOf(view, "2 lead"), lead: "、", supporting: null };
    await expect(decide(view.importId, answer)).rejects.toMatchObject({ code: "no-unit-read" });
  });
});

describe("the end of a review", () => {
  it("is not reached while a guess is open, unless all are accepted", async () => {
    const { importId } = await start();
    await expect(apply(importId)).rejects.toMatchObject({ code: "review-unfinished", details: { count: 4 } });
    await apply(importId, true);
    expect(await tasks()).toHaveLength(2);
    const stored = await ports().importStore.find(importId);
    expect(stored?.decisions.at(-1)?.keys).toHaveLength(4);
  });

  it("comes once: applying twice, at once or later, says so", async () => {
    const { importId } = await start();
    const both = await Promise.allSettled([apply(importId, true), apply(importId, true)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(apply(importId, true)).rejects.toMatchObject({ code: "already-imported" });
    await expect(start()).rejects.toMatchObject({ code: "already-imported" });
    expect(await tasks()).toHaveLength(2);
  });

  it("that was cut off between the register and the review is made good by the next click", async () => {
    const { importId, draft } = await start();
    const { sha256 } = (await ports().importStore.find(importId)) ?? { sha256: "" };
    await ports().registerStore.saveDocument({ draft, sha256, fileName: "责任分工.txt", by: BY });
    await expect(apply(importId)).rejects.toMatchObject({ code: "already-imported" });
    expect(await continueReview(ports(), { by: BY })).toBeNull();
  });

  it("by discarding leaves nothing, and the file may come again", async () => {
    const { importId } = await start();
    expect(await discardReview(ports(), { importId, by: BY })).toEqual({ title: "养老服务重点工作责任分工" });
    await expect(apply(importId, true)).rejects.toMatchObject({ code: "review-closed" });
    await expect(discardReview(ports(), { importId, by: BY })).rejects.toMatchObject({ code: "review-closed" });
    expect((await start()).importId).not.toBe(importId);
    expect(await tasks()).toEqual([]);
  });
});

describe("what no rule could read", () => {
  const UNREAD = "其他工作由市残联牵头组织各相关方面推进。";
  const withUnread: DocumentReader["draft"] = async (content, ...of) => ({
    ...readDocument(unpackContent(content), ...of),
    unread: [{ text: UNREAD, at: 9 }],
  });

  it("is listed without a model, and can be made a task", async () => {
    draft = withUnread;
    const view = await start();
    const key = keyOf(view, " unread");
    const next = await decide(view.importId, { kind: "assign", key, lead: "市残联", supporting: "" });
    expect(next.draft.tasks.at(-1)).toMatchObject({ ref: "3", text: UNREAD, lead: [{ name: "市残联" }] });
    expect(fields(next)).not.toContain(" unread");
  });

  it("is proposed by the model, and reviewed like every guess", async () => {
    draft = withUnread;
    model = {
      searchTerms: async () => [],
      readReply: () => Promise.reject(new Error("no reply is read")),
      readClause: async () => [
        { quote: "其他工作", lead: ["市残联"], supporting: ["市财政局"] },
        { quote: "另一件事", lead: ["市残联"], supporting: [] },
      ],
    };
    const view = await start();
    expect(fields(view)[0]).toBe("3 task");
    expect(view.draft.tasks.at(-1)).toMatchObject({ origin: "model", text: "其他工作", supporting: [] });
    const refused = await decide(view.importId, { kind: "not-a-task", key: keyOf(view, "3 task") });
    expect(refused.draft.tasks).toHaveLength(2);
  });

  it("stays listed when the model fails", async () => {
    draft = withUnread;
    const fails = () => Promise.reject(new Error("no answer"));
    model = { searchTerms: async () => [], readReply: fails, readClause: fails };
    expect(fields(await start())).toContain(" unread");
  });
});
