// Makes a dump of a copied database: `dump-process.ts DATABASE FILE TIME`. A process of its own, that gives way to everybody.
import { setPriority } from "node:os";
import { PGlite } from "@electric-sql/pglite";
import { writeBackup } from "../backup/write-backup.ts";
import { wrap } from "../client.ts";

const LOWEST = 19;

const [data = "", file = "", takenAt = ""] = process.argv.slice(2);
setPriority(LOWEST);
const database = wrap(await PGlite.create(data));
await writeBackup(database, file, new Date(takenAt));
await database.close();
