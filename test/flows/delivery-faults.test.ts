// The send protocol where it is thin: woken processes, poison, revoked tokens, days without Slack, a stop with sends in flight.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { describeOnDatabases } from "../support/database.ts";
import { FakeSlack } from "../support/fake-slack.ts";
import { openReminderOffice, type ReminderOffice } from "../support/office.ts";
import { SMALL_REGISTER_USERS, seedSmallRegister } from "../support/small-register.ts";

const MONDAY = "2026-11-23";

describeOnDatabases("delivery", (makeDatabase) => {
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

  const messagesTo = (channel: string) => slack.state.messages.filter((m) => m.channel === channel);
  const digests = () => database.prisma.digest.findMany({ orderBy: { id: "asc" } });
  /** Plans without a sender: its office has been stopped. */
  async function planned(date = MONDAY): Promise<number> {
    await office.stop();
    await office.tick(date);
    const [first] = await digests();
    return first?.id ?? 0;
  }

  it("a process that wakes with an old claim neither posts nor records", async () => {
    const id = await planned();
    const { reminderStore } = office.ports;
    const now = new Date();
    await reminderStore.claim(id, "asleep", now);
    const [claimed] = await reminderStore.staleClaims(new Date(now.getTime() + 1));
    expect(claimed?.claimId).toBe("asleep");
    expect(await reminderStore.interrupt(id, "asleep", now, "its process was silent")).toBe(1);
    await reminderStore.claim(id, "awake", new Date(now.getTime() + 1));

    const view = { digestId: id, kind: "contact", date: MONDAY, lines: [] } as const;
    const posted = await office.ports.messenger.postDigest("UE", view, "k", () =>
      reminderStore.beginPost(id, "asleep", now),
    );
    expect(posted).toMatchObject({ kind: "refused", error: "claim-lost" });
    expect(slack.callsOf("chat.postMessage")).toHaveLength(0);
    expect(await reminderStore.release(id, "asleep", now, "late")).toBe(false);
    expect(await reminderStore.beginPost(id, "awake", now)).toBe(true);
    expect(await reminderStore.beginPost(id, "awake", now), "begun once").toBe(false);
  });

  it("a claim whose post was not begun goes back at once; one that was begun waits for the settle time", async () => {
    await planned();
    const [a, b] = await digests();
    const { reminderStore } = office.ports;
    const long = new Date(Date.now() - 20_000);
    for (const digest of [a, b]) await reminderStore.claim(digest?.id ?? 0, `c${digest?.id}`, long);
    await reminderStore.beginPost(b?.id ?? 0, `c${b?.id}`, long);
    expect(await office.reconcileNow(60_000)).toMatchObject({ returned: 1, adopted: 0, released: 0 });
    expect((await digests()).map((d) => [d.state, d.interrupted])).toEqual([
      ["pending", 1],
      ["sending", 0],
    ]);
  });

  it("a digest that ends its worker three times goes to the secretary; the others go out", async () => {
    const id = await planned();
    const { reminderStore } = office.ports;
    for (let time = 0; time < 3; time += 1) {
      const now = new Date(Date.now() - 60_000 + time);
      expect(await reminderStore.claim(id, `c${time}`, now)).toBe(true);
      await reminderStore.interrupt(id, `c${time}`, now, "its process died");
    }
    office = await openReminderOffice(database, slack.apiUrl, ["US"]);
    await office.reconcileNow(60_000);
    await office.deliverAll();
    expect((await digests()).map((d) => d.state)).toEqual(["failed", "sent", "sent"]);
    expect(messagesTo("DS")).toHaveLength(1);
    expect(JSON.stringify(messagesTo("DS"))).toContain("提醒多次发送中断");
  });

  it("a recorded outcome ends the count of interruptions", async () => {
    const id = await planned();
    const { reminderStore } = office.ports;
    const now = new Date(Date.now() - 60_000);
    for (const outcome of ["release", "noteUnknown"] as const) {
      await reminderStore.claim(id, "c1", now);
      expect(await reminderStore.interrupt(id, "c1", now, "died")).toBe(1);
      await reminderStore.claim(id, "c2", now);
      if (outcome === "release") await reminderStore.release(id, "c2", now, "ratelimited");
      else await reminderStore.noteUnknown(id, "c2", "http-500");
      expect((await digests())[0]).toMatchObject({ interrupted: 0 });
    }
  });

  it("a revoked token fails nothing: every digest waits for it", async () => {
    const revoked = { kind: "error", error: "token_revoked" } as const;
    slack.fail("conversations.open", revoked, revoked);
    await office.tick(MONDAY);
    await expect
      .poll(async () => (await digests()).map((d) => [d.state, d.lastError]), { timeout: 20_000 })
      .toEqual([
        ["pending", "token_revoked"],
        ["pending", "token_revoked"],
      ]);
    await database.prisma.digest.updateMany({ data: { notBefore: null } });
    await office.reconcileNow(60_000);
    await expect.poll(() => slack.state.messages.length, { timeout: 20_000 }).toBe(2);
    expect((await digests()).map((d) => d.state)).toEqual(["sent", "sent"]);
  });

  it("after three days without Slack everybody gets one message, and each step still asked is in it", async () => {
    await office.stop();
    const away = await openReminderOffice(database, "http://127.0.0.1:9/", ["US"]);
    for (const date of [MONDAY, "2026-11-24", "2026-11-25"]) {
      await away.tick(date);
      await expect
        .poll(async () => (await digests()).filter((d) => d.state === "pending" && d.lastError === null).length, {
          timeout: 20_000,
        })
        .toBe(0);
    }
    await away.stop(); // and the bot is started anew

    office = await openReminderOffice(database, slack.apiUrl, ["US"]);
    await database.prisma.digest.updateMany({ where: { state: "pending" }, data: { notBefore: null } });
    await office.tick("2026-11-26");
    await office.reconcileNow(60_000);
    await office.deliverAll();
    expect(messagesTo("DE")).toHaveLength(1);
    expect(messagesTo("DF")).toHaveLength(1);
    const stored = await database.prisma.digest.findMany({ include: { reminders: true } });
    const sent = stored.filter((d) => d.state === "sent");
    expect(sent.map((d) => d.date)).toEqual(["2026-11-26", "2026-11-26"]);
    expect(stored.filter((d) => d.state === "pending")).toEqual([]);
    // The steps of Monday were never said: they are said now.
    const steps = sent.flatMap((d) => d.reminders.map((r) => r.key)).sort();
    expect(steps.length).toBeGreaterThan(1);
    expect(new Set(steps).size).toBe(steps.length);
    const plannedKeys = await office.ports.reminderStore.plannedKeys(
      (await database.prisma.occurrence.findMany()).map((o) => o.id),
    );
    expect([...plannedKeys].sort()).toEqual(steps);
  });

  it("an earlier day's digest does not go out beside today's", async () => {
    await planned(MONDAY);
    office = await openReminderOffice(database, slack.apiUrl, ["US"]);
    await office.tick("2026-11-24");
    await database.prisma.digest.updateMany({ where: { date: MONDAY }, data: { state: "pending" } });
    await office.reconcileNow(60_000);
    await expect.poll(() => slack.state.messages.length, { timeout: 20_000 }).toBe(2);
    await office.stop();
    expect([messagesTo("DE").length, messagesTo("DF").length]).toEqual([1, 1]);
  });

  it("after a stop with 20 sends in flight each arrives once", async () => {
    const people = Array.from({ length: 20 }, (_, n) => `U${n}`);
    slack.state.users = people.map((id) => ({ id, name: id.toLowerCase(), realName: id }));
    // Half of what is cut off has landed.
    slack.fail("chat.postMessage", ...people.map((_, n) => ({ kind: "hang", lands: n % 2 === 0 }) as const));
    const { occurrences, tasks } = await office.ports.registerStore.load();
    const task = tasks[0];
    const occurrence = occurrences.find((one) => one.taskId === task?.id);
    const unitId = task?.assignments[0]?.unitId;
    if (!task || !occurrence || unitId === undefined) throw new Error("nothing to remind of");
    const base = { occurrenceId: occurrence.id, taskId: task.id, unitId, contactId: null, role: "lead" } as const;
    const why = { code: "no-contact", params: { unit: "市教育局" } } as const;
    await office.ports.reminderStore.savePlan(
      people.map((slackUser) => ({
        key: slackUser,
        slackUser,
        kind: "secretary",
        date: MONDAY,
        reminders: [{ ...base, key: slackUser, step: -5, dueDate: occurrence.dueDate, reason: why }],
      })),
    );
    await expect.poll(() => slack.callsOf("chat.postMessage").length, { timeout: 30_000 }).toBe(20);
    await office.stop(); // gives up after ten seconds

    office = await openReminderOffice(database, slack.apiUrl, []);
    expect(await office.reconcileNow()).toMatchObject({ adopted: 10, released: 10 });
    await office.deliverAll();
    expect(people.map((id) => messagesTo(slack.state.dmOf(id)).length)).toEqual(people.map(() => 1));
    expect(new Set((await digests()).map((d) => d.state))).toEqual(new Set(["sent"]));
  });

  it("one person's history that cannot be read keeps nobody else waiting", async () => {
    slack.fail("chat.postMessage", { kind: "http-500", lands: true }, { kind: "http-500", lands: true });
    await office.tick(MONDAY);
    await expect
      .poll(async () => (await digests()).map((d) => d.lastError), { timeout: 20_000 })
      .toEqual(["http-500", "http-500"]);
    slack.fail("conversations.history", { kind: "http-500", lands: false });
    expect(await office.reconcileNow()).toMatchObject({ adopted: 1, unsettled: 1 });
    expect(await office.reconcileNow()).toMatchObject({ adopted: 1, unsettled: 0 });
    expect(slack.state.messages).toHaveLength(2);
  });
});
