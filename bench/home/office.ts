// An office on a database of its own: tasks in documents of forty, units with a contact each, reports, requests, a meeting ahead.

import { createChineseCalendar } from "../../src/adapters/calendar/chinese-calendar.ts";
import { type Database, openDatabase } from "../../src/adapters/db/client.ts";
import { migrate } from "../../src/adapters/db/migrate.ts";
import { renderHome } from "../../src/adapters/slack/render/home/home.ts";
import { viewHome } from "../../src/app/home/view-home.ts";
import { setMeeting } from "../../src/app/meetings/set-meeting.ts";
import { recordUpdate } from "../../src/app/status/record-update.ts";
import { storesOn } from "../../src/composition/stores.ts";
import { createPostgresDatabase } from "../../test/support/postgres.ts";

const TODAY = "2026-11-23";
const SECRETARY = "USECRETARY";
const TASKS_PER_DOCUMENT = 40;
const SECTIONS = 5;
const STATUSES = ["on_track", "at_risk", "blocked", "done"] as const;
const PART = 2_000;

export interface HomeOffice {
  /** A contact and a task of theirs, another one each time. */
  contactAt(run: number): { readonly slackUser: string; readonly taskId: number };
  recordUpdate(by: { readonly slackUser: string; readonly taskId: number }): Promise<void>;
  drawContact(by: { readonly slackUser: string }): Promise<void>;
  drawOffice(): Promise<void>;
  close(): Promise<void>;
}

export async function openHomeOffice(root: string, tasks: number, contacts: number): Promise<HomeOffice> {
  const database = await openDatabase({ databaseUrl: await createPostgresDatabase(root) });
  await migrate(database);
  await fill(database, tasks, contacts);
  const clock = { now: () => new Date(`${TODAY}T01:00:00Z`), today: () => TODAY };
  const stores = storesOn(database, async () => 0, clock.today);
  const ports = { ...stores, clock, calendar: createChineseCalendar(), secretaries: [SECRETARY] };
  await setMeeting(ports, { date: "2026-12-23", by: SECRETARY });
  await database.prisma.$executeRaw`VACUUM ANALYZE`;
  let updates = 0;
  const draw = async (by: string) => {
    const page = await viewHome(ports, { by, view: "office", starts: {}, most: 5, mostRequests: 3 });
    renderHome(page, { view: "office", starts: {} }, { chart: false });
  };
  return {
    contactAt: (run) => {
      const unit = (Math.abs(run) * 7) % contacts;
      return { slackUser: `U${unit + 1}`, taskId: unit + 1 };
    },
    async recordUpdate({ slackUser, taskId }) {
      updates += 1;
      await recordUpdate(ports, {
        ...{ author: slackUser, taskId, permalink: null, sourceKey: `update:${updates}` },
        fields: {
          ...{ status: updates % 2 === 0 ? "on_track" : "at_risk", percent: updates % 100, quantities: [] },
          ...{ needsCoordination: false, extensionTo: null, text: "推进中" },
        },
      });
    },
    drawContact: ({ slackUser }) => draw(slackUser),
    drawOffice: () => draw(SECRETARY),
    close: () => database.close(),
  };
}

async function fill({ prisma }: Database, tasks: number, contacts: number): Promise<void> {
  const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
  const documentOf = (task: number) => Math.ceil(task / TASKS_PER_DOCUMENT);
  const unitOf = (task: number, step: number) => ((task - 1 + step * 3) % contacts) + 1;
  await prisma.sourceDocument.createMany({
    data: upTo(documentOf(tasks)).map((id) => ({
      ...{ id, title: `文件${id}`, shortTitle: `文件${id}`, sha256: `${id}`, fileName: "", importedBy: "" },
      standingTopics: [],
    })),
  });
  await prisma.unit.createMany({
    data: upTo(contacts).map((id) => ({ id, name: `单位${id}`, key: `单位${id}`, kind: "single" as const })),
  });
  await prisma.contact.createMany({
    data: upTo(contacts).map((unitId) => ({ unitId, slackUser: `U${unitId}`, name: `联络员${unitId}` })),
  });
  await inParts(upTo(tasks), (part) =>
    prisma.task.createMany({
      data: part.map((id) => ({
        ...{
          id,
          documentId: documentOf(id),
          ref: String((id % TASKS_PER_DOCUMENT) + 1),
          label: `${id}.`,
          position: id,
        },
        ...{ section: `第${id % SECTIONS}部分`, title: `事项${id}`, text: `第${id}项的内容` },
      })),
    }),
  );
  await inParts(upTo(tasks), (part) =>
    prisma.assignment.createMany({
      data: part.flatMap((taskId) => [
        { taskId, unitId: unitOf(taskId, 0), role: "lead" as const, order: 0 },
        { taskId, unitId: unitOf(taskId, 1), role: "supporting" as const, order: 0 },
      ]),
    }),
  );
  await inParts(upTo(tasks), (part) =>
    prisma.deadlineRule.createMany({
      data: part.map((taskId) => ({
        taskId,
        kind: "by" as const,
        due: `2026-12-${10 + (taskId % 20)}`,
        text: "年底前",
      })),
    }),
  );
  await inParts(upTo(tasks), (part) =>
    prisma.statusUpdate.createMany({
      data: part.map((taskId) => ({
        ...{
          taskId,
          unitId: unitOf(taskId, 0),
          author: `U${unitOf(taskId, 0)}`,
          status: STATUSES[taskId % 4] ?? "done",
        },
        ...{ quantities: [], text: "推进中", reportedOn: "2026-11-10", sourceKey: `first:${taskId}` },
      })),
    }),
  );
  await prisma.request.createMany({
    data: upTo(tasks)
      .filter((taskId) => taskId % 100 === 0)
      .map((taskId) => ({
        ...{
          taskId,
          unitId: unitOf(taskId, 0),
          kind: "extension" as const,
          reason: "雨季",
          proposedDate: "2027-03-01",
        },
        ...{ requestedBy: `U${unitOf(taskId, 0)}`, requestedOn: "2026-11-10" },
      })),
  });
  for (const table of ["SourceDocument", "Unit", "Task"])
    await prisma.$executeRawUnsafe(
      `SELECT setval(pg_get_serial_sequence('"${table}"', 'id'), (SELECT max("id") FROM "${table}"))`,
    );
}

async function inParts<T>(rows: readonly T[], insert: (part: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < rows.length; i += PART) await insert(rows.slice(i, i + PART));
}
