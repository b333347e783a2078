// What main.ts and cli.ts put together in the same way: the stores, and the ports that need no chat.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { createChineseCalendar } from "./adapters/calendar/chinese-calendar.ts";
import { type Database, openDatabase } from "./adapters/db/client.ts";
import { createInboxStore } from "./adapters/db/inbox-store.ts";
import { createMeetingStore } from "./adapters/db/meeting-store.ts";
import { migrate } from "./adapters/db/migrate.ts";
import { createQuestionStore } from "./adapters/db/question-store.ts";
import { createRegisterStore } from "./adapters/db/register-store.ts";
import { createReminderStore, type EnqueueDigests } from "./adapters/db/reminder-store.ts";
import { createStatusStore } from "./adapters/db/status-store.ts";
import { createUnitStore } from "./adapters/db/unit-store.ts";
import { createAgendaWriter } from "./adapters/documents/agenda-docx/agenda-writer.ts";
import { createTextReader } from "./adapters/documents/text-reader.ts";
import { createOpenAiModel } from "./adapters/model/openai-model.ts";
import { readPrompt } from "./adapters/model/prompt-file.ts";
import type { InboxStore, Ports } from "./app/ports.ts";
import type { Config } from "./config.ts";
import { sayReason } from "./text/say.ts";

type StorePorts = Pick<
  Ports,
  "registerStore" | "unitStore" | "reminderStore" | "statusStore" | "meetingStore" | "questionStore"
>;

/** The folder of the embedded database of real work; the local workspace has one of its own. */
export const REGISTER_FOLDER = "register";

/** Opens the configured database (a folder of its own below the data folder when embedded) and brings it to the schema. */
export async function openMigrated(config: Config, folder: string): Promise<Database> {
  const database = await openDatabase(
    config.databaseUrl === null
      ? { folder: path.join(config.dataFolder, folder) }
      : { databaseUrl: config.databaseUrl },
  );
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

export function storesOn({ prisma }: Database, enqueue: EnqueueDigests): StorePorts & { inbox: InboxStore } {
  return {
    registerStore: createRegisterStore(prisma),
    unitStore: createUnitStore(prisma),
    reminderStore: createReminderStore(prisma, enqueue),
    statusStore: createStatusStore(prisma),
    meetingStore: createMeetingStore(prisma),
    questionStore: createQuestionStore(prisma),
    inbox: createInboxStore(prisma),
  };
}

/** The ports that are neither store nor chat nor clock. Days off that are not announced yet stand in `calendar.txt`. */
export function toolsOf(config: Config): Pick<Ports, "calendar" | "documentReader" | "agendaWriter" | "model"> {
  const overrides = path.join(config.dataFolder, "calendar.txt");
  return {
    calendar: createChineseCalendar(existsSync(overrides) ? readFileSync(overrides, "utf8") : ""),
    documentReader: createTextReader(),
    agendaWriter: createAgendaWriter({ sayReason }),
    model: config.model && createOpenAiModel(config.model, readPrompt("search-terms")),
  };
}
