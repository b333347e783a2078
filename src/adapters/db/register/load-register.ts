// The register, or what hangs on a few of its tasks, in one statement: one snapshot, one round trip. Every use case waits for it.
import type { IsoDate } from "../../../domain/calendar.ts";
import type { Decision, Meeting } from "../../../domain/meetings/meeting.ts";
import type { DeadlineRule, Occurrence } from "../../../domain/register/deadline.ts";
import type { Register } from "../../../domain/register/register.ts";
import type { Target } from "../../../domain/register/target.ts";
import type { Assignment, SourceDocument, Task } from "../../../domain/register/task.ts";
import { type Contact, type DatedAlias, type Membership, membersOn, type Unit } from "../../../domain/register/unit.ts";
import { applyMerges, type Merge } from "../../../domain/register/unit-merge.ts";
import { markUndone } from "../../../domain/status/answered.ts";
import type { SetLight } from "../../../domain/status/light.ts";
import type { Request } from "../../../domain/status/request.ts";
import type { Figures, StatusUpdate } from "../../../domain/status/status.ts";
import { Prisma, type PrismaClient } from "../../../generated/prisma/client.ts";
import { around, idList, reachFrom, type ScopedList, WHOLE } from "./register-scope.ts";

/** The statement's columns, each a JSON list whose rows have the domain's own field names. */
interface Lists {
  readonly documents: SourceDocument[];
  readonly tasks: (Omit<Task, "assignments" | "deadlines" | "targets" | "setLight"> & {
    /** The last update before the task was reopened; 0 = it never was. */
    readonly evidenceAfter: number;
  })[];
  readonly assignments: (Assignment & OfTask)[];
  readonly deadlines: (DeadlineRule & OfTask)[];
  readonly targets: (Target & OfTask)[];
  readonly units: Pick<Unit, "id" | "name" | "kind">[];
  readonly aliases: (DatedAlias & { readonly unitId: number })[];
  readonly members: (Membership & { readonly groupId: number })[];
  readonly merges: Merge[];
  readonly contacts: (Omit<Contact, "absence"> & { readonly absence: Contact["absence"] | null })[];
  readonly occurrences: Occurrence[];
  readonly updates: StatusUpdate[];
  /** An update that counts several things comes several times. */
  readonly figures: Figures[];
  /** Without a colour: taken back. */
  readonly lights: (Omit<SetLight, "colour"> & { readonly colour: SetLight["colour"] | null } & OfTask)[];
  readonly requests: Request[];
  readonly meetings: Meeting[];
  readonly decisions: Decision[];
  readonly sharing: OfTask[];
}

interface OfTask {
  readonly taskId: number;
}

/** Null where none was set, so that a contact without one is as small as before. */
const ABSENCE = `CASE WHEN c."absentFrom" IS NULL OR c."absentTo" IS NULL THEN NULL ELSE json_build_object(
  'from', c."absentFrom", 'to', c."absentTo", 'substitute', CASE WHEN s."id" IS NULL THEN NULL
  ELSE json_build_object('contactId', s."id", 'slackUser', s."slackUser", 'name', s."name") END) END AS "absence"`;

/** As it reads on `day`: with that day's members of groups. Without a day, members whose membership has no end. */
export async function loadRegister(prisma: PrismaClient, day: IsoDate | null): Promise<Register> {
  return read(prisma, Prisma.empty, WHOLE, day);
}

/**
 * The same of these tasks alone, with all that hangs on them: it costs what they hold, however large the register is. Which
 * of their numbers another document shares comes as a fact.
 */
export async function loadAround(
  prisma: PrismaClient,
  taskIds: readonly number[],
  day: IsoDate | null,
): Promise<Register> {
  const wanted = idList(taskIds);
  return read(prisma, Prisma.raw(reachFrom(wanted, day)), around(wanted), day);
}

