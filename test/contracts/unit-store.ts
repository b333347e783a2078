// What every unit store does: one unit per key, one row per contact, members with their dates.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createUnitStore } from "../../src/adapters/db/unit-store.ts";
import type { UnitStore } from "../../src/app/register/units/unit-store.ts";
import { Refusal } from "../../src/errors.ts";
import type { MakeDatabase } from "../support/database.ts";
import { mention } from "../support/drafts.ts";

export function describeUnitStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: UnitStore;
  beforeEach(async () => {
    database = await makeDatabase();
    store = createUnitStore(database.prisma);
  });
  afterEach(() => database.close());

  it("creates a unit once, however often and from however many sides", async () => {
    const units = await Promise.all([1, 2, 3].map(() => store.create(mention("市财政局"), "U9")));
    expect(new Set(units.map((unit) => unit.id)).size).toBe(1);
    expect(await store.findByKey("财政局")).toEqual(units[0]);
    expect(await store.findByKey("教育局")).toBeNull();
  });

  it("finds a unit by an alias, and takes another spelling of the same key", async () => {
    const unit = await store.create(mention("市财政局"), "U9");
    await store.addAlias(unit.id, { name: "市财局", key: "财局", kind: "single" }, "U9");
    await store.addAlias(unit.id, { name: "财局", key: "财局", kind: "single" }, "U9");
    await store.addAlias(unit.id, { name: "财局", key: "财局", kind: "single" }, "U9");
    await store.addAlias(unit.id, mention("市财政局"), "U9");
    expect(await store.findByKey("财局")).toMatchObject({ id: unit.id, aliases: ["市财局", "财局"] });
  });

  it("an alias never leads to two units", async () => {
    const finance = await store.create(mention("市财政局"), "U9");
    await store.create(mention("市教育局"), "U9");
    const taken = store.addAlias(finance.id, mention("教育局"), "U9");
    await expect(taken).rejects.toEqual(new Refusal("alias-taken", { alias: "教育局", unit: "市教育局" }));
  });

  it("one contact per unit and person, renamed in place; a contact who had left is back", async () => {
    const unit = await store.create(mention("市财政局"), "U9");
    const contact = { unitId: unit.id, slackUser: "U1", name: "甲", role: "primary", by: "U9" } as const;
    await Promise.all([store.saveContact(contact), store.saveContact(contact)]);
    await store.saveContact({ ...contact, role: "head" });
    expect((await store.findByKey("财政局"))?.contacts).toEqual([
      expect.objectContaining({ slackUser: "U1", name: "甲", role: "head" }),
    ]);
    await database.prisma.contact.updateMany({ data: { endedAt: new Date("2026-11-01T00:00:00Z") } });
    expect((await store.findByKey("财政局"))?.contacts).toEqual([]);
    await store.saveContact(contact);
    expect((await store.findByKey("财政局"))?.contacts).toHaveLength(1);
  });

  it("members come and go with their dates", async () => {
    const group = await store.create(mention("各县区人民政府", { kind: "group" }), "U9");
    const [a, b, c] = await Promise.all(["甲县", "乙县", "丙县"].map((name) => store.create(mention(name), "U9")));
    if (a === undefined || b === undefined || c === undefined) throw new Error("no members");
    await store.setMembers(group.id, [a.id, b.id, b.id], "2026-01-01", "U9");
    await store.setMembers(group.id, [b.id, c.id], "2026-07-01", "U9");
    expect((await store.findByKey("各县区人民政府"))?.memberIds).toEqual([b.id, c.id].sort((x, y) => x - y));
    await store.setMembers(group.id, [a.id, b.id], "2026-07-01", "U9");
    await store.setMembers(group.id, [b.id, c.id], "2026-07-01", "U9");
    const rows = await database.prisma.groupMember.findMany({ orderBy: [{ memberId: "asc" }, { from: "asc" }] });
    const ofGroup = rows.map(({ memberId, from, to }) => ({ memberId, from, to }));
    expect(ofGroup).toEqual(
      [
        { memberId: a.id, from: "2026-01-01", to: "2026-06-30" },
        { memberId: a.id, from: "2026-07-01", to: "2026-06-30" },
        { memberId: b.id, from: "2026-01-01", to: null },
        { memberId: c.id, from: "2026-07-01", to: null },
      ].sort((x, y) => x.memberId - y.memberId),
    );
  });
}
