// Writes the next migration: `node prisma/write-migration.ts NAME`. Writes and prints nothing when the migrations match schema.prisma.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { diffSchema, MIGRATIONS_FOLDER } from "./schema-engine.ts";

const name = process.argv[2];
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write("Usage: node prisma/write-migration.ts NAME   (small letters, digits, _)\n");
  process.exit(2);
}
mkdirSync(MIGRATIONS_FOLDER, { recursive: true });
writeFileSync(
  path.join(MIGRATIONS_FOLDER, "migration_lock.toml"),
  '# Says which dialect the migrations are written in.\nprovider = "postgresql"\n',
);
const sql = await diffSchema();
if (sql !== "") {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join(MIGRATIONS_FOLDER, `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, "migration.sql"), `${sql}\n`);
  process.stdout.write(`${path.join(folder, "migration.sql")}\n`);
}
