// What every store of ticks does: one planner at a time, a dead one taken over, the daily tick once a day.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createTickStore } from "../../src/adapters/db/reminders/tick-store.ts";
import { TAKEOVER_MS, type TickStore } from "../../src/app/reminders/tick-store.ts";
import type { MakeDatabase } from "../support/database.ts";

const NINE = new Date("2026-12-01T01:00:00Z");
const after = (milliseconds: number) => new Date(NINE.getTime() + milliseconds);

export function describeTickStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: TickStore;
  beforeEach(async () => {
    database = await makeDatabase();
    store = createTickStore(database.prisma);
  });
  afterEach(() => database.close());

  const begin = (now = NINE, occasion: "day" | "start" | "again" = "day", date = "2026-12-01") =>
    store.begin({ date, occasion, now });

  async function begun(...input: Parameters<typeof begin>): Promise<string> {
    const id = await begin(...input);
    if (id === null) throw new Error("the tick was refused");
    return id;
  }

  it("gives a day to one of many that want it at once", async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => begin()));
    expect(ids.filter((id) => id !== null)).toHaveLength(1);
    expect(await begin(NINE, "day", "2026-12-02")).not.toBeNull();
  });

  it("plans a day once by the daily tick, and again at a start or when asked", async () => {
    await store.finish(await begun(), { digests: 3, skipped: 2 }, after(1_000));
    expect(await begin(after(TAKEOVER_MS * 5))).toBeNull();
    await store.finish(await begun(after(2_000), "start"), { digests: 0, skipped: 2 }, after(3_000));
    await begun(after(4_000), "again");
  });

  it("does not take a start before nine for the daily tick", async () => {
    await store.finish(await begun(after(-3_600_000), "start"), { digests: 0, skipped: 0 }, after(-3_599_000));
    expect(await begin()).not.toBeNull();
  });

  it("of a dead process is taken over", async () => {
    await begun();
    expect(await begin(after(TAKEOVER_MS - 1))).toBeNull();
    expect(await begin(after(TAKEOVER_MS - 1), "start")).toBeNull();
    expect(await begin(after(TAKEOVER_MS + 1))).not.toBeNull();
  });

  it("that failed is tried again, after a while", async () => {
    await store.fail(await begun(), "no database", after(1_000));
    expect(await begin(after(2_000))).toBeNull();
    expect(await begin(after(TAKEOVER_MS + 1))).not.toBeNull();
  });

  it("leaves a row that says how it went, the newest first", async () => {
    const first = await begun();
    await store.fail(first, "x".repeat(2_000), after(1_000));
    const second = await begun(after(TAKEOVER_MS + 1));
    await store.finish(second, { digests: 3, skipped: 2 }, after(TAKEOVER_MS + 5));
    expect(second).toMatch(/^2026-12-01-day-/);
    expect(await store.newest(5)).toEqual([
      {
        id: second,
        date: "2026-12-01",
        startedAt: after(TAKEOVER_MS + 1),
        finishedAt: after(TAKEOVER_MS + 5),
        digests: 3,
        skipped: 2,
        error: null,
      },
      expect.objectContaining({ id: first, finishedAt: after(1_000), digests: 0, error: "x".repeat(500) }),
    ]);
    expect(await store.newest(1)).toHaveLength(1);
  });
}
