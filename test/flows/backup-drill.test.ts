// The drill: a working office is backed up, restored elsewhere on either database, compared row by row, and works on.
import { mkdtempSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { restoreFolder, restoreServer } from "../../src/adapters/db/backup/restore.ts";
import { readTables } from "../../src/adapters/db/backup/tables.ts";
import { writeBackup } from "../../src/adapters/db/backup/write-backup.ts";
import { type Database, openDatabase } from "../../src/adapters/db/client.ts";
import { createInboxStore } from "../../src/adapters/db/inbox-store.ts";
import { migrate } from "../../src/adapters/db/migrate.ts";
import { inSession } from "../../src/adapters/db/session.ts";
import { findBrokenAudit } from "../support/audit.ts";
import { copyTemplate, describeOnPostgres } from "../support/database.ts";
import { FakeSlack } from "../support/fake-slack.ts";
import { openReminderOffice } from "../support/office.ts";
import { createPostgresDatabase } from "../support/postgres.ts";
import { SMALL_REGISTER_USERS, seedSmallRegister } from "../support/small-register.ts";

type Kind = "PGlite" | "PostgreSQL";

const DAY = "2026-11-23";

interface Place {
  open(): Promise<Database>;
  restore(file: string): Promise<unknown>;
}

async function placeOn(kind: Kind): Promise<Place> {
  const how = { replace: false, now: new Date() };
  if (kind === "PGlite") {
    const folder = await copyTemplate();
    return { open: () => openDatabase({ folder }), restore: (file) => restoreFolder(folder, file, how) };
  }
  const databaseUrl = await createPostgresDatabase(inject("runFolder"));
  return {
    open: async () => {
      const database = await openDatabase({ databaseUrl });
      await migrate(database);
      return database;
    },
    restore: (file) => restoreServer(databaseUrl, file, how),
  };
}

/** Every row of every table as PostgreSQL writes it. */
function contentOf(database: Database): Promise<Record<string, string[]>> {
  return inSession(database, { maxWait: 60_000, timeout: 60_000 }, async (session) => {
    const content: Record<string, string[]> = {};
    for (const { name, primaryKey } of await readTables(session)) {
      const order = primaryKey.map((key) => `"${key}"`).join(", ");
      const rows = await session.rows<{ row: string }>(`SELECT t::text AS row FROM "${name}" t ORDER BY ${order}`);
      content[name] = rows.map(({ row }) => row);
    }
    return content;
  });
}

describeOnPostgres("a backup restored elsewhere", () => {
  let slack: FakeSlack;
  const opened: Database[] = [];
  beforeEach(async () => {
    slack = await FakeSlack.start();
    slack.state.users = SMALL_REGISTER_USERS;
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((database) => database.close()));
    await slack.stop();
  });

  const received = () => slack.state.messages.map((message) => message.channel).sort();
  const aFile = () => path.join(mkdtempSync(path.join(inject("runFolder"), "backup-")), "lianxi.jsonl.gz");

  async function office(database: Database) {
    return openReminderOffice(database, slack.apiUrl, ["US"]);
  }

  /** A register with reminders planned and not yet sent, a report with odd letters, and a delivery. */
  async function workedWith(place: Place): Promise<Database> {
    const database = await place.open();
    await seedSmallRegister(database);
    const unreachable = await openReminderOffice(database, "http://127.0.0.1:9/", ["US"]);
    await unreachable.tick(DAY);
    await unreachable.stop();
    await database.prisma.digest.updateMany({
      data: { state: "pending", claimId: null, claimedAt: null, postingAt: null, notBefore: null },
    });
    const task = await database.prisma.task.findFirstOrThrow({ include: { assignments: true } });
    await database.prisma.statusUpdate.create({
      data: {
        taskId: task.id,
        unitId: task.assignments[0]?.unitId ?? 0,
        author: "UE",
        status: "on_track",
        percent: 1 / 3,
        quantities: [{ value: 1e21, unit: "万人" }],
        text: '“引号”"\\\n\r\u2028\t\u{1F7E1}联席, {NULL}',
        reportedOn: DAY,
        sourceKey: "click-1",
      },
    });
    await createInboxStore(database).receive({
      deliveryId: "Ev1",
      kind: "message",
      payload: { text: "a\u2028b", n: null },
    });
    return database;
  }

  async function backUp(database: Database): Promise<string> {
    const file = aFile();
    const summary = await writeBackup(database, file, new Date());
    expect(summary.rows).toBeGreaterThan(20);
    return file;
  }

  describe.each([
    ["PGlite", "PostgreSQL"],
    ["PostgreSQL", "PGlite"],
    ["PGlite", "PGlite"],
    ["PostgreSQL", "PostgreSQL"],
  ] as const)("from %s to %s", (from, to) => {
    it("has every row, goes on with the audit chain, and sends what waited once", async () => {
      const source = await workedWith(await placeOn(from));
      const before = await contentOf(source);
      const file = await backUp(source);
      await source.close();

      const target = await placeOn(to);
      await target.restore(file);
      const database = await target.open();
      opened.push(database);
      const after = await contentOf(database);
      const { AuditEvent: trailBefore = [], Digest: digestsBefore = [], ...restBefore } = before;
      const { AuditEvent: trail = [], Digest: digests = [], ...rest } = after;
      expect(rest).toEqual(restBefore);
      expect(trail.slice(0, -1)).toEqual(trailBefore);
      expect(trail.at(-1)).toContain("register.restore");
      expect(await findBrokenAudit(database.prisma)).toBeNull();
      expect(digests).toHaveLength(digestsBefore.length);

      const bot = await office(database);
      await bot.tick(DAY);
      await bot.reconcileNow();
      await bot.deliverAll();
      await bot.reconcileNow();
      await bot.deliverAll();
      await bot.stop();
      expect(received()).toEqual(["DE", "DF"]);
      // New rows stay clear of ids that stand in old messages.
      const last = await database.prisma.statusUpdate.findFirstOrThrow({ orderBy: { id: "desc" } });
      const { id: _, createdAt: __, ...again } = last;
      const { id } = await database.prisma.statusUpdate.create({
        data: { ...again, quantities: [], sourceKey: "click-2" },
      });
      expect(id).toBeGreaterThan(last.id + 9_999);
    });
  });

  it("does not send again what was sent after the backup was taken, planned before or after it", async () => {
    const place = await placeOn("PGlite");
    const source = await workedWith(place);
    const beforeSending = await backUp(source);
    await source.prisma.reminder.deleteMany();
    await source.prisma.digest.deleteMany();
    const beforePlanning = await backUp(source);
    const bot = await office(source);
    await bot.tick(DAY);
    await bot.deliverAll();
    await bot.stop();
    await source.close();
    expect(received()).toEqual(["DE", "DF"]);

    for (const file of [beforeSending, beforePlanning]) {
      const target = await placeOn("PGlite");
      await target.restore(file);
      const database = await target.open();
      const restored = await office(database);
      await restored.tick(DAY);
      await restored.deliverAll();
      await restored.reconcileNow();
      await restored.deliverAll();
      const states = await database.prisma.digest.findMany({ select: { state: true } });
      expect(states.map(({ state }) => state)).toEqual(["sent", "sent"]);
      await restored.stop();
      await database.close();
    }
    expect(received()).toEqual(["DE", "DF"]);
  });
});
