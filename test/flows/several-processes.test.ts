// Three real processes on one PostgreSQL at the same due minute, two of them killed: one plans, all deliver, one digest each.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterEach, beforeEach, expect, inject, it } from "vitest";
import { type Database, openDatabase } from "../../src/adapters/db/client.ts";
import { createInboxStore } from "../../src/adapters/db/inbox-store.ts";
import { migrate } from "../../src/adapters/db/migrate.ts";
import { describeOnPostgres } from "../support/database.ts";
import { FakeSlack } from "../support/fake-slack.ts";
import { fillOffice, usersOf } from "../support/faults/office-to-remind.ts";
import { createPostgresDatabase } from "../support/postgres.ts";

const CHILD = path.resolve(import.meta.dirname, "../support/scripts/bot-on-server.ts");
const UNITS = 30;
/** The first working day on which the supporting units are asked. */
const DAY = "2026-11-23";

describeOnPostgres("several processes", () => {
  let slack: FakeSlack;
  let databaseUrl: string;
  let database: Database;
  const children: ChildProcess[] = [];
  const ticks: string[] = [];

  beforeEach(async () => {
    slack = await FakeSlack.start();
    slack.state.users = usersOf(UNITS);
    databaseUrl = await createPostgresDatabase(inject("runFolder"));
    database = await openDatabase({ databaseUrl });
    await migrate(database);
    await fillOffice(database, UNITS);
    ticks.length = 0;
  });
  afterEach(async () => {
    for (const child of children.splice(0)) await kill(child);
    await slack.stop();
    await database.close();
  });

  async function ready(): Promise<ChildProcess> {
    const child = fork(CHILD, [databaseUrl, slack.apiUrl, DAY], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    children.push(child);
    child.on("message", (said) => {
      if (typeof said === "string" && said !== "ready") ticks.push(said);
    });
    await once(child, "message");
    return child;
  }

  async function kill(child: ChildProcess | undefined): Promise<void> {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }

  const received = () => slack.state.messages.map((message) => message.channel).sort();

  it("at the same due minute, two of them killed while they send: one digest each", async () => {
    const hang = { kind: "hang" } as const;
    slack.fail("chat.postMessage", { ...hang, lands: true }, { ...hang, lands: false }, { ...hang, lands: true });
    const [first, second, third] = await Promise.all([ready(), ready(), ready()]);
    for (const child of [first, second, third]) child.send("go");
    await expect.poll(received, { timeout: 60_000 }).not.toEqual([]);
    await kill(first);
    await expect.poll(() => received().length, { timeout: 60_000 }).toBeGreaterThan(UNITS / 3);
    await kill(second);
    const late = await ready();
    late.send("go");

    const states = async () => {
      const rows = await database.prisma.digest.groupBy({ by: ["state"], _count: true });
      return rows.map((row) => `${row.state} ${row._count}`);
    };
    await expect.poll(states, { timeout: 90_000 }).toEqual([`sent ${await database.prisma.digest.count()}`]);
    // Long enough for a second copy to arrive, if there were one.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(new Set(received()).size).toBe(UNITS);
    expect(received()).toHaveLength(UNITS);

    const rows = await database.prisma.tick.findMany();
    const planned = rows.filter((row) => row.finishedAt !== null && row.error === null);
    expect(planned.map((row) => row.id)).toEqual(ticks);
    expect(planned).toMatchObject([{ date: DAY, digests: UNITS }]);
    const digests = await database.prisma.digest.findMany({ select: { tickId: true } });
    expect(new Set(digests.map((digest) => digest.tickId))).toEqual(new Set(ticks));
  });

  it("take a delivery that Slack sends to all of them once", async () => {
    const others = await Promise.all([1, 2, 3].map(() => openDatabase({ databaseUrl })));
    const inboxes = others.map(createInboxStore);
    for (let n = 0; n < 50; n += 1) {
      const delivery = { deliveryId: `Ev${n}`, kind: "message", payload: { n } };
      const taken = await Promise.all(inboxes.map((inbox) => inbox.receive(delivery)));
      expect(taken.filter(Boolean)).toHaveLength(1);
    }
    await Promise.all(others.map((other) => other.close()));
  });
});
