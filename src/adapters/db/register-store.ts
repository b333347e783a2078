// The register's store: documents, tasks, units, occurrences. Its longer methods stand one per file in register/.
import type { RegisterStore } from "../../app/ports.ts";
import type { IsoDate } from "../../domain/calendar.ts";
import type { Database } from "./client.ts";
import { amendDocument } from "./register/amend-document.ts";
import { loadAround, loadRegister } from "./register/load-register.ts";
import { loadTasksOf } from "./register/my-tasks.ts";
import { reassignTask } from "./register/reassign-task.ts";
import { toDocument, toOccurrence, toRequest, toTaskVersion, toUpdate, WITH_TITLE } from "./register/rows.ts";
import { saveDocument } from "./register/save-document.ts";
import { saveOccurrences } from "./register/save-occurrences.ts";
import { taskIdsByRef, taskIdsOf } from "./register/task-ids.ts";
import { loadReopenings } from "./status/reopenings.ts";

/** `today`: whose members groups have. Left out, those whose membership has no end. */
export function createRegisterStore(
  { prisma, query }: Pick<Database, "prisma" | "query">,
  today: () => IsoDate | null = () => null,
): RegisterStore {
  return {
    load: (day) => loadRegister(prisma, day ?? today()),
    loadAround: (taskIds, day) => loadAround(prisma, taskIds, day ?? today()),
    taskIdsOf: (slackUser) => taskIdsOf(query, slackUser),
    taskIdsByRef: (refs) => taskIdsByRef(query, refs),
    saveDocument: (input) => saveDocument(prisma, input),
    amendDocument: (input) => amendDocument(prisma, input),
    reassign: (input) => reassignTask(prisma, input),
    saveOccurrences: (occurrences) => saveOccurrences(prisma, occurrences),
    loadTasksOf: (slackUser) => loadTasksOf(query, slackUser, today()),

    async findDocumentBySha(sha256) {
      const row = await prisma.sourceDocument.findUnique({ where: { sha256 } });
      return row === null ? null : toDocument(row);
    },

    async loadHistory(taskId) {
      const byMeeting = { meeting: { date: "desc" } } as const;
      const [updates, requests, versions, dueDates, decisions, agendaItems, reopenings] = await Promise.all([
        prisma.statusUpdate.findMany({ where: { taskId }, orderBy: { id: "desc" } }),
        prisma.request.findMany({ where: { taskId }, orderBy: { id: "desc" } }),
        prisma.taskVersion.findMany({ where: { taskId }, orderBy: { id: "desc" }, include: WITH_TITLE }),
        prisma.occurrence.findMany({ where: { taskId, kind: "due" } }),
        prisma.decision.findMany({ where: { taskId }, orderBy: byMeeting, include: { meeting: true } }),
        prisma.agendaItem.findMany({ where: { taskId }, orderBy: byMeeting, include: { meeting: true } }),
        loadReopenings(prisma, taskId),
      ]);
      return {
        updates: updates.map(toUpdate),
        requests: requests.map(toRequest),
        versions: versions.map(toTaskVersion),
        dueDates: dueDates.map(toOccurrence),
        decisions: decisions.map(({ meeting, text, dueDate }) => ({ date: meeting.date, text, dueDate })),
        agendas: agendaItems.map(({ meeting, topic }) => ({ date: meeting.date, topic })),
        reopenings,
      };
    },

    async closedDates() {
      const rows = await prisma.occurrence.findMany({ where: { kind: "due", task: { state: { not: "open" } } } });
      return rows.map(toOccurrence);
    },
  };
}
