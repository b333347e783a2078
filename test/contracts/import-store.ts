// What every store of reviews does: one open review of a file, decisions that are never lost to a second click, closed once.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createImportStore } from "../../src/adapters/db/import-store.ts";
import type { ImportStore } from "../../src/app/register/review/import-store.ts";
import type { DecisionStep } from "../../src/domain/register/review/decisions.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraftTask, mention } from "../support/drafts.ts";

export function describeImportStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: ImportStore;
  beforeEach(async () => {
    database = await makeDatabase();
    store = createImportStore(database.prisma);
  });
  afterEach(() => database.close());

  const FILE = {
    fileName: "责任分工.txt",
    sha256: "a".repeat(64),
    content: { kind: "text", text: "一、市教育局牵头" },
    proposals: [{ at: 3, task: aDraftTask("1", ["市教育局"]) }],
    startedBy: "U9",
  } as const;
  const accept: DecisionStep = { by: "U9", keys: ["5/lead"], decision: { kind: "accept" } };
  const assign: DecisionStep = {
    by: "U8",
    keys: ["6/lead"],
    decision: { kind: "assign", lead: [mention("市财政局")], supporting: null },
  };

  it("keeps what was read and what was decided, as it was", async () => {
    const started = await store.start(FILE);
    expect(started).toMatchObject({ ...FILE, state: "open", decisions: [], version: 0, message: null });
    expect(await store.saveDecisions(started.id, 0, [accept], "U9")).toBe(true);
    expect(await store.saveDecisions(started.id, 1, [accept, assign], "U8")).toBe(true);
    await store.saveMessage(started.id, { channel: "D1", ts: "1.2" });
    expect(await store.find(started.id)).toEqual({
      ...started,
      decisions: [accept, assign],
      version: 2,
      message: { channel: "D1", ts: "1.2" },
    });
    expect(await store.find(started.id + 1)).toBeNull();
  });

  it("has one open review of a file, even when it is sent twice at once", async () => {
    const [first, second] = await Promise.all([store.start(FILE), store.start({ ...FILE, startedBy: "U8" })]);
    expect(first.id).toBe(second.id);
    expect((await store.findOpen(FILE.sha256))?.id).toBe(first.id);
    expect(await store.findOpen("b".repeat(64))).toBeNull();
  });

  it("finds the newest open one, and none when all are closed", async () => {
    expect(await store.findOpen(null)).toBeNull();
    const first = await store.start(FILE);
    const second = await store.start({ ...FILE, sha256: "b".repeat(64) });
    expect((await store.findOpen(null))?.id).toBe(second.id);
    await store.close(second.id, "discarded", "U9");
    expect((await store.findOpen(null))?.id).toBe(first.id);
    await store.close(first.id, "applied", "U9");
    expect(await store.findOpen(null)).toBeNull();
    expect((await store.start(FILE)).id).toBeGreaterThan(second.id);
  });

  it("takes one of two clicks that saw the same state", async () => {
    const { id } = await store.start(FILE);
    const saved = await Promise.all([
      store.saveDecisions(id, 0, [accept], "U9"),
      store.saveDecisions(id, 0, [assign], "U8"),
    ]);
    expect(saved.filter(Boolean)).toHaveLength(1);
    expect((await store.find(id))?.decisions).toHaveLength(1);
  });

  it("is closed once, and then decides nothing more", async () => {
    const { id } = await store.start(FILE);
    const closed = await Promise.all([store.close(id, "applied", "U9"), store.close(id, "discarded", "U8")]);
    expect(closed.filter(Boolean)).toHaveLength(1);
    expect(await store.saveDecisions(id, 0, [accept], "U9")).toBe(false);
  });

  it("leaves its trail", async () => {
    const { id } = await store.start(FILE);
    await store.saveDecisions(id, 0, [accept], "U9");
    await store.close(id, "applied", "U8");
    const trail = await database.prisma.auditEvent.findMany({
      where: { subject: `import:${id}` },
      orderBy: { id: "asc" },
    });
    expect(trail.map(({ actor, action }) => [actor, action])).toEqual([
      ["U9", "review.start"],
      ["U9", "review.decide"],
      ["U8", "review.applied"],
    ]);
  });
}
