// The stores, opened and wired in the same way for the bot and for the terminal.
import path from "node:path";
import { findAuditKeys } from "../adapters/db/audit/key.ts";
import { createAuditTrail } from "../adapters/db/audit/verify.ts";
import { sealAudits } from "../adapters/db/audit.ts";
import { type Database, type DatabaseOptions, openDatabase } from "../adapters/db/client.ts";
import { dumpBeforeUpdate } from "../adapters/db/dumps/take-dump.ts";
import { createEvidenceStore } from "../adapters/db/evidence-store.ts";
import { createHomeStore } from "../adapters/db/home/home-store.ts";
import { createImportStore } from "../adapters/db/import-store.ts";
import { createInboxStore } from "../adapters/db/inbox-store.ts";
import { createMeetingStore } from "../adapters/db/meeting-store.ts";
import { migrate } from "../adapters/db/migrate.ts";
import { createLanguageStore } from "../adapters/db/people/language-store.ts";
import { createQuestionStore } from "../adapters/db/question-store.ts";
import { createRegisterStore } from "../adapters/db/register-store.ts";
import { createReminderStore } from "../adapters/db/reminder-store.ts";
import type { EnqueueDigests } from "../adapters/db/reminders/digest-claims.ts";
import { createEscalationStore } from "../adapters/db/reminders/escalation-store.ts";
import { createPolicyStore } from "../adapters/db/reminders/policy-store.ts";
import { createPostedStore } from "../adapters/db/reminders/posted-store.ts";
import { createReportStore } from "../adapters/db/reminders/report-store.ts";
import { createResponseStore } from "../adapters/db/reminders/response-store.ts";
import { createTickStore } from "../adapters/db/reminders/tick-store.ts";
import { createUrgeStore } from "../adapters/db/reminders/urge-store.ts";
import { createRequestStore } from "../adapters/db/request-store.ts";
import { createClosureStore } from "../adapters/db/status/closure-store.ts";
import { createLightStore } from "../adapters/db/status/light-store.ts";
import { createStatusStore } from "../adapters/db/status-store.ts";
import { createUnitStore } from "../adapters/db/unit-store.ts";
import type { InboxStore, Ports } from "../app/ports.ts";
import type { Config } from "../config.ts";
import type { IsoDate } from "../domain/calendar.ts";

type StorePorts = Pick<
  Ports,
  | "registerStore"
  | "unitStore"
  | "importStore"
  | "reminderStore"
  | "tickStore"
  | "responseStore"
  | "postedStore"
  | "reportStore"
  | "policyStore"
  | "escalationStore"
  | "statusStore"
  | "requestStore"
  | "lightStore"
  | "closureStore"
  | "evidenceStore"
  | "urgeStore"
  | "meetingStore"
  | "homeStore"
  | "questionStore"
  | "languageStore"
  | "auditTrail"
>;

/** The folder of the embedded database of real work; the local workspace has one of its own. */
export const REGISTER_FOLDER = "register";

/** Opens the configured database (a folder of its own below the data folder when embedded) and brings it to the schema. */
export async function openMigrated(config: Config, folder: string): Promise<Database> {
  if (config.databaseUrl !== null) {
    await onceOpen({ databaseUrl: config.databaseUrl, patient: true }, async (patient) => {
      await migrate(patient);
      await patient.close();
    });
    return onceOpen({ databaseUrl: config.databaseUrl }, (database) => sealed(database, config, folder));
  }
  return onceOpen({ folder: path.join(config.dataFolder, folder) }, async (database) => {
    await dumpBeforeUpdate(database, new Date());
    await migrate(database);
    return sealed(database, config, folder);
  });
}

async function sealed(database: Database, { dataFolder, auditKeys }: Config, folder: string): Promise<Database> {
  sealAudits(database.prisma, await findAuditKeys(database.prisma, path.join(dataFolder, folder), auditKeys));
  return database;
}

/** What fails with a database open closes it. */
async function onceOpen<T>(options: DatabaseOptions, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(options);
  try {
    return await work(database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** `today`: the day whose members groups have; left out, those whose membership has no end. */
export function storesOn(
  database: Database,
  enqueue: EnqueueDigests,
  today?: () => IsoDate,
): StorePorts & { inbox: InboxStore } {
  const { prisma } = database;
  return {
    registerStore: createRegisterStore(database, today),
    unitStore: createUnitStore(prisma),
    importStore: createImportStore(prisma),
    reminderStore: createReminderStore(database, enqueue),
    tickStore: createTickStore(prisma),
    responseStore: createResponseStore(prisma),
    postedStore: createPostedStore(prisma),
    reportStore: createReportStore(prisma),
    policyStore: createPolicyStore(prisma),
    escalationStore: createEscalationStore(prisma),
    statusStore: createStatusStore(prisma),
    urgeStore: createUrgeStore(prisma, enqueue),
    requestStore: createRequestStore(prisma),
    lightStore: createLightStore(prisma),
    closureStore: createClosureStore(prisma),
    evidenceStore: createEvidenceStore(prisma),
    meetingStore: createMeetingStore(prisma),
    homeStore: createHomeStore(database),
    questionStore: createQuestionStore(prisma),
    languageStore: createLanguageStore(prisma),
    auditTrail: createAuditTrail(database),
    inbox: createInboxStore(database),
  };
}
