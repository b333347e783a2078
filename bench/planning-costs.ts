// What planning a day costs per open occurrence: the rules alone, and the whole use case on an embedded database.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createChineseCalendar } from "../src/adapters/calendar/chinese-calendar.ts";
import { type Database, openDatabase } from "../src/adapters/db/client.ts";
import { migrate } from "../src/adapters/db/migrate.ts";
import { planDay } from "../src/app/reminders/plan-day.ts";
import { storesOn } from "../src/composition/stores.ts";
import { addWorkingDays, type IsoDate } from "../src/domain/calendar.ts";
import type { Meeting } from "../src/domain/meetings/meeting.ts";
import { planOccurrences } from "../src/domain/register/occurrences.ts";
import type { Register } from "../src/domain/register/register.ts";
import { planReminders } from "../src/domain/reminders/plan.ts";
import { reminderPolicy } from "../src/domain/reminders/policy.ts";
import { simulatedRegister } from "../test/support/simulation/register.ts";
import { percentile } from "./statistics.ts";

/** Microseconds per open occurrence. */
export interface Costs {
  readonly few: number;
  readonly many: number;
}

const TODAY: IsoDate = "2025-11-24";
const MEETING: IsoDate = "2025-12-17";
const RUNS = 7;
const calendar = createChineseCalendar();

/** In turns, so that what else the machine does falls on both. */
export function domainCosts(small: number, large: number): Costs {
  const few = registerWith(small);
  const many = registerWith(large);
  const repeat = Math.round(large / small);
  const times = { few: [] as number[], many: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    // As many occurrences in all, so that both are compiled and collected alike.
    times.few.push(timed(() => Array.from({ length: repeat }, () => plan(few).digests.length)) / (small * repeat));
    times.many.push(timed(() => plan(many)) / large);
  }
  return { few: percentile(times.few, 50), many: percentile(times.many, 50) };
}

export async function useCaseCosts(small: number, large: number): Promise<Costs> {
  const root = await mkdtemp(path.join(tmpdir(), "lianxi-bench-"));
  const databases: Database[] = [];
  try {
    const open = async (count: number) => {
      const database = await openDatabase({ folder: path.join(root, String(count)) });
      databases.push(database);
      await migrate(database);
      await fill(database, registerWith(count));
      return portsOn(database);
    };
    const few = await open(small);
    const many = await open(large);
    const times = { few: [] as number[], many: [] as number[] };
    const repeat = Math.max(1, Math.round(large / small / 10));
    for (let run = 0; run < RUNS; run += 1) {
      const begun = performance.now();
      for (let i = 0; i < repeat; i += 1) await planDay(few, { date: TODAY, dryRun: true });
      times.few.push((performance.now() - begun) / (small * repeat));
      const begunMany = performance.now();
      await planDay(many, { date: TODAY, dryRun: true });
      times.many.push((performance.now() - begunMany) / large);
    }
    return { few: percentile(times.few, 50) * 1_000, many: percentile(times.many, 50) * 1_000 };
  } finally {
    for (const database of databases) await database.close();
    await rm(root, { recursive: true, force: true });
  }
}

/** Microseconds. */
function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return (performance.now() - begun) * 1_000;
}

function plan(register: Register) {
  return planReminders({
    register,
    today: TODAY,
    calendar,
    policy: reminderPolicy,
    plannedKeys: new Set(),
    digestedUsers: new Set(),
    secretaries: ["USECRETARY"],
  });
}

/** A register that grows as an office does: tasks, and units and people with them. */
function registerWith(occurrences: number): Register {
  const meeting: Meeting = {
    id: 1,
    date: MEETING,
    cutOff: addWorkingDays(MEETING, -10, calendar),
    supportingCutOff: addWorkingDays(MEETING, -15, calendar),
    state: "planned",
  };
  const register = simulatedRegister(1, 2025, occurrences);
  const wanted = planOccurrences({ tasks: register.tasks, meetings: [meeting], today: TODAY, calendar });
  const open = wanted.slice(0, occurrences).map((o, i) => ({ ...o, id: i + 1, changes: 0 }));
  const tasks = new Set(open.map((o) => o.taskId));
  return { ...register, meetings: [meeting], occurrences: open, tasks: register.tasks.filter((t) => tasks.has(t.id)) };
}

function portsOn(database: Database) {
  const stores = storesOn(database, async () => 0);
  const clock = { now: () => new Date(`${TODAY}T01:00:00Z`), today: () => TODAY };
  return { ...stores, clock, calendar, secretaries: ["USECRETARY"] };
}

/** Past the stores, which are made for one document at a time. */
async function fill({ prisma }: Database, register: Register): Promise<void> {
  const { documents, tasks, units, occurrences, meetings } = register;
  await prisma.sourceDocument.createMany({
    data: documents.map(({ id, title, shortTitle }) => ({
      id,
      title,
      shortTitle,
      sha256: `${id}`,
      fileName: "",
      importedBy: "",
    })),
  });
  const all = [...units.values()];
  await prisma.unit.createMany({ data: all.map(({ id, name, kind }) => ({ id, name, key: name, kind })) });
  await prisma.contact.createMany({ data: all.flatMap((unit) => [...unit.contacts]) });
  await prisma.groupMember.createMany({
    data: all.flatMap(({ id, memberIds }) =>
      memberIds.map((memberId) => ({ groupId: id, memberId, from: "2020-01-01" })),
    ),
  });
  await inParts(tasks, (part) =>
    prisma.task.createMany({
      data: part.map(({ id, documentId, ref, label, title, text }) => ({
        id,
        documentId,
        ref,
        label,
        title,
        text,
        position: id,
      })),
    }),
  );
  const assignments = tasks.flatMap((task) => task.assignments.map((a) => ({ ...a, taskId: task.id })));
  await inParts(assignments, (part) => prisma.assignment.createMany({ data: [...part] }));
  const deadlines = tasks.flatMap((task) =>
    task.deadlines.map((d) => ({ ...d, month: d.month ?? null, taskId: task.id })),
  );
  await inParts(deadlines, (part) => prisma.deadlineRule.createMany({ data: [...part] }));
  await prisma.meeting.createMany({ data: meetings.map((meeting) => ({ ...meeting, createdBy: "" })) });
  await inParts(occurrences, (part) => prisma.occurrence.createMany({ data: [...part] }));
}

const PART = 2_000;

async function inParts<T>(rows: readonly T[], insert: (part: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < rows.length; i += PART) await insert(rows.slice(i, i + PART));
}
