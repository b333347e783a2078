// The kept lights say after every kind of change what the rules say of the whole register, and so do their sums.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import type { Span } from "../../src/app/home/home-store.ts";
import { refreshLights } from "../../src/app/home/refresh-lights.ts";
import { setMeeting } from "../../src/app/meetings/set-meeting.ts";
import { setLight } from "../../src/app/status/lights/set-light.ts";
import { recordUpdate } from "../../src/app/status/record-update.ts";
import { decideRequest } from "../../src/app/status/requests/decide-request.ts";
import { reopenTask } from "../../src/app/status/requests/reopen-task.ts";
import { storesOn } from "../../src/composition/stores.ts";
import { lightRow } from "../../src/domain/home/light-row.ts";
import type { Status } from "../../src/domain/status/status.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraft, aDraftTask, mention } from "../support/drafts.ts";
import { weekdays } from "../support/facts.ts";
import { testClock } from "../support/office.ts";

const FIRST: Span = { from: 0, most: 5 };

export function describeHomeStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let ports: ReturnType<typeof portsOn>;
  let updates = 0;

  function portsOn(on: Database) {
    const clock = testClock("2026-11-23");
    const stores = storesOn(
      on,
      () => Promise.reject(new Error("nothing is sent")),
      () => clock.today(),
    );
    return { ...stores, clock, calendar: weekdays, secretaries: ["U9"] };
  }

  beforeEach(async () => {
    database = await makeDatabase();
    ports = portsOn(database);
    const counties = mention("各县区人民政府", { kind: "group" });
    const by = (due: string) => ({
      deadlines: [{ kind: "by" as const, due, everyMonths: null, day: null, text: `${due}前` }],
      section: "一、人才",
    });
    const tasks = [
      aDraftTask("1", ["市财政局"], [], { ...by("2026-12-31"), supporting: [counties] }),
      aDraftTask("2", ["市教育局"], ["市财政局"], by("2026-12-31")),
      aDraftTask("3", ["市人社局"]),
    ];
    await save("责任分工", tasks);
    for (const name of ["市财政局", "市教育局"])
      await ports.unitStore.saveContact({
        ...{ unitId: await idOf(name), slackUser: name === "市财政局" ? "U1" : "U2", name: `${name}联络员` },
        ...{ role: "primary", by: "U9" },
      });
    await setMeeting(ports, { date: "2026-12-23", by: "U9" });
  });
  afterEach(() => database.close());

  async function save(shortTitle: string, tasks: ReturnType<typeof aDraftTask>[]): Promise<void> {
    const draft = aDraft(shortTitle, tasks);
    await ports.registerStore.saveDocument({ draft, sha256: shortTitle, fileName: "a.docx", by: "U9" });
  }

  async function idOf(name: string): Promise<number> {
    const { units } = await ports.registerStore.load();
    const unit = [...units.values()].find((one) => one.name === name);
    if (unit === undefined) throw new Error(`no unit ${name}`);
    return unit.id;
  }

  async function taskId(ref: string): Promise<number> {
    const { tasks } = await ports.registerStore.load();
    return tasks.find((task) => task.ref === ref)?.id ?? 0;
  }

  async function report(ref: string, author: string, status: Status, extensionTo: string | null = null) {
    updates += 1;
    return recordUpdate(ports, {
      ...{ author, taskId: await taskId(ref), permalink: null, sourceKey: `update:${updates}` },
      fields: { status, percent: null, quantities: [], needsCoordination: false, extensionTo, text: "说明" },
    });
  }

  /** What is kept, after a refresh, is what the whole register says. Returns how many tasks were computed for it. */
  async function expectFresh(): Promise<number> {
    const computed = await refreshLights(ports);
    const today = ports.clock.today();
    const register = await ports.registerStore.load(today);
    const rows = register.tasks.map((task) => lightRow({ task, register, today, calendar: weekdays }));
    const kept = await database.prisma.taskLight.findMany({ orderBy: { taskId: "asc" } });
    const byId = rows.toSorted((a, b) => a.taskId - b.taskId).map((row) => ({ ...row, day: today }));
    expect(kept.map(({ version: _, ...row }) => row)).toEqual(byId);

    const sums = new Map<string, Record<string, number>>();
    const add = (key: string, what: string) => {
      const sum = sums.get(key) ?? { red: 0, yellow: 0, green: 0, grey: 0, tasks: 0, owing: 0 };
      sums.set(key, { ...sum, [what]: (sum[what] ?? 0) + 1 });
    };
    for (const row of rows) {
      if (row.colour !== null) {
        add("all/0/", row.colour);
        add(`section/${row.documentId}/${row.section}`, row.colour);
        for (const id of row.leadUnitIds) add(`unit/${id}/`, row.colour);
      }
      for (const id of row.answeringUnitIds) add(`unit/${id}/`, "tasks");
      for (const id of row.owingUnitIds) add(`unit/${id}/`, "owing");
    }
    const counts = await database.prisma.lightCount.findMany();
    const nonZero = counts.filter(
      ({ red, yellow, green, grey, tasks, owing }) => red + yellow + green + grey + tasks + owing,
    );
    expect(new Map(nonZero.map(({ kind, ref, name, ...sum }) => [`${kind}/${ref}/${name}`, sum]))).toEqual(sums);
    return computed;
  }

  it("one look computes what has changed since, and nothing else", async () => {
    expect(await expectFresh()).toBe(3);
    expect(await expectFresh()).toBe(0);
    await report("1", "U1", "at_risk");
    expect(await expectFresh()).toBe(1);
    expect(await ports.homeStore.allLights()).toEqual({ red: 0, yellow: 1, green: 0, grey: 2 });
  });

  describe("after every kind of change", () => {
    it("reports, requests decided, a closure and its reopening", async () => {
      await expectFresh();
      const { requestIds } = await report("2", "U2", "blocked", "2027-03-01");
      await expectFresh();
      const [requestId = 0] = requestIds;
      await decideRequest(ports, { requestId, answer: { kind: "approve", date: null }, by: "U9" });
      expect(await expectFresh()).toBe(1);
      const done = await report("2", "U2", "done");
      await expectFresh();
      const answer = { kind: "approve", date: null } as const;
      await decideRequest(ports, { requestId: done.requestIds.at(-1) ?? 0, answer, by: "U9" });
      expect(await expectFresh()).toBe(1);
      await reopenTask(ports, { ref: "2", reason: "未完成", by: "U9" });
      expect(await expectFresh()).toBeGreaterThan(0);
    });

    it("a light set by the office, and taken back", async () => {
      await expectFresh();
      await setLight(ports, { ref: "2", colour: "red", reason: "另有安排", by: "U9" });
      expect(await expectFresh()).toBe(1);
      expect((await ports.homeStore.allLights()).red).toBe(1);
      const red = { rows: [await taskId("2")], more: false };
      expect(await ports.homeStore.redTasks(FIRST)).toEqual(red);
      expect(await ports.homeStore.redTasks({ from: 1, most: 5 })).toEqual({ rows: [], more: false });
      await setLight(ports, { ref: "2", colour: null, reason: "已恢复", by: "U9" });
      expect(await expectFresh()).toBe(1);
    });

    it("meetings moved, documents imported and amended", async () => {
      await expectFresh();
      await setMeeting(ports, { date: "2026-12-16", by: "U9" });
      expect(await expectFresh()).toBe(3);
      await save("实施意见", [aDraftTask("1", ["市人社局"]), aDraftTask("9", ["市民政局"])]);
      expect(await expectFresh()).toBe(2);
      const { documents } = await ports.registerStore.load();
      const draft = aDraft("责任分工", [aDraftTask("1", ["市民政局"], ["市财政局"]), aDraftTask("7", ["市教育局"])]);
      await ports.registerStore.amendDocument({
        ...{ draft, previousId: documents[0]?.id ?? 0, sha256: "amended", fileName: "b.docx", by: "U9" },
        matches: [{ taskId: await taskId("1"), ref: "1" }],
        withdrawn: [
          { taskId: await taskId("2"), mergedInto: null },
          { taskId: await taskId("3"), mergedInto: "7" },
        ],
      });
      await expectFresh();
    });

    it("members of a group, and units merged", async () => {
      await expectFresh();
      await save("行动计划", [aDraftTask("5", ["甲县人民政府"], ["乙县人民政府"])]);
      await expectFresh();
      const members = [await idOf("甲县人民政府"), await idOf("乙县人民政府")];
      await ports.unitStore.setMembers(await idOf("各县区人民政府"), members, "2026-11-23", "U9");
      expect(await expectFresh()).toBe(4);
      const merge = { fromId: await idOf("市人社局"), intoId: await idOf("市教育局"), mergedBy: "U9" };
      const { id } = await database.prisma.unitMerge.create({ data: merge });
      expect(await expectFresh()).toBe(4);
      await database.prisma.unitMerge.update({ where: { id }, data: { undoneAt: new Date() } });
      await expectFresh();
    });

    it("another day, later and earlier, and a new start of the program", async () => {
      await expectFresh();
      for (const day of ["2026-12-10", "2027-01-04", "2026-11-30"]) {
        ports.clock.date = day;
        expect(await expectFresh()).toBe(3);
      }
      await ports.homeStore.forgetLights();
      expect(await expectFresh()).toBe(3);
    });
  });

  it("what was computed from older facts is not stored", async () => {
    await refreshLights(ports);
    const id = await taskId("1");
    await report("1", "U1", "blocked");
    const [stale] = await ports.homeStore.staleLights(ports.clock.today(), 10);
    expect(stale?.taskId).toBe(id);
    const register = await ports.registerStore.load();
    const task = register.tasks.find((one) => one.id === id);
    if (task === undefined || stale === undefined) throw new Error("no task");
    const row = lightRow({ task, register, today: ports.clock.today(), calendar: weekdays });
    await report("1", "U1", "on_track");
    await ports.homeStore.saveLights([{ ...row, version: stale.version }], ports.clock.today());
    expect(await ports.homeStore.staleLights(ports.clock.today(), 10)).toHaveLength(1);
    await expectFresh();
  });

  it("lists the reddest, who owes most, who has no contact, and what was given up, page by page", async () => {
    await report("1", "U1", "blocked");
    await refreshLights(ports);
    const none = { red: 0, yellow: 0, green: 0, grey: 0 };
    expect(await ports.homeStore.lightsBy("section", FIRST)).toEqual({
      rows: [
        { ...none, name: "责任分工", section: "一、人才", red: 1, grey: 1 },
        { ...none, name: "责任分工", section: "", grey: 1 },
      ],
      more: false,
    });
    const units = await ports.homeStore.lightsBy("unit", { from: 0, most: 1 });
    expect(units).toEqual({ rows: [{ ...none, name: "市财政局", section: "", red: 1 }], more: true });
    ports.clock.date = "2026-12-10";
    await refreshLights(ports);
    const owing = await ports.homeStore.owingUnits(FIRST);
    expect(owing.rows).toContainEqual({ name: "市教育局", owing: 1, tasks: 1 });
    expect(await ports.homeStore.unitsWithoutContact(FIRST)).toEqual({
      rows: ["市人社局", "各县区人民政府"].sort((a) => (a === "市人社局" ? 1 : -1)),
      more: false,
    });
    expect((await ports.homeStore.unitsWithoutContact({ from: 1, most: 5 })).rows).toHaveLength(1);

    const digest = { slackUser: "U1", kind: "contact" as const, state: "failed" as const, lastError: "user_disabled" };
    await database.prisma.digest.createMany({
      data: ["2026-12-01", "2026-12-09"].map((date) => ({ ...digest, key: date, date })),
    });
    expect(await ports.homeStore.failedDigests("2026-12-07", FIRST)).toEqual({
      rows: [
        { slackUser: "U1", date: "2026-12-09", error: "user_disabled", person: "市财政局联络员", unit: "市财政局" },
      ],
      more: false,
    });
  });
}
