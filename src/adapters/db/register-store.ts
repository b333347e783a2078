// The register's store: documents, tasks, units, occurrences. Its longer methods stand one per file in register/.
import type { RegisterStore } from "../../app/ports.ts";
import type { Database } from "./client.ts";
import { loadRegister } from "./register/load-register.ts";
import { loadTasksOf } from "./register/my-tasks.ts";
import { toDocument, toRequest, toUpdate } from "./register/rows.ts";
import { saveDocument } from "./register/save-document.ts";
import { saveOccurrences } from "./register/save-occurrences.ts";

export function createRegisterStore({ prisma, query }: Pick<Database, "prisma" | "query">): RegisterStore {
  return {
    load: () => loadRegister(prisma),
    saveDocument: (input) => saveDocument(prisma, input),
    saveOccurrences: (occurrences) => saveOccurrences(prisma, occurrences),
    loadTasksOf: (slackUser) => loadTasksOf(query, slackUser),

    async findDocumentBySha(sha256) {
      const row = await prisma.sourceDocument.findUnique({ where: { sha256 } });
      return row === null ? null : toDocument(row);
    },

    async loadHistory(taskId) {
      const [updates, requests] = await Promise.all([
        prisma.statusUpdate.findMany({ where: { taskId }, orderBy: { id: "desc" } }),
        prisma.request.findMany({ where: { taskId }, orderBy: { id: "desc" } }),
      ]);
      return { updates: updates.map(toUpdate), requests: requests.map(toRequest) };
    },
  };
}
