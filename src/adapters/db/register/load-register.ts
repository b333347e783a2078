// The whole register in a dozen queries and one snapshot, put together in memory.
import type { Register } from "../../../domain/register/register.ts";
import type { Assignment, Task } from "../../../domain/register/task.ts";
import type { Unit } from "../../../domain/register/unit.ts";
import type { PrismaClient } from "../../../generated/prisma/client.ts";
import type * as Row from "../../../generated/prisma/models.ts";
import {
  toDeadline,
  toDocument,
  toMeeting,
  toOccurrence,
  toRequest,
  toTarget,
  toUnit,
  toUpdate,
  UNIT_PARTS,
} from "./rows.ts";

type LatestUpdateRow = Parameters<typeof toUpdate>[0];

export async function loadRegister(prisma: PrismaClient): Promise<Register> {
  const [
    documents,
    tasks,
    assignments,
    deadlines,
    targets,
    units,
    aliases,
    members,
    contacts,
    occurrences,
    updates,
    requests,
    meetings,
    decisions,
  ] = await prisma.$transaction(
    [
      prisma.sourceDocument.findMany({ orderBy: { id: "asc" } }),
      prisma.task.findMany({ orderBy: [{ documentId: "asc" }, { position: "asc" }] }),
      prisma.assignment.findMany({ orderBy: { order: "asc" } }),
      prisma.deadlineRule.findMany({ orderBy: { id: "asc" } }),
      prisma.target.findMany({ orderBy: { id: "asc" } }),
      prisma.unit.findMany({ orderBy: { id: "asc" } }),
      prisma.unitAlias.findMany(UNIT_PARTS.aliases),
      prisma.groupMember.findMany(UNIT_PARTS.members),
      prisma.contact.findMany(UNIT_PARTS.contacts),
      prisma.occurrence.findMany({ where: { state: "open" }, orderBy: { id: "asc" } }),
      prisma.$queryRaw<LatestUpdateRow[]>`
          SELECT DISTINCT ON ("taskId", "unitId") "id", "taskId", "unitId", "author", "status", "percent", "quantities",
            "needsCoordination", "text", "reportedOn"
          FROM "StatusUpdate" ORDER BY "taskId", "unitId", "id" DESC`,
      prisma.request.findMany({ orderBy: { id: "asc" } }),
      prisma.meeting.findMany({ orderBy: { date: "asc" } }),
      prisma.decision.findMany({ orderBy: { id: "asc" } }),
    ],
    { isolationLevel: "RepeatableRead" },
  );
  return {
    documents: documents.map(toDocument),
    tasks: joinTasks(tasks, assignments, deadlines, targets),
    units: joinUnits(units, aliases, members, contacts),
    occurrences: occurrences.map(toOccurrence),
    latestUpdates: updates.map(toUpdate),
    requests: requests.map(toRequest),
    meetings: meetings.map(toMeeting),
    decisions: decisions.map(({ id, meetingId, text, unitId, dueDate, taskId }) => ({
      id,
      meetingId,
      text,
      unitId,
      dueDate,
      taskId,
    })),
  };
}

function joinUnits(
  units: readonly Row.UnitModel[],
  aliases: readonly Row.UnitAliasModel[],
  members: readonly Row.GroupMemberModel[],
  contacts: readonly Row.ContactModel[],
): Map<number, Unit> {
  const aliasesOf = Map.groupBy(aliases, (row) => row.unitId);
  const membersOf = Map.groupBy(members, (row) => row.groupId);
  const contactsOf = Map.groupBy(contacts, (row) => row.unitId);
  return new Map(
    units.map((row) => {
      const parts = {
        aliases: aliasesOf.get(row.id),
        members: membersOf.get(row.id),
        contacts: contactsOf.get(row.id),
      };
      return [
        row.id,
        toUnit({ ...row, aliases: parts.aliases ?? [], members: parts.members ?? [], contacts: parts.contacts ?? [] }),
      ];
    }),
  );
}

function joinTasks(
  tasks: readonly Row.TaskModel[],
  assignments: readonly Row.AssignmentModel[],
  deadlines: readonly Row.DeadlineRuleModel[],
  targets: readonly Row.TargetModel[],
): Task[] {
  const assignmentsOf = Map.groupBy(assignments, (row) => row.taskId);
  const deadlinesOf = Map.groupBy(deadlines, (row) => row.taskId);
  const targetsOf = Map.groupBy(targets, (row) => row.taskId);
  return tasks.map(({ id, documentId, ref, label, section, title, text, state }) => ({
    id,
    documentId,
    ref,
    label,
    section,
    title,
    text,
    state,
    assignments: (assignmentsOf.get(id) ?? []).map(({ unitId, role, order }): Assignment => ({ unitId, role, order })),
    deadlines: (deadlinesOf.get(id) ?? []).map(toDeadline),
    targets: (targetsOf.get(id) ?? []).map(toTarget),
  }));
}
