// Prisma's schema engine as WASM: tells what SQL leads from the written migrations to schema.prisma. Needs no download.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { type MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import { PrismaPGlite } from "pglite-prisma-adapter";

export const PRISMA_FOLDER = path.dirname(fileURLToPath(import.meta.url));
export const MIGRATIONS_FOLDER = path.join(PRISMA_FOLDER, "migrations");

/** The SQL that brings a database with all `migrations/` to `schema.prisma`; "" when they say the same. */
export async function diffSchema(): Promise<string> {
  // The engine does not know this option of the generator; it changes no table.
  const schema = readFileSync(path.join(PRISMA_FOLDER, "schema.prisma"), "utf8").replace(/importFileExtension.*\n/, "");
  const pglite = await PGlite.create();
  const shadow = await PGlite.create();
  const factory = {
    provider: "postgres" as const,
    adapterName: "pglite",
    connect: () => new PrismaPGlite(pglite).connect(),
    connectToShadowDb: () => new PrismaPGlite(shadow).connect(),
  };
  try {
    const engine = await SchemaEngine.new(
      { datamodels: [["schema.prisma", schema]] },
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(factory),
    );
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...listMigrations() },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = (stdout ?? "").trim();
    return sql === "-- This is an empty migration." ? "" : sql;
  } finally {
    await pglite.close();
    await shadow.close();
  }
}

function listMigrations(): MigrationList {
  const names = readdirSync(MIGRATIONS_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: MIGRATIONS_FOLDER,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(path.join(MIGRATIONS_FOLDER, name, "migration.sql"), "utf8") },
      },
    })),
  };
}
