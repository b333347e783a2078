// What is loaded around a few tasks says of them what the whole register says, whatever has happened to units and people.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createRegisterStore } from "../../src/adapters/db/register-store.ts";
import { createStatusStore } from "../../src/adapters/db/status-store.ts";
import { createUnitStore } from "../../src/adapters/db/unit-store.ts";
import type { RegisterStore } from "../../src/app/ports.ts";
import type { UnitStore } from "../../src/app/register/units/unit-store.ts";
import { taskCard, taskName } from "../../src/domain/answers/task-card.ts";
import { unitsSpokenFor } from "../../src/domain/permission.ts";
import type { Register } from "../../src/domain/register/register.ts";
import type { Task } from "../../src/domain/register/task.ts";
import { tasksByRef } from "../../src/domain/register/task-ref.ts";
import { nameAtTheTime } from "../../src/domain/register/unit.ts";
import { rollUpsOf } from "../../src/domain/status/roll-up.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraft, aDraftTask, mention } from "../support/drafts.ts";
import { weekdays } from "../support/facts.ts";

const DAY = "2026-11-23";
const PEOPLE = ["U1", "U2", "U3", "U4", "U5", "U9"];

export function describeNarrowLoad(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: RegisterStore;
  let units: UnitStore;
  let register: Register;
  beforeEach(async () => {
    database = await makeDatabase();
    store = createRegisterStore(database, () => DAY);
    units = createUnitStore(database.prisma);
    const counties = mention("各县区人民政府", { kind: "group" });
    const plan = [
      aDraftTask("1", ["市财政局"], [], { supporting: [counties, mention("市教育局")] }),
      aDraftTask("2", ["市教育局"], ["甲县人民政府"]),
      aDraftTask("3", ["乙县人民政府"], ["市人社局"]),
    ];
    const opinion = [aDraftTask("1", ["市人社局"]), aDraftTask("4", ["财政局"])];
    for (const draft of [aDraft("责任分工", plan), aDraft("实施意见", opinion)])
      await store.saveDocument({ draft, sha256: draft.shortTitle, fileName: "a.docx", by: "U9" });
    await database.prisma.unit.create({ data: { name: "市科技局", key: "市科技局", kind: "single" } });
    await reload();
    await units.setMembers(idOf("各县区人民政府"), [idOf("甲县人民政府"), idOf("乙县人民政府")], "2026-01-01", "U9");
    for (const [name, slackUser] of [
      ["市财政局", "U1"],
      ["市教育局", "U2"],
      ["甲县人民政府", "U3"],
      ["市人社局", "U4"],
    ] as const)
      await units.saveContact({ unitId: idOf(name), slackUser, name: slackUser, role: "primary", by: "U9" });
    const occurrence = { kind: "report", period: "meeting:1", opensOn: "2026-11-02", dueDate: "2026-12-09" } as const;
    await store.saveOccurrences(
      register.tasks.map((task) => ({
        ...{ ...occurrence, taskId: task.id },
        ...{ supportingDueDate: "2026-12-02", originalDueDate: "2026-12-09" },
      })),
    );
    await reload();
  });
  afterEach(() => database.close());

  async function reload(): Promise<void> {
    register = await store.load();
  }

  function idOf(name: string): number {
    const unit = [...register.units.values()].find((one) => one.name === name || one.aliases.includes(name));
    if (unit === undefined) throw new Error(`no unit ${name}`);
    return unit.id;
  }

  async function report(task: Task, unitId: number): Promise<void> {
    await createStatusStore(database.prisma).append({
      ...{ taskId: task.id, unitId, author: "U1", status: "on_track", percent: 60, quantities: [], text: "推进中" },
      ...{ needsCoordination: false, permalink: null, reportedOn: "2026-11-20", proposalId: null },
      ...{
        sourceKey: `${task.id}/${unitId}`,
        requests: [{ kind: "extension", reason: "雨季", proposedDate: "2027-01-15" }],
      },
    });
  }

  /** What the rules make of a task: by the whole register and by what is loaded around the task alone. */
  async function expectTheSame(): Promise<void> {
    await reload();
    for (const task of register.tasks) {
      const around = await store.loadAround([task.id]);
      expect(around.tasks).toEqual([task]);
      expect(around.meetings).toEqual(register.meetings);
      expect(seen(task, around)).toEqual(seen(task, register));
    }
    const all = register.tasks.map((task) => task.id);
    expect({ ...(await store.loadAround(all)), sharingNumbers: undefined }).toEqual({
      ...register,
      sharingNumbers: undefined,
      units: new Map([...register.units].filter(([id]) => id !== idOf("市科技局"))),
    });
    for (const person of PEOPLE) {
      const theirs = register.tasks.filter((task) => unitsSpokenFor(person, task, register).length > 0);
      expect(await store.taskIdsOf(person)).toEqual(expect.arrayContaining(theirs.map((task) => task.id)));
    }
  }

  function seen(task: Task, from: Register): unknown {
    const rows = from.requests.filter((request) => request.taskId === task.id);
    return {
      name: taskName(task, from),
      card: taskCard(task, from, weekdays, DAY),
      rollUps: rollUpsOf(task, from),
      requests: rows.map((request) => ({ ...request, unit: nameAtTheTime(request.unitId, from.units) })),
      speakers: PEOPLE.map((person) => unitsSpokenFor(person, task, from).map((unit) => unit.name)),
    };
  }

  it("as imported, with reports and requests, merges, members that change, and people away", async () => {
    await expectTheSame();

    for (const task of register.tasks) await report(task, idOf("市人社局"));
    await report(register.tasks[0] as Task, idOf("甲县人民政府"));
    await expectTheSame();

    await units.setMembers(idOf("各县区人民政府"), [idOf("乙县人民政府")], DAY, "U9");
    await expectTheSame();

    await database.prisma.unitMerge.create({
      data: { fromId: idOf("市人社局"), intoId: idOf("市教育局"), mergedBy: "U9" },
    });
    await expectTheSame();
  });

  it("who is away from one unit is away from all, and a substitute's substitute answers", async () => {
    const contactOf = (slackUser: string, unit: string) =>
      database.prisma.contact.findFirstOrThrow({ where: { slackUser, unitId: idOf(unit) } });
    const save = async (slackUser: string, unit: string) => {
      await units.saveContact({ unitId: idOf(unit), slackUser, name: slackUser, role: "deputy", by: "U9" });
    };
    await save("U2", "乙县人民政府");
    await save("U5", "市人社局");
    const away = { absentFrom: "2026-11-20", absentTo: "2026-11-27" };
    const setAway = async (slackUser: string, unit: string, substitute: { slackUser: string; unit: string }) => {
      const { id } = await contactOf(slackUser, unit);
      const { id: substituteId } = await contactOf(substitute.slackUser, substitute.unit);
      await database.prisma.contact.update({ where: { id }, data: { ...away, substituteId } });
    };
    // U2 speaks for two units and arranged it in one; the substitute is away too.
    await setAway("U2", "乙县人民政府", { slackUser: "U5", unit: "市人社局" });
    await setAway("U5", "市人社局", { slackUser: "U1", unit: "市财政局" });
    await expectTheSame();
    const second = register.tasks.find((task) => task.ref === "2") as Task;
    expect(unitsSpokenFor("U1", second, register).map((unit) => unit.name)).toEqual(["市教育局"]);
  });

  it("a number leads to the tasks that the whole register would find", async () => {
    await reload();
    for (const ref of [
      { ref: "1", document: null },
      { ref: "1", document: "责任分工" },
      { ref: "4", document: "责任分工" },
      { ref: "1", document: "实施" },
      { ref: "9", document: null },
    ]) {
      const around = await store.loadAround(await store.taskIdsByRef([ref]));
      const ids = (found: Register) => tasksByRef(ref, found).map((task) => task.id);
      expect(ids(around)).toEqual(ids(register));
    }
    expect(await store.taskIdsByRef([])).toEqual([]);
    expect(await store.taskIdsByRef([{ ref: "1' OR '1'='1", document: null }])).toEqual([]);
    await expect(store.loadAround([1.5])).rejects.toThrow("whole number");
  });
}
