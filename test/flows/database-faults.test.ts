// A wire to PostgreSQL that fails: the person hears "not saved", nothing is doubled, and the bot needs no restart afterwards.
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { type Database, openDatabase } from "../../src/adapters/db/client.ts";
import { createInboxStore } from "../../src/adapters/db/inbox-store.ts";
import { migrate } from "../../src/adapters/db/migrate.ts";
import { createDigestQueue, type DigestQueue } from "../../src/adapters/jobs/queue.ts";
import { describeOnPostgres } from "../support/database.ts";
import { createPostgresDatabase } from "../support/postgres.ts";
import { PostgresProxy } from "../support/postgres-proxy.ts";
import { SlackTestBot } from "../support/slack-bot.ts";

describeOnPostgres("a failing wire", () => {
  let proxy: PostgresProxy;
  let database: Database;
  let queue: DigestQueue;
  let bot: SlackTestBot;
  const handled: number[] = [];

  beforeEach(async () => {
    proxy = await PostgresProxy.start(await createPostgresDatabase(inject("runFolder")));
    database = await openDatabase({ databaseUrl: proxy.url });
    await migrate(database);
    queue = createDigestQueue(database, () => undefined);
    await queue.start();
    handled.length = 0;
    await queue.work(async (digestId) => void handled.push(digestId));
    bot = await SlackTestBot.start(createInboxStore(database));
  });
  afterEach(async () => {
    proxy.restore();
    await bot.stop();
    await queue.stop();
    await database.close();
    await proxy.stop();
  });

  const enqueue = (id: number) => database.prisma.$transaction((tx) => queue.enqueue(tx, [id]));
  /** Of pg-boss's own table: what it says of a queue may be a minute old. */
  const unsettled = async () => {
    const sql = `SELECT count(*)::int AS "jobs" FROM pgboss.job WHERE state IN ('created', 'retry', 'active') AND name = 'digests'`;
    return (await database.query<{ jobs: number }>(sql))[0]?.jobs;
  };
  const isSaved = async () => {
    bot.gives("listMyTasks", []);
    return !(await bot.command("我的")).includes("未保存");
  };

  it.each([
    ["half-open", () => proxy.halfOpen()],
    ["refused", () => proxy.refuse()],
    ["too slow", () => proxy.delay(3_000)],
  ])("%s: told, and mended by itself", async (_, fail) => {
    expect(await isSaved()).toBe(true);
    await enqueue(1);
    await expect.poll(() => handled, { timeout: 30_000 }).toEqual([1]);
    // Settled too: a job whose end the wire swallowed comes again, which is another story.
    await expect.poll(unsettled, { timeout: 30_000 }).toBe(0);

    fail();
    // More at once than there are connections.
    const told = await Promise.all(Array.from({ length: 12 }, isSaved));
    expect(told).toEqual(told.map(() => false));
    proxy.restore();

    await expect.poll(isSaved, { timeout: 60_000 }).toBe(true);
    await expect.poll(() => enqueue(2).catch(() => 0), { timeout: 60_000 }).toBe(1);
    await expect.poll(() => handled, { timeout: 60_000 }).toEqual([1, 2]);
  });

  it("cut while idle is not even noticed", async () => {
    proxy.cut();
    await wait(100);
    expect(await isSaved()).toBe(true);
  });
});

describeOnPostgres("a server without a connection to spare", () => {
  it("refuses the start with its reason, and one that runs goes on when there is room again", async () => {
    const owner = await openDatabase({ databaseUrl: await createPostgresDatabase(inject("runFolder")) });
    const role = `few_${Math.random().toString(36).slice(2, 10)}`;
    await owner.query(`CREATE ROLE ${role} LOGIN PASSWORD 'few' CONNECTION LIMIT 1`);
    const url = new URL(owner.databaseUrl ?? "");
    url.username = role;
    url.password = "few";
    const running = await openDatabase({ databaseUrl: url.href });
    const refused = openDatabase({ databaseUrl: url.href });
    await expect(refused).rejects.toMatchObject({
      code: "database-unreachable",
      details: { why: expect.stringContaining("TooManyConnections") },
    });
    // Two at once need a second connection, which is not to be had: one of them fails, and nothing hangs.
    const both = await Promise.allSettled([
      running.query("SELECT pg_sleep(0.5)::text"),
      running.query("SELECT 1 AS one"),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await running.query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await running.close();
    await owner.close();
  });
});
