// Makes a dump of a copied database: `dump-process.ts DATABASE FILE TIME PRIORITY`. A process of its own, that gives way to everybody.
import { setPriority } from "node:os";
import { PGlite } from "@electric-sql/pglite";
import { writeBackup } from "../backup/write-backup.ts";
import { wrap } from "../client.ts";

const [data = "", file = "", takenAt = "", priority = "0"] = process.argv.slice(2);
setPriority(Number(priority));
const database = wrap(await PGlite.create(data));
await writeBackup(database, file, new Date(takenAt));
await database.close();
