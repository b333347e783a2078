// Meetings and their stored draft agendas.
import type { MeetingStore } from "../../app/ports.ts";
import type { Agenda } from "../../domain/meetings/agenda-types.ts";
import type { Prisma, PrismaClient } from "../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "./audit.ts";
import { toJson } from "./json.ts";
import { toMeeting } from "./register/rows.ts";

export function createMeetingStore(prisma: PrismaClient): MeetingStore {
  return {
    save: ({ date, cutOff, supportingCutOff, replacesId, by }) =>
      writeInTurn(prisma, async (tx) => {
        // Without `replacesId` a meeting of that date is the same meeting, sent again.
        const where = replacesId === null ? { date } : { id: replacesId };
        const before = await tx.meeting.findUnique({ where });
        const dates = { date, cutOff, supportingCutOff };
        const row =
          before === null
            ? await tx.meeting.create({ data: { ...dates, createdBy: by } })
            : await tx.meeting.update({ where: { id: before.id }, data: dates });
        await appendAudit(tx, {
          actor: by,
          action: before === null ? "meeting.add" : "meeting.move",
          subject: `meeting:${row.id}`,
          before: before === null ? undefined : toMeeting(before),
          after: toMeeting(row),
        });
        return toMeeting(row);
      }),

    saveAgenda: (agenda, by) => writeInTurn(prisma, (tx) => replaceDraft(tx, agenda, by)),

    approveAgenda: ({ agenda, fingerprint, by, on }) =>
      writeInTurn(prisma, async (tx) => {
        const { meetingId } = agenda;
        const before = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId } });
        if (before.approvedFingerprint === fingerprint) return null;
        await replaceDraft(tx, agenda, by);
        await tx.meeting.update({
          where: { id: meetingId },
          data: { approvedBy: by, approvedOn: on, approvedFingerprint: fingerprint },
        });
        await appendAudit(tx, {
          actor: by,
          action: "agenda.approve",
          subject: `meeting:${meetingId}`,
          after: { on, fingerprint },
        });
        return { by, on };
      }),

    async approvalOf({ meetingId, fingerprint }) {
      const row = await prisma.meeting.findFirst({ where: { id: meetingId, approvedFingerprint: fingerprint } });
      return row?.approvedBy && row.approvedOn ? { by: row.approvedBy, on: row.approvedOn } : null;
    },

    async timesOnAgenda(exceptMeetingId) {
      const rows = await prisma.agendaItem.findMany({
        where: { taskId: { not: null }, meetingId: { not: exceptMeetingId } },
        distinct: ["taskId", "meetingId"],
        select: { taskId: true },
      });
      const times = new Map<number, number>();
      for (const { taskId } of rows) if (taskId !== null) times.set(taskId, (times.get(taskId) ?? 0) + 1);
      return times;
    },
  };
}

async function replaceDraft(tx: Prisma.TransactionClient, agenda: Agenda, by: string): Promise<void> {
  const { meetingId } = agenda;
  const items = agenda.sections.flatMap((section) => section.items.map((item) => ({ section: section.key, item })));
  await tx.agendaItem.deleteMany({ where: { meetingId } });
  await tx.agendaItem.createMany({
    data: items.map(({ section, item }, position) => ({
      meetingId,
      section,
      position,
      topic: item.topic,
      taskId: item.taskId,
      reportingUnit: item.reportingUnit,
      attending: [...item.attending],
      reasons: toJson(item.reasons),
      minutes: item.minutes,
    })),
  });
  const after = items.map(({ section, item }) => ({ section, topic: item.topic, taskId: item.taskId }));
  await appendAudit(tx, { actor: by, action: "agenda.save", subject: `meeting:${meetingId}`, after });
}
