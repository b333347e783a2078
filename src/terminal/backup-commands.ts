// backup and restore: the whole state in one file, and back, on either database.
import path from "node:path";
import { restoreFolder, restoreServer } from "../adapters/db/backup/restore.ts";
import { writeBackup } from "../adapters/db/backup/write-backup.ts";
import { openDatabase } from "../adapters/db/client.ts";
import { REGISTER_FOLDER } from "../composition/stores.ts";
import type { Config } from "../config.ts";
import { say } from "../text/say.ts";
import { print } from "./output.ts";

/** As the database is: nothing is migrated, so that the old program's state is saved before the new one runs. */
export async function backup(config: Config, file: string): Promise<void> {
  const database = await openDatabase(
    config.databaseUrl === null
      ? { folder: registerFolder(config) }
      : { databaseUrl: config.databaseUrl, patient: true },
  );
  try {
    const { rows, tables } = await writeBackup(database, file, new Date());
    print(say("cli.backed-up", { rows, tables, file }));
  } finally {
    await database.close();
  }
}

export async function restore(config: Config, file: string, options: { replace?: boolean }): Promise<void> {
  const how = { replace: options.replace === true, now: new Date() };
  const { rows, takenAt, kept } =
    config.databaseUrl === null
      ? await restoreFolder(registerFolder(config), file, how)
      : await restoreServer(config.databaseUrl, file, how);
  print(say("cli.restored", { rows, file, taken: takenAt.toISOString() }));
  if (kept !== null) print(say("cli.restored-kept", { kept }));
  print(say("cli.restored-next"));
}

function registerFolder(config: Config): string {
  return path.join(config.dataFolder, REGISTER_FOLDER);
}
