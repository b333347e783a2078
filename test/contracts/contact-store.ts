// What every unit store does with contacts who are away or relieved.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createRegisterStore } from "../../src/adapters/db/register-store.ts";
import { createUnitStore } from "../../src/adapters/db/unit-store.ts";
import type { UnitStore } from "../../src/app/register/units/unit-store.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraft, aDraftTask, mention } from "../support/drafts.ts";

const by = (due: string) => ({ kind: "by" as const, due, everyMonths: null, day: null, text: "" });
const NEXT_WEEK = { from: "2026-11-25", to: "2026-12-03" };

export function describeContactStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: UnitStore;
  let unitId: number;
  let contactId: number;

  beforeEach(async () => {
    database = await makeDatabase();
    store = createUnitStore(database.prisma);
    unitId = (await store.create(mention("市教育局"), "US")).id;
    await store.saveContact({ unitId, slackUser: "U1", name: "甲", role: "primary", by: "US" });
    contactId = (await contacts())[0]?.id ?? 0;
  });
  afterEach(() => database.close());

  /** As the register has them; the unit by itself has the same. */
  async function contacts() {
    const { units } = await createRegisterStore(database).load();
    const listed = units.get(unitId)?.contacts ?? [];
    expect((await store.findByKey("教育局"))?.contacts).toEqual(listed);
    return listed;
  }

  it("keeps an absence with the substitute, who does not become a contact", async () => {
    await store.saveAbsence(contactId, { ...NEXT_WEEK, substitute: { slackUser: "U2", name: "乙" } }, "U1");
    expect(await contacts()).toEqual([
      {
        id: contactId,
        unitId,
        slackUser: "U1",
        name: "甲",
        role: "primary",
        absence: { ...NEXT_WEEK, substitute: { contactId: expect.any(Number), slackUser: "U2", name: "乙" } },
      },
    ]);
  });

  it("a substitute sees the unit's tasks among their own while the contact is away, and no others of that contact", async () => {
    const draft = aDraft("责任分工", [
      aDraftTask("1", ["市教育局"], [], { deadlines: [by("2026-12-09")] }),
      aDraftTask("2", ["市财政局"]),
      aDraftTask("3", ["市民政局"], [], { deadlines: [by("2026-12-02")] }),
    ]);
    await createRegisterStore(database).saveDocument({ draft, sha256: "a", fileName: "a.docx", by: "US" });
    for (const [name, slackUser] of [
      ["财政局", "U1"],
      ["民政局", "U2"],
    ] as const) {
      const unit = await store.findByKey(name);
      await store.saveContact({ unitId: unit?.id ?? 0, slackUser, name: slackUser, role: "primary", by: "US" });
    }
    await store.saveAbsence(contactId, { ...NEXT_WEEK, substitute: { slackUser: "U2", name: "乙" } }, "U1");
    const mine = async (slackUser: string, day: string) =>
      (await createRegisterStore(database, () => day).loadTasksOf(slackUser)).map((row) => row.ref);
    expect(await mine("U2", "2026-11-24")).toEqual(["3"]);
    expect(await mine("U2", "2026-11-25")).toEqual(["3", "1"]);
    expect(await mine("U2", "2026-12-03")).toEqual(["3", "1"]);
    expect(await mine("U2", "2026-12-04")).toEqual(["3"]);
    expect(await mine("U1", "2026-11-25")).toEqual(["1", "2"]);
  });

  it("a deputy who stands in stays the deputy", async () => {
    await store.saveContact({ unitId, slackUser: "U2", name: "乙", role: "deputy", by: "US" });
    await store.saveAbsence(contactId, { ...NEXT_WEEK, substitute: { slackUser: "U2", name: "乙" } }, "U1");
    const [primary, deputy] = await contacts();
    expect(primary?.absence?.substitute?.contactId).toBe(deputy?.id);
    expect(deputy).toMatchObject({ slackUser: "U2", role: "deputy" });
  });

  it("a second absence takes the place of the first; taking it back leaves none", async () => {
    await store.saveAbsence(contactId, { ...NEXT_WEEK, substitute: { slackUser: "U2", name: "乙" } }, "U1");
    await store.saveAbsence(contactId, { from: "2026-12-07", to: "2026-12-08", substitute: null }, "U1");
    expect((await contacts())[0]?.absence).toEqual({ from: "2026-12-07", to: "2026-12-08", substitute: null });
    await store.saveAbsence(contactId, null, "US");
    expect((await contacts())[0]).not.toHaveProperty("absence");
    const audit = await database.prisma.auditEvent.findMany({ orderBy: { id: "asc" } });
    expect(audit.map(({ actor, action }) => [actor, action]).slice(-3)).toEqual([
      ["U1", "contact.absence"],
      ["U1", "contact.absence"],
      ["US", "contact.absence-ended"],
    ]);
    expect(audit.at(-1)?.before).toEqual({ from: "2026-12-07", to: "2026-12-08", substitute: null });
  });

  it("relieves a contact once; one who is named again later is present", async () => {
    await store.saveAbsence(contactId, { ...NEXT_WEEK, substitute: null }, "U1");
    expect(await Promise.all([1, 2].map(() => store.endContact(contactId, "US")))).toEqual(
      expect.arrayContaining([true, false]),
    );
    expect(await contacts()).toEqual([]);
    await store.saveContact({ unitId, slackUser: "U1", name: "甲", role: "deputy", by: "US" });
    expect(await contacts()).toEqual([{ id: contactId, unitId, slackUser: "U1", name: "甲", role: "deputy" }]);
    const ended = await database.prisma.auditEvent.findMany({ where: { action: "contact.end" } });
    expect(ended.map(({ before }) => before)).toEqual([{ slackUser: "U1", name: "甲", role: "primary" }]);
  });
}
