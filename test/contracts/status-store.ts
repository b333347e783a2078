// What every status store does: an update is recorded once by its source key, with its requests.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createRegisterStore } from "../../src/adapters/db/register-store.ts";
import { createStatusStore } from "../../src/adapters/db/status-store.ts";
import type { NewUpdate, StatusStore } from "../../src/app/status/status-store.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraft, aDraftTask } from "../support/drafts.ts";

export function describeStatusStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: StatusStore;
  let about: { taskId: number; unitId: number };
  beforeEach(async () => {
    database = await makeDatabase();
    store = createStatusStore(database.prisma);
    const registerStore = createRegisterStore(database);
    const draft = aDraft("责任分工", [aDraftTask("1", ["市财政局"])]);
    await registerStore.saveDocument({ draft, sha256: "a", fileName: "a.docx", by: "U9" });
    const task = (await registerStore.load()).tasks[0];
    about = { taskId: task?.id ?? 0, unitId: task?.assignments[0]?.unitId ?? 0 };
  });
  afterEach(() => database.close());

  function anUpdate(sourceKey: string, more: Partial<NewUpdate> = {}): NewUpdate {
    return {
      ...about,
      author: "U1",
      status: "on_track",
      percent: 60,
      quantities: [{ value: 21_000, unit: "人" }],
      needsCoordination: false,
      text: "推进中",
      permalink: null,
      reportedOn: "2026-11-20",
      sourceKey,
      proposalId: null,
      requests: [{ kind: "extension", reason: "雨季", proposedDate: "2027-01-15" }],
      ...more,
    };
  }

  const saveProposal = (sourceKey: string) =>
    store.saveProposal({
      sourceKey,
      author: "U1",
      taskId: null,
      reading: {
        status: "on_track",
        percent: 60,
        quantities: [{ value: 156, unit: "个" }],
        needsCoordination: false,
        extensionTo: null,
        forecast: null,
        note: "",
        unsure: false,
      },
      text: "已开156个班",
      permalink: "https://example.test/p1",
      proposedOn: "2026-11-20",
    });

  it("records an update with its requests", async () => {
    const update = await store.append(anUpdate("k1"));
    expect(update).toMatchObject({
      ...about,
      percent: 60,
      on: "2026-11-20",
      quantities: [{ value: 21_000, unit: "人" }],
    });
    expect(await database.prisma.request.findMany()).toEqual([
      expect.objectContaining({
        ...about,
        kind: "extension",
        requestedBy: "U1",
        requestedOn: "2026-11-20",
        state: "pending",
      }),
    ]);
  });

  it("records a double click once, with its requests once", async () => {
    const results = await Promise.all([1, 2, 3, 4].map(() => store.append(anUpdate("k1"))));
    expect(results.filter((update) => update !== null)).toHaveLength(1);
    expect(await database.prisma.statusUpdate.count()).toBe(1);
    expect(await database.prisma.request.count()).toBe(1);
  });

  it("an update that fails leaves no request behind", async () => {
    await expect(store.append(anUpdate("k1", { taskId: 999_999 }))).rejects.toThrow();
    expect(await database.prisma.request.count()).toBe(0);
  });

  it("a proposal is saved once and is recorded once, whichever click confirms it", async () => {
    const [proposal, again] = await Promise.all([saveProposal("m1"), saveProposal("m1")]);
    expect(again).toEqual(proposal);
    expect(await store.findProposal(proposal.id)).toEqual(proposal);
    expect(proposal).toMatchObject({ recorded: false, text: "已开156个班", reading: { percent: 60 } });

    expect(await store.append(anUpdate("click1", { proposalId: proposal.id }))).not.toBeNull();
    expect(await store.append(anUpdate("click2", { proposalId: proposal.id }))).toBeNull();
    expect((await store.findProposal(proposal.id))?.recorded).toBe(true);
    expect((await saveProposal("m1")).recorded).toBe(true);
    expect(await store.findProposal(999_999)).toBeNull();
  });
}
