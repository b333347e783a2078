// A message about several tasks becomes one proposal for each, each confirmed by itself. Tasks 1 and 2 are 市教育局's (UE).
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../src/adapters/db/client.ts";
import { confirmUpdate } from "../../../src/app/status/confirm-update.ts";
import { proposeUpdate } from "../../../src/app/status/propose-update.ts";
import { storesOn } from "../../../src/composition/stores.ts";
import { openTestDatabase } from "../../support/database.ts";
import { weekdays } from "../../support/facts.ts";
import { testClock } from "../../support/office.ts";
import { seedSmallRegister } from "../../support/small-register.ts";

let database: Database;
let messages = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  await seedSmallRegister(database);
});
afterAll(() => database.close());

function ports() {
  const stores = storesOn(database, () => Promise.reject(new Error("nothing is sent")));
  return { ...stores, calendar: weekdays, clock: testClock("2026-11-23"), secretaries: [], model: null };
}

function propose(text: string, more: { taskRef?: string; plain?: boolean; author?: string } = {}) {
  messages += 1;
  const said = { author: "UE", taskRef: null, thread: null, permalink: null, sourceKey: `message:${messages}` };
  return proposeUpdate(ports(), { ...said, ...more, text });
}

async function briefly(text: string, more: Parameters<typeof propose>[1] = {}): Promise<string[]> {
  return (await propose(text, more)).map(
    ({ task, reading, text: said }) => `${task?.taskName ?? "—"} ${reading.unsure ? "?" : reading.status} 「${said}」`,
  );
}

describe("proposeUpdate", () => {
  it("makes one proposal for each task", async () => {
    expect(await briefly("1号完成，2号进度六成")).toEqual(["1 done 「1号完成」", "2 on_track 「2号进度六成」"]);
    expect(await briefly("1号和2号均已启动")).toEqual([
      "1 on_track 「1号和2号均已启动」",
      "2 on_track 「1号和2号均已启动」",
    ]);
    expect(await briefly("1号完成，2号进度六成", { plain: true })).toHaveLength(2);
  });

  it("asks back only what is not certain", async () => {
    expect(await briefly("1号已完成，2号没有完成")).toEqual(["1 done 「1号已完成」", "2 ? 「2号没有完成」"]);
  });

  it("goes on after a number that was given, with the person's own tasks alone", async () => {
    expect(await briefly("完成，2号进度六成", { taskRef: "1" })).toEqual([
      "1 done 「完成」",
      "2 on_track 「2号进度六成」",
    ]);
    expect(await briefly("2号均已启动", { taskRef: "1" })).toEqual([
      "1 on_track 「2号均已启动」",
      "2 on_track 「2号均已启动」",
    ]);
    expect(await briefly("推进中，第3项设备已采购", { taskRef: "1" })).toEqual([
      "1 on_track 「推进中，第3项设备已采购」",
    ]);
  });

  it("puts together what is said of one task in two places", async () => {
    expect((await propose("1号推进中。2号已完成。1号另请协调用地")).map((view) => view.text)).toEqual([
      "1号推进中。；1号另请协调用地",
      "2号已完成。",
    ]);
  });

  it("stores nothing where one of them is refused", async () => {
    const before = await database.prisma.proposal.count();
    await expect(propose("1号完成，99号完成")).rejects.toMatchObject({ code: "unknown-task" });
    await expect(propose("1号完成，2号完成120%")).rejects.toMatchObject({ code: "percent-out-of-range" });
    await expect(propose("1号完成，2号完成", { author: "UF" })).rejects.toMatchObject({ code: "not-your-task" });
    expect(await database.prisma.proposal.count()).toBe(before);
  });

  it("each is confirmed by itself, with its forecast", async () => {
    const [first, second] = await propose("1号预计12月20日前完成，2号受阻");
    const recorded = await confirmUpdate(ports(), { proposalId: first?.proposalId ?? 0, taskId: null, author: "UE" });
    expect(recorded).toMatchObject({ taskName: "1", forecast: "2026-12-20", update: { status: "on_track" } });
    const other = await confirmUpdate(ports(), { proposalId: second?.proposalId ?? 0, taskId: null, author: "UE" });
    expect(other).toMatchObject({ taskName: "2", forecast: null, update: { status: "blocked" } });
  });

  it("the answer to what was asked back counts, without the figure in doubt", async () => {
    const [view] = await propose("2号进度60%，另说80%");
    expect(view?.reading).toMatchObject({ unsure: true, doubt: "percent" });
    const answer = { proposalId: view?.proposalId ?? 0, taskId: null, author: "UE", status: "on_track" as const };
    expect((await confirmUpdate(ports(), answer)).update).toMatchObject({ status: "on_track", percent: null });
    await expect(confirmUpdate(ports(), answer)).rejects.toMatchObject({ code: "already-recorded" });
  });
});
