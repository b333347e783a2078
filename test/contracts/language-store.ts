// What every language store does: keeps each person's choice, and finds it without asking the database each time.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createLanguageStore } from "../../src/adapters/db/people/language-store.ts";
import { findBrokenAudit } from "../support/audit.ts";
import type { MakeDatabase } from "../support/database.ts";

export function describeLanguageStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  beforeEach(async () => {
    database = await makeDatabase();
  });
  afterEach(() => database.close());

  it("keeps what a person chose, found at once", async () => {
    const store = createLanguageStore(database.prisma);
    expect(await store.find("U1")).toBeNull();
    await store.save({ slackUser: "U1", language: "en" });
    await store.save({ slackUser: "U2", language: "zh-Hant" });
    expect([await store.find("U1"), await store.find("U2"), await store.find("U3")]).toEqual(["en", "zh-Hant", null]);
    await store.save({ slackUser: "U1", language: "zh" });
    expect(await store.find("U1")).toBe("zh");
    expect(await createLanguageStore(database.prisma).find("U1")).toBe("zh");
  });

  it("writes who changed what from what, once", async () => {
    const store = createLanguageStore(database.prisma);
    await store.save({ slackUser: "U1", language: "en" });
    await store.save({ slackUser: "U1", language: "en" });
    await store.save({ slackUser: "U1", language: "zh" });
    const events = await database.prisma.auditEvent.findMany({
      where: { action: "person.language" },
      orderBy: { id: "asc" },
    });
    expect(events).toEqual([
      expect.objectContaining({ actor: "U1", subject: "person:U1", before: null, after: { language: "en" } }),
      expect.objectContaining({ actor: "U1", before: { language: "en" }, after: { language: "zh" } }),
    ]);
    expect(await findBrokenAudit(database.prisma)).toBeNull();
  });

  it("sees another process's choice a little later, and goes on as before while the database is away", async () => {
    let now = 0;
    const clock = () => now;
    const store = createLanguageStore(database.prisma, clock);
    expect(await store.find("U1")).toBeNull();
    await createLanguageStore(database.prisma).save({ slackUser: "U1", language: "en" });
    expect(await store.find("U1")).toBeNull();
    now += 60_000;
    await store.find("U1");
    await expect.poll(() => store.find("U1")).toBe("en");

    const unlucky = Object.create(database.prisma, {
      person: {
        get: () => (away ? { findMany: async () => Promise.reject(new Error("away")) } : database.prisma.person),
      },
    }) as typeof database.prisma;
    let away = true;
    const shaken = createLanguageStore(unlucky, clock);
    await expect(shaken.find("U1")).rejects.toThrow("away");
    away = false;
    expect(await shaken.find("U1")).toBe("en");
    away = true;
    now += 60_000;
    expect([await shaken.find("U1"), await shaken.find("U1")]).toEqual(["en", "en"]);
  });
}
