// The promise of the reminders: nothing twice, nothing lost. Real stores, queue and messenger; a fake Slack that can fail.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { describeOnDatabases } from "../support/database.ts";
import { FakeSlack } from "../support/fake-slack.ts";
import { openReminderOffice, type ReminderOffice } from "../support/office.ts";
import { SMALL_REGISTER_USERS, seedSmallRegister } from "../support/small-register.ts";

describeOnDatabases("reminders", (makeDatabase) => {
  let database: Database;
  let slack: FakeSlack;
  let office: ReminderOffice;

  beforeEach(async () => {
    database = await makeDatabase();
    slack = await FakeSlack.start();
    slack.state.users = SMALL_REGISTER_USERS;
    await seedSmallRegister(database);
    office = await openReminderOffice(database, slack.apiUrl, ["US"]);
  });

  afterEach(async () => {
    await office.stop();
    await slack.stop();
    await database.close();
  });

  /** Messages each person got. */
  const received = () => ({
    UE: slack.state.messages.filter((m) => m.channel === "DE").length,
    UF: slack.state.messages.filter((m) => m.channel === "DF").length,
  });
  const states = async () => (await database.prisma.digest.findMany({ orderBy: { id: "asc" } })).map((d) => d.state);

  it("a tick sends one digest to each contact", async () => {
    await office.tick("2026-11-23");
    await office.deliverAll();
    expect(received()).toEqual({ UE: 1, UF: 1 });
    expect(await states()).toEqual(["sent", "sent"]);
  });

  it("the same tick twice, one after the other and at once, sends nothing more", async () => {
    await Promise.all([office.tick("2026-11-23"), office.tick("2026-11-23")]);
    await office.tick("2026-11-23");
    await office.deliverAll();
    expect(received()).toEqual({ UE: 1, UF: 1 });
  });

  it("a tick that comes days late says the newest step once", async () => {
    await office.tick("2026-12-01"); // steps -10 and -5 of the supporting unit were missed
    await office.deliverAll();
    expect(received()).toEqual({ UE: 1, UF: 1 });
    const steps = await database.prisma.reminder.findMany({ where: { role: "supporting" }, select: { step: true } });
    expect(steps).toEqual([{ step: -3 }]);
  });

  it("a restart between planning and delivering loses nothing", async () => {
    await office.stop();
    const planner = await openReminderOffice(database, "http://127.0.0.1:9/", ["US"]); // Slack is out of reach
    await planner.tick("2026-11-23");
    await planner.stop();
    office = await openReminderOffice(database, slack.apiUrl, ["US"]);
    await database.prisma.digest.updateMany({ where: { state: "pending" }, data: { notBefore: null } });
    await office.reconcileNow();
    await office.deliverAll();
    expect(received()).toEqual({ UE: 1, UF: 1 });
  });

  it("a post that landed although Slack answered 500 is adopted by its key, not repeated", async () => {
    slack.fail("chat.postMessage", { kind: "http-500", lands: true });
    await office.tick("2026-11-23");
    await office.deliverAll();
    expect((await states()).sort()).toEqual(["sending", "sent"]);
    expect(await office.reconcileNow()).toMatchObject({ adopted: 1, released: 0 });
    await office.deliverAll();
    expect(received()).toEqual({ UE: 1, UF: 1 });
    expect(await states()).toEqual(["sent", "sent"]);
  });

  it("a post that did not land is sent after the reconciler has looked", async () => {
    slack.fail("chat.postMessage", { kind: "reset", lands: false });
    await office.tick("2026-11-23");
    await office.deliverAll();
    expect(await office.reconcileNow()).toMatchObject({ adopted: 0, released: 1 });
    await office.deliverAll();
    expect(received()).toEqual({ UE: 1, UF: 1 });
  });

  it("a definite no is tried again after the time Slack names", async () => {
    slack.fail("chat.postMessage", { kind: "rate-limited", retryAfter: 1 });
    await office.tick("2026-11-23");
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await office.reconcileNow();
    await office.deliverAll();
    expect(received()).toEqual({ UE: 1, UF: 1 });
  });

  it("a contact who has left Slack is handed to the secretary, once", async () => {
    slack.state.users = SMALL_REGISTER_USERS.map((u) => (u.id === "UF" ? { ...u, deleted: true } : u));
    await office.tick("2026-11-23");
    await office.deliverAll();
    await office.deliverAll();
    expect(slack.state.messages.filter((m) => m.channel === "DS")).toHaveLength(1);
    expect(received()).toEqual({ UE: 1, UF: 0 });
    await office.reconcileNow();
    await office.deliverAll();
    expect(slack.state.messages.filter((m) => m.channel === "DS")).toHaveLength(1);
  });

  describe("over three weeks of daily ticks", () => {
    it("nobody gets two digests on one day, and each step is said once", async () => {
      for (const date of workdaysOf("2026-11-23", 14)) {
        await office.tick(date);
        await office.tick(date);
      }
      const digests = await database.prisma.digest.findMany({ select: { slackUser: true, date: true } });
      const perDay = digests.map((d) => `${d.slackUser} ${d.date}`);
      expect(new Set(perDay).size).toBe(perDay.length);
      const steps = await database.prisma.reminder.findMany({
        where: { role: "lead", occurrence: { task: { ref: "1" } } },
        orderBy: { id: "asc" },
        select: { step: true },
      });
      expect(steps.map((s) => s.step)).toEqual([-20, -10, -5, -3, -1, 0, 1]);
    });
  });
});

function workdaysOf(first: string, count: number): string[] {
  const days: string[] = [];
  for (let time = Date.parse(first); days.length < count; time += 86_400_000) {
    const day = new Date(time);
    if (day.getUTCDay() % 6 !== 0) days.push(day.toISOString().slice(0, 10));
  }
  return days;
}
