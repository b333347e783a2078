// A PostgreSQL server that goes away and comes back: the bot says so, lives on, and delivers what was stored before.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { openDatabase } from "../../../src/adapters/db/client.ts";
import { createInboxStore } from "../../../src/adapters/db/inbox-store.ts";
import { migrate } from "../../../src/adapters/db/migrate.ts";
import { createDigestQueue } from "../../../src/adapters/jobs/queue.ts";
import { describeOnPostgres } from "../../support/database.ts";
import { createPostgresDatabase, startPostgresAgain, stopPostgres } from "../../support/postgres.ts";

describeOnPostgres("an outage", () => {
  it("loses nothing that was acknowledged and needs no restart of the bot", async () => {
    // A server of its own: the other suites go on using theirs.
    const folder = mkdtempSync(path.join(tmpdir(), "lianxi-outage-"));
    const database = await openDatabase({ databaseUrl: await createPostgresDatabase(folder) });
    await migrate(database);
    const errors: Error[] = [];
    const queue = createDigestQueue(database, (error) => void errors.push(error));
    await queue.start();
    const inbox = createInboxStore(database);
    const receive = () => inbox.receive({ deliveryId: "Ev1", kind: "event", payload: {} });
    const enqueue = (id: number) => database.prisma.$transaction((tx) => queue.enqueue(tx, [id]));
    await enqueue(1);

    stopPostgres(folder);
    await expect(receive()).rejects.toThrow();
    await expect(enqueue(2)).rejects.toThrow();

    const handled: number[] = [];
    await queue.work(async (digestId) => void handled.push(digestId)).catch(() => undefined);
    while (errors.length === 0) await wait(50);
    await startPostgresAgain(folder);
    expect(await receive()).toBe(true);
    await enqueue(3);
    while (handled.length < 2) await wait(50);
    expect(handled.sort()).toEqual([1, 3]);

    await queue.stop();
    await database.close();
    stopPostgres(folder);
    rmSync(folder, { recursive: true, force: true });
  });
});
