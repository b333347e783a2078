// Rows of the register's tables → the domain's values. Columns the domain does not know are left out by name.
import { isIsoDate } from "../../../domain/calendar.ts";
import type { Meeting } from "../../../domain/meetings/meeting.ts";
import type { Occurrence } from "../../../domain/register/deadline.ts";
import type { SourceDocument, TaskVersion } from "../../../domain/register/task.ts";
import type { Contact, Unit } from "../../../domain/register/unit.ts";
import type { Request } from "../../../domain/status/request.ts";
import type { StatusUpdate } from "../../../domain/status/status.ts";
import type { Prisma } from "../../../generated/prisma/client.ts";
import type * as Row from "../../../generated/prisma/models.ts";
import { fromJson } from "../json.ts";

export function toDocument(row: Row.SourceDocumentModel): SourceDocument {
  const { id, title, shortTitle, issuer, number, date, validUntil, standingTopics, supersedesId } = row;
  return { id, title, shortTitle, issuer, number, date, validUntil, standingTopics, supersedesId };
}

export function toUpdate(row: Row.StatusUpdateModel): StatusUpdate {
  const { id, taskId, unitId, author, status, percent, needsCoordination, text } = row;
  const quantities = fromJson<StatusUpdate["quantities"]>(row.quantities);
  const { covers, missing, reportedOn: on } = row;
  const joint = covers.length + missing.length === 0 ? {} : { joint: { covers, missing } };
  return { id, taskId, unitId, author, status, percent, quantities, needsCoordination, text, on, ...joint };
}

export function toRequest(row: Row.RequestModel): Request {
  const { id, taskId, unitId, kind, reason, proposedDate, requestedOn, state, decision } = row;
  const approved = kind === "extension" && state === "approved" && isIsoDate(decision ?? "") ? decision : null;
  const asked = { id, taskId, unitId, kind, reason, proposedDate, requestedOn, state };
  return approved === null ? asked : { ...asked, approvedDate: approved };
}

export function toOccurrence(row: Row.OccurrenceModel): Occurrence {
  const { id, taskId, kind, period, opensOn, dueDate, supportingDueDate, originalDueDate, changes } = row;
  return { id, taskId, kind, period, opensOn, dueDate, supportingDueDate, originalDueDate, changes };
}

export function toMeeting(row: Row.MeetingModel): Meeting {
  const { id, date, cutOff, supportingCutOff, state } = row;
  return { id, date, cutOff, supportingCutOff, state };
}

/** What a `Unit` is made of: today's members and the contacts still in office. */
export const UNIT_PARTS = {
  aliases: { orderBy: { id: "asc" } },
  members: { where: { to: null }, orderBy: { memberId: "asc" } },
  contacts: { where: { endedAt: null }, orderBy: { id: "asc" }, include: { substitute: true } },
} satisfies Prisma.UnitInclude;

export function toUnit(row: Prisma.UnitGetPayload<{ include: typeof UNIT_PARTS }>): Unit {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    aliases: row.aliases.map((alias) => alias.name),
    memberIds: row.members.map((member) => member.memberId),
    contacts: row.contacts.map(toContact),
  };
}

function toContact(row: Row.ContactModel & { substitute: Row.ContactModel | null }): Contact {
  const { id, unitId, slackUser, name, role, absentFrom: from, absentTo: to, substitute } = row;
  const contact = { id, unitId, slackUser, name, role };
  if (from === null || to === null) return contact;
  const standsIn = substitute && {
    contactId: substitute.id,
    slackUser: substitute.slackUser,
    name: substitute.name,
  };
  return { ...contact, absence: { from, to, substitute: standsIn } };
}

export const WITH_TITLE = { document: { select: { title: true } } } satisfies Prisma.TaskVersionInclude;

export function toTaskVersion(row: Prisma.TaskVersionGetPayload<{ include: typeof WITH_TITLE }>): TaskVersion {
  const { documentId, ref, label, section, title, text, lead, supporting } = row;
  return {
    documentId,
    documentTitle: row.document.title,
    ref,
    label,
    section,
    title,
    text,
    lead,
    supporting,
    deadlines: fromJson<TaskVersion["deadlines"]>(row.deadlines),
    targets: fromJson<TaskVersion["targets"]>(row.targets),
  };
}
