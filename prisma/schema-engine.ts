// Prisma's schema engine as WASM: compares schema.prisma, the written migrations and a database. Needs no download.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { type DiagnoseMigrationHistoryOutput, type MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import { PrismaPGlite } from "pglite-prisma-adapter";

const PRISMA_FOLDER = path.dirname(fileURLToPath(import.meta.url));
export const MIGRATIONS_FOLDER = path.join(PRISMA_FOLDER, "migrations");

const EVERYTHING = { externalTables: [], externalEnums: [] };

/** The SQL that brings a database with all `migrations/` to `schema.prisma`; "" when they say the same. */
export async function diffSchema(): Promise<string> {
  const empty = await PGlite.create();
  const schema = readSchema();
  try {
    const { stdout } = await withEngine(empty, (engine) =>
      engine.diff({
        from: { tag: "migrations", ...listMigrations() },
        to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
        script: true,
        exitCode: null,
        filters: EVERYTHING,
      }),
    );
    const sql = (stdout ?? "").trim();
    return sql === "-- This is an empty migration." ? "" : sql;
  } finally {
    await empty.close();
  }
}

/** What `prisma migrate` would think of the database: which migrations it misses, which were changed, which failed. */
export function diagnoseHistory(database: PGlite): Promise<DiagnoseMigrationHistoryOutput> {
  return withEngine(database, (engine) =>
    engine.diagnoseMigrationHistory({
      migrationsList: listMigrations(),
      optInToShadowDatabase: false,
      filters: EVERYTHING,
    }),
  );
}

async function withEngine<T>(database: PGlite, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const shadow = await PGlite.create();
  const adapters = bindMigrationAwareSqlAdapterFactory({
    provider: "postgres",
    adapterName: "pglite",
    connect: () => new PrismaPGlite(database).connect(),
    connectToShadowDb: () => new PrismaPGlite(shadow).connect(),
  });
  try {
    const datamodels: [string, string][] = [["schema.prisma", readSchema()]];
    return await work(await SchemaEngine.new({ datamodels }, () => undefined, adapters));
  } finally {
    await shadow.close();
  }
}

function readSchema(): string {
  const text = readFileSync(path.join(PRISMA_FOLDER, "schema.prisma"), "utf8");
  // The engine does not know this option of the generator; it changes no table.
  return text.replace(/importFileExtension.*\n/, "");
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