async function read(
  prisma: PrismaClient,
  before: Prisma.Sql,
  scope: Record<ScopedList, string>,
  day: IsoDate | null,
): Promise<Register> {
  const [lists] = await prisma.$queryRaw<Lists[]>`${before} SELECT
    ${list(`"id", "title", "shortTitle", "issuer", "number", "date", "validUntil", "standingTopics", "supersedesId" FROM "SourceDocument" ${scope.documents} ORDER BY "id"`)} AS "documents",
    ${list(`"id", "documentId", "ref", "label", "section", "title", "text", "state", "reminderSteps", "leadRule", "evidenceAfter" FROM "Task" ${scope.tasks} ORDER BY "documentId", "position"`)} AS "tasks",
    ${list(`"taskId", "unitId", "role", "order" FROM "Assignment" ${scope.assignments} ORDER BY "taskId", "role", "order"`)} AS "assignments",
    ${list(`"taskId", "kind", "due", "everyMonths", "day", "month", "text" FROM "DeadlineRule" ${scope.deadlines} ORDER BY "id"`)} AS "deadlines",
    ${list(`"taskId", "comparator", "value", "unit", "period", "scope", "text" FROM "Target" ${scope.targets} ORDER BY "id"`)} AS "targets",
    ${list(`"id", "name", "kind" FROM "Unit" ${scope.units} ORDER BY "id"`)} AS "units",
    ${list(`"unitId", "name", "validFrom", "validTo" FROM "UnitAlias" ${scope.aliases} ORDER BY "id"`)} AS "aliases",
    ${list(`"groupId", "memberId" AS "unitId", "from", "to" FROM "GroupMember" ${scope.members} ORDER BY "memberId", "from"`)} AS "members",
    ${list(`"fromId", "intoId" FROM "UnitMerge" WHERE "undoneAt" IS NULL ${scope.merges} ORDER BY "id"`)} AS "merges",
    ${list(`c."id", c."unitId", c."slackUser", c."name", c."role", ${ABSENCE} FROM "Contact" c
      LEFT JOIN "Contact" s ON s."id" = c."substituteId" WHERE c."endedAt" IS NULL ${scope.contacts} ORDER BY c."id"`)} AS "contacts",
    ${list(`"id", "taskId", "kind", "period", "opensOn", "dueDate", "supportingDueDate", "originalDueDate", "changes"
      FROM "Occurrence" WHERE "state" = 'open' ${scope.occurrences} ORDER BY "id"`)} AS "occurrences",
    ${list(`DISTINCT ON ("taskId", "unitId") "id", "taskId", "unitId", "author", "status", "percent", "quantities",
      "needsCoordination", "text", "reportedOn" AS "on" FROM "StatusUpdate" ${scope.updates} ORDER BY "taskId", "unitId", "id" DESC`)} AS "updates",
    ${list(`DISTINCT ON (s."taskId", s."unitId", q."value"->>'unit') s."id", s."taskId", s."unitId", s."quantities",
      s."reportedOn" AS "on" FROM "StatusUpdate" s, jsonb_array_elements(s."quantities") q ${scope.figures}
      ORDER BY s."taskId", s."unitId", q."value"->>'unit', s."id" DESC`)} AS "figures",
    ${list(`DISTINCT ON ("taskId") "taskId", "colour", "reason", "setBy" AS "by", "setOn" AS "on" FROM "LightSetting"
      ${scope.lights} ORDER BY "taskId", "id" DESC`)} AS "lights",
    ${list(`"id", "taskId", "unitId", "kind", "reason", "proposedDate", "requestedOn", "state" FROM "Request" ${scope.requests} ORDER BY "id"`)} AS "requests",
    ${list(`"id", "date", "cutOff", "supportingCutOff", "state" FROM "Meeting" ORDER BY "date"`)} AS "meetings",
    ${list(`"id", "meetingId", "text", "unitId", "dueDate", "taskId" FROM "Decision" ${scope.decisions} ORDER BY "id"`)} AS "decisions",
    ${list(scope.sharing)} AS "sharing"`;
  if (lists === undefined) throw new Error("a SELECT without FROM gave no row");
  const { documents, occurrences, updates, figures, requests, meetings, decisions, sharing } = lists;
  const asStored = {
    documents,
    tasks: joinTasks(lists),
    units: joinUnits(lists, day),
    occurrences,
    latestUpdates: markUndone(updates, reopenedTasks(lists)),
    figures: [...new Map(figures.map((one) => [one.id, one])).values()],
    requests,
    meetings,
    decisions,
    ...(day === null ? {} : { day }),
    ...(scope === WHOLE ? {} : { sharingNumbers: new Set(sharing.map((row) => row.taskId)) }),
  };
  return applyMerges(asStored, lists.merges);
}

/** `select` is text of this folder's own files and whole numbers, never what people wrote. */
function list(select: string): Prisma.Sql {
  return Prisma.raw(`(SELECT coalesce(json_agg(x), '[]') FROM (SELECT ${select}) x)`);
}

function joinTasks({ tasks, assignments, deadlines, targets, lights }: Lists): Task[] {
  const assignmentsOf = groupByTask(assignments);
  const deadlinesOf = groupByTask(deadlines);
  const targetsOf = groupByTask(targets);
  const lightOf = new Map(lights.map(({ taskId, ...light }) => [taskId, light]));
  return tasks.map(({ evidenceAfter: _, ...task }) => ({
    ...task,
    setLight: setLightOf(lightOf.get(task.id)),
    assignments: assignmentsOf.get(task.id) ?? [],
    deadlines: deadlinesOf.get(task.id) ?? [],
    targets: targetsOf.get(task.id) ?? [],
  }));
}

function reopenedTasks({ tasks }: Lists): Map<number, number> {
  return new Map(tasks.flatMap(({ id, evidenceAfter }) => (evidenceAfter > 0 ? [[id, evidenceAfter]] : [])));
}

function setLightOf(row: Omit<Lists["lights"][number], "taskId"> | undefined): SetLight | null {
  return row === undefined || row.colour === null ? null : { ...row, colour: row.colour };
}

function groupByTask<T extends OfTask>(rows: readonly T[]): Map<number, Omit<T, "taskId">[]> {
  const groups = new Map<number, Omit<T, "taskId">[]>();
  for (const { taskId, ...row } of rows) {
    const group = groups.get(taskId);
    if (group === undefined) groups.set(taskId, [row]);
    else group.push(row);
  }
  return groups;
}

function joinUnits({ units, aliases, members, contacts }: Lists, day: IsoDate | null): Map<number, Unit> {
  const aliasesOf = Map.groupBy(aliases, (row) => row.unitId);
  const membersOf = Map.groupBy(members, (row) => row.groupId);
  const contactsOf = Map.groupBy(
    contacts.map(({ absence, ...contact }): Contact => (absence ? { ...contact, absence } : contact)),
    (row) => row.unitId,
  );
  return new Map(
    units.map((unit) => {
      const spellings = (aliasesOf.get(unit.id) ?? []).map(({ unitId: _, ...alias }) => alias);
      const dated = spellings.filter(({ validFrom, validTo }) => validFrom !== null || validTo !== null);
      const memberships = (membersOf.get(unit.id) ?? []).map(({ groupId: _, ...membership }) => membership);
      return [
        unit.id,
        {
          ...unit,
          aliases: spellings.map((alias) => alias.name),
          memberIds: membersOn(memberships, day),
          contacts: contactsOf.get(unit.id) ?? [],
          ...(dated.length > 0 ? { datedAliases: dated } : {}),
          ...(memberships.length > 0 ? { memberships } : {}),
        },
      ];
    }),
  );
}
