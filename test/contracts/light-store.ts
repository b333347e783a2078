// What every light store does: keeps all settings, lets the newest hold, and ends them with the task.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createRegisterStore } from "../../src/adapters/db/register-store.ts";
import { createRequestStore } from "../../src/adapters/db/request-store.ts";
import { createLightStore } from "../../src/adapters/db/status/light-store.ts";
import type { LightStore } from "../../src/app/status/lights/light-store.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraft, aDraftTask } from "../support/drafts.ts";

export function describeLightStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: LightStore;
  let taskId: number;
  beforeEach(async () => {
    database = await makeDatabase();
    store = createLightStore(database.prisma);
    const registerStore = createRegisterStore(database);
    const draft = aDraft("责任分工", [aDraftTask("1", ["市财政局"]), aDraftTask("2", ["市教育局"])]);
    await registerStore.saveDocument({ draft, sha256: "a", fileName: "a.docx", by: "U9" });
    taskId = (await registerStore.load()).tasks[0]?.id ?? 0;
  });
  afterEach(() => database.close());

  const lights = async () => (await createRegisterStore(database).load()).tasks.map((task) => task.setLight);
  const yellow = () => ({ taskId, colour: "yellow", reason: "资金尚未落实", by: "US", on: "2026-11-23" }) as const;
  const restore = () => ({ taskId, colour: null, reason: "", by: "US", on: "2026-11-24" }) as const;

  it("the newest holds, and comes with the register, for its task alone", async () => {
    expect(await lights()).toEqual([null, null]);
    expect(await store.append({ ...yellow(), colour: "red" })).toBe(true);
    expect(await store.append(yellow())).toBe(true);
    const { taskId: _, ...light } = yellow();
    expect(await lights()).toEqual([light, null]);
    expect(await database.prisma.lightSetting.count()).toBe(2);
  });

  it("is taken back; all that was said stays, with the trail", async () => {
    await store.append(yellow());
    expect(await store.append(restore())).toBe(true);
    expect(await lights()).toEqual([null, null]);
    expect(await database.prisma.lightSetting.count()).toBe(2);
    const events = await database.prisma.auditEvent.findMany({ where: { action: { startsWith: "light." } } });
    expect(events).toEqual([
      expect.objectContaining({ actor: "US", action: "light.set", before: null, subject: `task:${taskId}` }),
      expect.objectContaining({ action: "light.restore", before: { colour: "yellow", reason: "资金尚未落实" } }),
    ]);
  });

  it("says so where nothing changes: twice the same, nothing to take back, many at once", async () => {
    expect(await store.append(restore())).toBe(false);
    const results = await Promise.all([store.append(yellow()), store.append(yellow()), store.append(yellow())]);
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await database.prisma.lightSetting.count()).toBe(1);
    expect(await store.append({ ...yellow(), reason: "用地未批" })).toBe(true);
  });

  it("ends with the task: reopened, it is not there again", async () => {
    await store.append(yellow());
    const requests = createRequestStore(database.prisma);
    const unitId = (await database.prisma.assignment.findFirstOrThrow({ where: { taskId } })).unitId;
    const asked = { reason: "", requestedBy: "U1", requestedOn: "2026-11-20" };
    const { id } = await database.prisma.request.create({ data: { taskId, unitId, kind: "closure", ...asked } });
    const decision = { state: "approved", text: "", effect: { kind: "close" }, by: "US", at: new Date() } as const;
    await requests.decide({ requestId: id, ...decision });
    await requests.reopen({ taskId, occurrences: [], reason: "验收未通过", on: "2026-12-02", by: "US" });
    expect(await lights()).toEqual([null, null]);
  });
}
