// What people say to a reminder short of a report: one effect per click, quiet as long as promised, asked again afterwards.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { setMeeting } from "../../src/app/meetings/set-meeting.ts";
import type { Clock } from "../../src/app/ports.ts";
import { followUnits } from "../../src/app/reminders/follow-changes.ts";
import { planFurther } from "../../src/app/reminders/plan-further.ts";
import { redrawDigests } from "../../src/app/reminders/redraw-digests.ts";
import { decideNotMine } from "../../src/app/reminders/responses/decide-not-mine.ts";
import { respond } from "../../src/app/reminders/responses/respond.ts";
import type { Said } from "../../src/app/reminders/responses/response-use-cases.ts";
import { recordUpdate } from "../../src/app/status/record-update.ts";
import { storesOn } from "../../src/composition/stores.ts";
import { describeOnDatabases } from "../support/database.ts";
import { FakeSlack } from "../support/fake-slack.ts";
import { openReminderOffice, type ReminderOffice } from "../support/office.ts";
import { SMALL_REGISTER_USERS, seedSmallRegister } from "../support/small-register.ts";

// Contact UE leads tasks 1 and 2 (report due 9 December), UF supports task 1 (2 December). Steps of the lead: -20, -10, -5, -3, -1, 0.
describeOnDatabases("responses to reminders", (makeDatabase) => {
  let database: Database;
  let slack: FakeSlack;
  let office: ReminderOffice;
  let time: string;
  let clicks: number;

  beforeEach(async () => {
    database = await makeDatabase();
    slack = await FakeSlack.start();
    slack.state.users = [...SMALL_REGISTER_USERS, { id: "UN", name: "new", realName: "新联络员" }];
    await seedSmallRegister(database);
    office = await openReminderOffice(database, slack.apiUrl, ["US"]);
    time = "10:00";
    clicks = 0;
  });

  afterEach(async () => {
    await office.stop();
    await slack.stop();
    await database.close();
  });

  const ports = () => {
    const clock: Clock = { now: () => new Date(), today: () => office.ports.clock.today(), timeOfDay: () => time };
    const { tickStore, postedStore, escalationStore } = storesOn(database, async () => 0);
    return { ...office.ports, clock, tickStore, postedStore, escalationStore };
  };
  /** A day as the clock brings it: the plan, its tick's row, the deliveries, the minute after. */
  async function day(date: string): Promise<void> {
    await office.tick(date);
    await database.prisma.tick.create({
      data: { id: `t${date}${clicks++}`, date, startedAt: new Date(), finishedAt: new Date() },
    });
    await minute();
  }
  async function minute(): Promise<void> {
    await planFurther(ports());
    await office.deliverAll();
  }
  const got = (channel: string) =>
    slack.state.messages.filter((m) => m.channel === channel).map((m) => JSON.stringify(m.blocks));
  const lineOf = async (ref: string, unit: string) => {
    const register = await office.ports.registerStore.load();
    const task = register.tasks.find((t) => t.ref === ref);
    const occurrence = register.occurrences.find((o) => o.taskId === task?.id && o.kind === "report");
    const unitId = [...register.units.values()].find((u) => u.name === unit)?.id ?? 0;
    return { occurrenceId: occurrence?.id ?? 0, unitId };
  };
  const say = async (said: Said, ref = "1", unit = "市教育局", by = "UE", sourceKey = `click:${clicks++}`) =>
    respond(ports(), { said, to: await lineOf(ref, unit), by, sourceKey });

  it("given 在办 said to both tasks, the steps before the due date are spared for five days; then silence resumes", async () => {
    await day("2026-11-25"); // -10
    expect(got("DE")).toHaveLength(1);
    await say({ kind: "seen" });
    await say({ kind: "seen" }, "2");
    await day("2026-12-01");
    expect(got("DE")).toHaveLength(1);
    await day("2026-12-02"); // -5
    expect(got("DE")).toHaveLength(2);
    await say({ kind: "seen" });
    await day("2026-12-04"); // -3: task 2 alone
    expect(got("DE")[2]).toContain("2 ");
    expect(got("DE")[2]).not.toContain("已表示在办");
    await day("2026-12-09");
    expect(got("DE")).toHaveLength(4);
  });

  it("the same click twice and from ten sides has one effect", async () => {
    await day("2026-11-25");
    await Promise.all(Array.from({ length: 10 }, () => say({ kind: "seen" }, "1", "市教育局", "UE", "click:x")));
    expect(await database.prisma.reminderResponse.count()).toBe(1);
  });

  it("nobody speaks for another unit", async () => {
    await day("2026-11-25");
    await expect(say({ kind: "seen" }, "2", "市教育局", "UF")).rejects.toThrow("not-your-task");
  });

  it("this afternoon: one further message with both tasks, at its time, once, also after a crash", async () => {
    await day("2026-11-25");
    await say({ kind: "later", when: "afternoon" });
    await say({ kind: "later", when: "afternoon" }, "2");
    time = "14:59";
    await minute();
    expect(got("DE")).toHaveLength(1);
    time = "15:00";
    await Promise.all([planFurther(ports()), planFurther(ports())]);
    await office.stop(); // planned, and the process ends
    office = await openReminderOffice(database, slack.apiUrl, ["US"]);
    office.ports.clock.today = () => "2026-11-25";
    await office.reconcileNow();
    await office.deliverAll();
    await minute();
    expect(got("DE")).toHaveLength(2);
    expect(got("DE")[1]).toContain("按您的要求再次提醒");
  });

  it("tomorrow: in tomorrow's digest, once; after an outage in the first digest, and not past its use", async () => {
    await day("2026-11-25");
    await say({ kind: "later", when: "tomorrow" });
    await day("2026-11-26");
    await day("2026-11-26");
    expect(got("DE")).toHaveLength(2);
    await say({ kind: "later", when: "tomorrow" }); // for the 27th
    await day("2026-12-01"); // two working days late
    expect(got("DE")).toHaveLength(3);
    await say({ kind: "later", when: "tomorrow" }, "2"); // for the 2nd, where a step says it anyway
    await day("2026-12-02");
    await day("2026-12-02");
    expect(got("DE")).toHaveLength(4);
  });

  it("不属本单位职责: the unit is left alone, the office gets one card; declined, the unit hears of it and is asked again", async () => {
    await day("2026-11-25");
    await expect(say({ kind: "not_mine", reason: " " })).rejects.toThrow("missing-argument");
    await say({ kind: "not_mine", reason: "应由市人力资源社会保障局办理" });
    await expect(say({ kind: "not_mine", reason: "再说一次" })).rejects.toThrow("already-claimed");
    await say({ kind: "not_mine", reason: "同上" }, "2");
    await minute();
    expect(got("DS")).toHaveLength(2);
    expect(got("DS").join()).toContain("应由市人力资源社会保障局办理");
    await day("2026-12-02");
    expect(got("DE")).toHaveLength(1);

    const [claim] = await database.prisma.reminderResponse.findMany();
    const decide = (accept: boolean, by = "US") =>
      decideNotMine(ports(), { responseId: claim?.id ?? 0, accept, by, sourceKey: `click:${clicks++}` });
    await expect(decide(false, "UE")).rejects.toThrow("not-secretary");
    const { digestIds } = await decide(false);
    await redrawDigests(ports(), digestIds);
    expect(got("DS").join()).toContain("继续由市教育局办理");
    await office.deliverAll();
    expect(got("DE")[1]).toContain("联席办已核定");
    await day("2026-12-04");
    expect(got("DE")).toHaveLength(3);
  });

  it("two contacts of one unit at the same second: both reports are kept, the newest counts, the second hears of the first", async () => {
    await day("2026-12-02");
    const { unitId } = await lineOf("1", "市教育局");
    await office.unitStore.saveContact({ unitId, slackUser: "UD", name: "张三", role: "deputy", by: "US" });
    const { tasks } = await office.ports.registerStore.load();
    const taskId = tasks.find((task) => task.ref === "1")?.id ?? 0;
    const { statusStore, requestStore, evidenceStore, closureStore } = storesOn(database, async () => 0);
    const report = (author: string, percent: number) =>
      recordUpdate(
        { ...ports(), statusStore, requestStore, evidenceStore, closureStore },
        {
          author,
          taskId,
          fields: { status: "on_track", percent, needsCoordination: false, extensionTo: null, text: `完成${percent}%` },
          permalink: null,
          sourceKey: `click:${clicks++}`,
        },
      );
    const both = await Promise.all([report("UE", 60), report("UD", 65)]);
    const [first, second] = both.sort((a, b) => a.update.id - b.update.id);
    expect(first?.colleague).toBeUndefined();
    const name = first?.update.author === "UD" ? "张三" : "市教育局联络员";
    expect(second?.colleague).toEqual({ name, status: "on_track", percent: first?.update.percent });
    const { latestUpdates } = await office.ports.registerStore.load();
    expect(latestUpdates).toMatchObject([{ id: second?.update.id }]);
    expect(await database.prisma.statusUpdate.count()).toBe(2);
    await redrawDigests(ports(), second?.digestIds ?? []);
    const shown = got("DE").join();
    if (second?.update.author === "UD") expect(shown).toContain("市教育局张三已于12月2日报送");
    else expect(shown).toContain("已收到");
  });

  it("accepting and declining at the same second: both are kept, the newest counts, the second hears of the first", async () => {
    await day("2026-12-02");
    const { unitId } = await lineOf("1", "市教育局");
    await office.unitStore.saveContact({ unitId, slackUser: "UD", name: "张三", role: "deputy", by: "US" });
    const both = await Promise.all([
      say({ kind: "accepted" }),
      say({ kind: "not_mine", reason: "应由市科技局办理" }, "1", "市教育局", "UD"),
    ]);
    const stored = await database.prisma.reminderResponse.findMany({ orderBy: { id: "asc" } });
    expect(stored).toHaveLength(2);
    const newest = both.find((one) => one.kind === stored[1]?.kind);
    expect(newest?.colleague?.kind).toBe(stored[0]?.kind);
    expect(both.find((one) => one !== newest)?.colleague).toBeNull();
  });

  it("签收 from ten sides of one unit is one fact; the others are told who", async () => {
    await day("2026-12-02");
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => say({ kind: "accepted" })));
    expect(all.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await database.prisma.reminderResponse.count()).toBe(1);
    await expect(say({ kind: "accepted" })).rejects.toThrow("already-accepted");
  });

  it("a contact who takes over is told what is open; the former one sees it no more", async () => {
    await day("2026-11-25");
    const { unitId } = await lineOf("1", "市教育局");
    await office.unitStore.saveContact({ unitId, slackUser: "UN", name: "新联络员", role: "primary", by: "US" });
    const followed = await followUnits(ports(), ["市教育局"]);
    await redrawDigests(ports(), followed.digestIds);
    expect(got("DE")[0]).toContain("改由他人办理");
    await day("2026-11-26");
    expect(got("DE")).toHaveLength(1);
    expect(got("DN")).toHaveLength(1);
    await day("2026-11-26");
    expect(got("DN")).toHaveLength(1);
  });

  it("a digest that waits while the contact hands over does not reach the former one", async () => {
    slack.state.messages.length = 0;
    await office.stop();
    const planner = await openReminderOffice(database, "http://127.0.0.1:9/", ["US"]);
    await planner.stop();
    await planner.tick("2026-11-25");
    const { unitId } = await lineOf("1", "市教育局");
    await office.unitStore.saveContact({ unitId, slackUser: "UN", name: "新联络员", role: "primary", by: "US" });
    office = await openReminderOffice(database, slack.apiUrl, ["US"]);
    office.ports.clock.today = () => "2026-11-25";
    await database.prisma.digest.updateMany({ where: { state: "pending" }, data: { notBefore: null } });
    await office.reconcileNow();
    await office.deliverAll();
    expect(got("DE")).toHaveLength(0);
    await day("2026-11-26");
    expect(got("DN")).toHaveLength(1);
  });

  it("a meeting moved so that the report is due within two days is told on the day; posted digests show the new date", async () => {
    await day("2026-12-02");
    const before = got("DE").length;
    await setMeeting({ ...ports(), meetingStore: office.meetingStore }, { date: "2026-12-18", by: "US" });
    await minute();
    await minute();
    expect(got("DE")).toHaveLength(before + 1);
    expect(got("DE").at(-1)).toContain("时限有变");
  });
});
