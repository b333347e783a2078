// Rows of the register's tables → the domain's values. Columns the domain does not know are left out by name.
import type { Meeting } from "../../../domain/meetings/meeting.ts";
import type { DeadlineRule, Occurrence } from "../../../domain/register/deadline.ts";
import type { Comparator, Target } from "../../../domain/register/target.ts";
import type { SourceDocument } from "../../../domain/register/task.ts";
import type { Unit } from "../../../domain/register/unit.ts";
import type { Request } from "../../../domain/status/request.ts";
import type { StatusUpdate } from "../../../domain/status/status.ts";
import type { Prisma } from "../../../generated/prisma/client.ts";
import type * as Row from "../../../generated/prisma/models.ts";
import { fromJson } from "../json.ts";

export function toDocument(row: Row.SourceDocumentModel): SourceDocument {
  const { id, title, shortTitle, issuer, number, date, standingTopics } = row;
  return { id, title, shortTitle, issuer, number, date, standingTopics };
}

export function toDeadline(row: Row.DeadlineRuleModel): DeadlineRule {
  const { kind, due, everyMonths, day, text } = row;
  return { kind, due, everyMonths, day, text };
}

export function toTarget(row: Row.TargetModel): Target {
  const { value, unit, period, text } = row;
  // Written from a `Target` only; the columns are text because the values are not names PostgreSQL takes in an enum.
  return { comparator: row.comparator as Comparator, value, unit, period, scope: row.scope as Target["scope"], text };
}

export function toOccurrence(row: Row.OccurrenceModel): Occurrence {
  const { id, taskId, kind, period, opensOn, dueDate, supportingDueDate, originalDueDate, changes } = row;
  return { id, taskId, kind, period, opensOn, dueDate, supportingDueDate, originalDueDate, changes };
}

export function toUpdate(
  row: Omit<Row.StatusUpdateModel, "createdAt" | "permalink" | "sourceKey" | "proposalId">,
): StatusUpdate {
  const { id, taskId, unitId, author, status, percent, needsCoordination, text } = row;
  const quantities = fromJson<StatusUpdate["quantities"]>(row.quantities);
  return { id, taskId, unitId, author, status, percent, quantities, needsCoordination, text, on: row.reportedOn };
}

export function toRequest(row: Row.RequestModel): Request {
  const { id, taskId, unitId, kind, reason, proposedDate, requestedOn, state } = row;
  return { id, taskId, unitId, kind, reason, proposedDate, requestedOn, state };
}

export function toMeeting(row: Row.MeetingModel): Meeting {
  const { id, date, cutOff, supportingCutOff, state } = row;
  return { id, date, cutOff, supportingCutOff, state };
}

/** What a `Unit` is made of: today's members and the contacts still in office. */
export const UNIT_PARTS = {
  aliases: { orderBy: { id: "asc" } },
  members: { where: { to: null }, orderBy: { memberId: "asc" } },
  contacts: { where: { endedAt: null }, orderBy: { id: "asc" } },
} satisfies Prisma.UnitInclude;

export function toUnit(row: Prisma.UnitGetPayload<{ include: typeof UNIT_PARTS }>): Unit {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    aliases: row.aliases.map((alias) => alias.name),
    memberIds: row.members.map((member) => member.memberId),
    contacts: row.contacts.map(({ id, unitId, slackUser, name, role }) => ({ id, unitId, slackUser, name, role })),
  };
}
