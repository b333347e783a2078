// One process per data folder, and a dead one holds nothing.
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { takeDataLock } from "../../../src/adapters/db/open/data-lock.ts";
import { Refusal } from "../../../src/errors.ts";
import { startProcess, type TestProcess } from "../../support/processes.ts";

describe("the lock of a data folder", () => {
  let folder: string;
  const started: TestProcess[] = [];

  beforeEach(() => {
    folder = mkdtempSync(path.join(inject("runFolder"), "lock-"));
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((process) => process.kill()));
    rmSync(folder, { recursive: true, force: true });
  });

  async function holder(): Promise<TestProcess> {
    const process = startProcess("hold-folder.ts", folder);
    started.push(process);
    await process.waitForLines(1);
    return process;
  }

  it("is refused while another process holds it, and says which", async () => {
    const { pid } = await holder();
    await expect(takeDataLock(folder)).rejects.toEqual(new Refusal("data-folder-in-use", { folder, pid }));
  });

  it("is refused a second time in the same process", async () => {
    const lock = await takeDataLock(folder);
    const again = takeDataLock(folder);
    await expect(again).rejects.toEqual(new Refusal("data-folder-in-use", { folder, pid: process.pid }));
    lock.release();
    (await takeDataLock(folder)).release();
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it("is taken over from a process that was killed", async () => {
    const killed = await holder();
    await killed.kill();
    (await takeDataLock(folder)).release();
  });

  it("of a dead process goes to one of several that want it at once", async () => {
    await (await holder()).kill();
    const rivals = await Promise.all([1, 2, 3, 4].map(() => holder()));
    expect(rivals.flatMap((rival) => rival.lines).sort()).toEqual([
      "data-folder-in-use",
      "data-folder-in-use",
      "data-folder-in-use",
      "held",
    ]);
  });

  it("is not mistaken for held when its pid belongs to a younger process", async () => {
    const reused = { pid: process.pid, startedAt: "1", pidNamespace: null };
    const here = JSON.stringify({ ...reused, pidNamespace: await ownNamespace() });
    writeFileSync(path.join(folder, "lock-7"), here);
    (await takeDataLock(folder)).release();
    expect(readdirSync(folder)).toEqual(["lock-8"]);
  });

  it("of another container is believed as long as it beats", async () => {
    const elsewhere = { pid: 1, startedAt: "1", pidNamespace: "pid:[1]" };
    const file = path.join(folder, "lock-1");
    writeFileSync(file, JSON.stringify(elsewhere));
    await expect(takeDataLock(folder)).rejects.toEqual(new Refusal("data-folder-in-use", { folder, pid: 1 }));
    const longAgo = new Date(Date.now() - 120_000);
    utimesSync(file, longAgo, longAgo);
    (await takeDataLock(folder)).release();
  });

  it("left empty by a process that died while writing it is taken over", async () => {
    writeFileSync(path.join(folder, "lock-1"), "");
    (await takeDataLock(folder)).release();
  });

  async function ownNamespace(): Promise<string | null> {
    const own = await takeDataLock(folder);
    const { readFileSync } = await import("node:fs");
    const text = readFileSync(path.join(folder, "lock-1"), "utf8");
    own.release();
    return JSON.parse(text).pidNamespace;
  }
});
