// The delivery queue on both databases: with its transaction or not at all, again until it succeeds, one at a time per digest.
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../../src/adapters/db/client.ts";
import { createDigestQueue, type DigestQueue } from "../../../src/adapters/jobs/queue.ts";
import { describeOnDatabases, describeOnPostgres, openTestPostgres } from "../../support/database.ts";
import { startProcess } from "../../support/processes.ts";

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await wait(50);
}

function failOnError(error: Error): void {
  throw error;
}

describeOnDatabases("the digest queue", (makeDatabase) => {
  let database: Database;
  let queue: DigestQueue;
  let errors: Error[];
  beforeEach(async () => {
    database = await makeDatabase();
    errors = [];
    queue = createDigestQueue(database, (error) => void errors.push(error));
    await queue.start();
  });
  afterEach(async () => {
    await queue.stop();
    await database.close();
    expect(errors.filter((error) => error.message !== "not yet")).toEqual([]);
  });

  const enqueue = (...digestIds: number[]) => database.prisma.$transaction((tx) => queue.enqueue(tx, digestIds));

  it("carries each digest to the handler", async () => {
    const handled: number[] = [];
    await queue.work(async (digestId) => void handled.push(digestId));
    expect(await enqueue(1, 2, 3)).toBe(3);
    await until(() => handled.length === 3);
    expect(handled.sort()).toEqual([1, 2, 3]);
  });

  it("forgets what was enqueued in a transaction that failed", async () => {
    const failing = database.prisma.$transaction(async (tx) => {
      await queue.enqueue(tx, [1]);
      throw new Error("afterwards");
    });
    await expect(failing).rejects.toThrow("afterwards");
    expect(await enqueue(1)).toBe(1);
  });

  it("a digest that waits is not enqueued twice; one that was handled may be", async () => {
    expect(await enqueue(1, 2)).toBe(2);
    expect(await enqueue(1, 2, 3)).toBe(1);
    const handled: number[] = [];
    await queue.work(async (digestId) => void handled.push(digestId));
    await until(() => handled.length === 3);
    await until(async () => (await enqueue(1)) === 1);
    await until(() => handled.length === 4);
    expect(handled.sort()).toEqual([1, 1, 2, 3]);
  });

  it("repeats a handler that failed, without failing the rest of its batch", async () => {
    const attempts = new Map<number, number>();
    await enqueue(1, 2, 3);
    await queue.work(async (digestId) => {
      const attempt = (attempts.get(digestId) ?? 0) + 1;
      attempts.set(digestId, attempt);
      if (digestId === 2 && attempt < 3) throw new Error("not yet");
    });
    await until(() => attempts.get(2) === 3);
    expect([attempts.get(1), attempts.get(3)]).toEqual([1, 1]);
    expect(errors.map((error) => error.message)).toEqual(["not yet", "not yet"]);
  });

  it("stops after the handler that runs", async () => {
    let ended = false;
    let begun = false;
    await queue.work(async () => {
      begun = true;
      await wait(300);
      ended = true;
    });
    await enqueue(1);
    await until(() => begun);
    await queue.stop();
    expect(ended).toBe(true);
  });

  it("starts a second time on what is there", async () => {
    await enqueue(1);
    await queue.stop();
    queue = createDigestQueue(database, failOnError);
    await queue.start();
    const handled: number[] = [];
    await queue.work(async (digestId) => void handled.push(digestId));
    await until(() => handled.length === 1);
  });
});

describeOnPostgres("the digest queue of several processes", () => {
  it("gives each digest to one of them", async () => {
    const database = await openTestPostgres();
    const queues = [1, 2, 3].map(() => createDigestQueue(database, failOnError));
    await Promise.all(queues.map((queue) => queue.start()));
    const ids = Array.from({ length: 60 }, (_, n) => n + 1);
    await database.prisma.$transaction((tx) => queues[0]?.enqueue(tx, ids) ?? Promise.resolve(0));
    const handled: number[] = [];
    await Promise.all(queues.map((queue) => queue.work(async (digestId) => void handled.push(digestId))));
    await until(() => handled.length >= ids.length);
    await wait(1_500);
    expect(handled.sort((a, b) => a - b)).toEqual(ids);
    await Promise.all(queues.map((queue) => queue.stop()));
    await database.close();
  });

  it("takes over what a killed process had in hand", async () => {
    const database = await openTestPostgres();
    const hanging = startProcess("hang-in-handler.ts", database.databaseUrl ?? "");
    const queue = createDigestQueue(database, failOnError);
    await queue.start();
    await database.prisma.$transaction((tx) => queue.enqueue(tx, [7]));
    await hanging.waitForLines(1);
    await hanging.kill();
    const handled: number[] = [];
    await queue.work(async (digestId) => void handled.push(digestId));
    await until(() => handled.length === 1);
    expect([hanging.lines, handled]).toEqual([["7"], [7]]);
    await queue.stop();
    await database.close();
  });
});
