// Opening a database: what is refused and why, and that nothing acknowledged is lost when the process is killed.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, inject, it } from "vitest";
import { openDatabase } from "../../../src/adapters/db/client.ts";
import { Refusal } from "../../../src/errors.ts";
import { copyTemplate, describeOnPostgres } from "../../support/database.ts";
import { intrude, killWriters } from "../../support/pglite-faults.ts";
import { createPostgresDatabase } from "../../support/postgres.ts";

/** Many processes are started, each of which opens the database. */
const SLOW = { timeout: 300_000 };

describe("a database in a folder", () => {
  it("opens in one process only, and again after it was closed", async () => {
    const folder = await copyTemplate();
    const database = await openDatabase({ folder });
    await expect(openDatabase({ folder })).rejects.toMatchObject({ code: "data-folder-in-use" });
    await database.close();
    await (await openDatabase({ folder })).close();
    rmSync(folder, { recursive: true });
  });

  it("of another version of PostgreSQL is refused and left as it is", async () => {
    const folder = await copyTemplate();
    const versionFile = path.join(folder, "database", "PG_VERSION");
    const expected = readFileSync(versionFile, "utf8").trim();
    writeFileSync(versionFile, "14\n");
    const refusal = new Refusal("data-folder-version", { folder, found: "14", expected });
    await expect(openDatabase({ folder })).rejects.toEqual(refusal);
    writeFileSync(versionFile, `${expected}\n`);
    await (await openDatabase({ folder })).close();
    rmSync(folder, { recursive: true });
  });

  it("refuses fifty attempts of other processes to open it while it is written to, and is unharmed", SLOW, async () => {
    const folder = await copyTemplate();
    const { outcomes, lost, brokenAudit } = await intrude(folder, 5, 10);
    expect(outcomes).toEqual({ "data-folder-in-use": 50 });
    expect(lost).toEqual([]);
    expect(brokenAudit).toBeNull();
    rmSync(folder, { recursive: true });
  });

  it("keeps what it acknowledged to a process that is killed, time and again", SLOW, async () => {
    const folder = await copyTemplate();
    const { acknowledged, lost, brokenAudit } = await killWriters(folder, 10, (run) => 3 + ((run * 37) % 60));
    expect(acknowledged).toBeGreaterThan(200);
    expect(lost).toEqual([]);
    expect(brokenAudit).toBeNull();
    rmSync(folder, { recursive: true });
  });
});

describe("a PostgreSQL server that is not there", () => {
  it("is refused with its address and without the password", async () => {
    const opening = openDatabase({ databaseUrl: "postgresql://lianxi:geheim@127.0.0.1:1/lianxi" });
    const refusal = new Refusal("database-unreachable", { why: "DatabaseNotReachable: 127.0.0.1:1" });
    await expect(opening).rejects.toEqual(refusal);
  });

  it("is refused when the address is none", async () => {
    await expect(openDatabase({ databaseUrl: "geheim" })).rejects.toMatchObject({ code: "database-unreachable" });
  });
});

describeOnPostgres("a server that refuses", () => {
  it("a wrong password, an unknown database", async () => {
    const url = new URL(await createPostgresDatabase(inject("runFolder")));
    url.password = "geheim";
    const wrongPassword = new Refusal("database-unreachable", { why: "AuthenticationFailed: postgres" });
    await expect(openDatabase({ databaseUrl: url.href })).rejects.toEqual(wrongPassword);

    const unknown = new URL(await createPostgresDatabase(inject("runFolder")));
    unknown.pathname = "/nowhere";
    const noDatabase = new Refusal("database-unreachable", { why: "DatabaseDoesNotExist: nowhere" });
    await expect(openDatabase({ databaseUrl: unknown.href })).rejects.toEqual(noDatabase);
  });
});
