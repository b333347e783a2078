// An office on a PostgreSQL of its own, with as many digests of today as wanted, waiting.
import { type Database, openDatabase } from "../../src/adapters/db/client.ts";
import { migrate } from "../../src/adapters/db/migrate.ts";
import { createDigestQueue, type DigestQueue } from "../../src/adapters/jobs/queue.ts";
import { storesOn } from "../../src/composition/stores.ts";
import { createPostgresDatabase } from "../../test/support/postgres.ts";

/** Contacts of the office; each gets several digests, which no policy would allow. */
const CONTACTS = 300;

const TASKS = 100;

export interface BenchOffice {
  readonly database: Database;
  readonly queue: DigestQueue;
  readonly stores: ReturnType<typeof storesOn>;
  close(): Promise<void>;
}

export async function openOffice(root: string): Promise<BenchOffice> {
  const databaseUrl = await createPostgresDatabase(root);
  const database = await openDatabase({ databaseUrl });
  await migrate(database);
  await fill(database);
  const queue = createDigestQueue(database, (error) => console.error(error));
  await queue.start();
  return {
    database,
    queue,
    stores: storesOn(database, queue.enqueue),
    async close() {
      await queue.stop();
      await database.close();
    },
  };
}

/** So many tasks and units, and an occurrence a task. */
async function fill({ prisma }: Database): Promise<void> {
  const document = await prisma.sourceDocument.create({
    data: {
      ...{ title: "责任分工", shortTitle: "责任分工", sha256: "a", fileName: "a.txt", importedBy: "cli" },
      standingTopics: [],
    },
  });
  const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
  await prisma.unit.createMany({
    data: numbers(CONTACTS).map((id) => ({ id, name: `单位${id}`, key: `单位${id}`, kind: "single" as const })),
  });
  await prisma.contact.createMany({
    data: numbers(CONTACTS).map((unitId) => ({ unitId, slackUser: `U${unitId}`, name: `联络员${unitId}` })),
  });
  await prisma.task.createMany({
    data: numbers(TASKS).map((id) => ({
      ...{ id, documentId: document.id, ref: String(id), label: `${id}.`, position: id },
      ...{ title: `事项${id}`, text: `第${id}项的内容` },
    })),
  });
  await prisma.assignment.createMany({
    data: numbers(CONTACTS).map((unitId) => ({
      ...{ taskId: (unitId % TASKS) + 1, unitId, role: "lead" as const, order: unitId },
    })),
  });
  const dates = { opensOn: "2000-01-01", dueDate: "2026-12-09", supportingDueDate: "2026-12-09" };
  await prisma.occurrence.createMany({
    data: numbers(TASKS).map((id) => ({
      ...{ id, taskId: id, kind: "due" as const, period: "1", ...dates, originalDueDate: dates.dueDate },
    })),
  });
}

/** Digests of `date` and their jobs, in one transaction as a tick stores them. */
export async function planDigests(office: BenchOffice, count: number, date: string, round: string): Promise<void> {
  const { prisma } = office.database;
  await prisma.$transaction(
    async (tx) => {
      const digests = await tx.digest.createManyAndReturn({
        data: Array.from({ length: count }, (_, i) => ({
          ...{
            key: `${round}:${i}`,
            slackUser: `U${(i % CONTACTS) + 1}`,
            kind: "contact" as const,
            date,
            tickId: round,
          },
        })),
        select: { id: true, slackUser: true, key: true },
      });
      await tx.reminder.createMany({
        data: digests.map(({ id, slackUser, key }) => {
          const unitId = Number(slackUser.slice(1));
          const occurrenceId = (unitId % TASKS) + 1;
          return {
            ...{ key: `r${key}`, digestId: id, unitId, occurrenceId, role: "lead" as const, step: -5 },
            ...{ dueDate: "2026-12-09", reason: { code: "due-in", params: { days: 5 } } },
          };
        }),
      });
      await office.queue.enqueue(
        tx,
        digests.map(({ id }) => id),
      );
    },
    { timeout: 60_000 },
  );
}
