// What every meeting store does: a meeting that moves stays the same meeting; its draft agenda is replaced as a whole.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createMeetingStore } from "../../src/adapters/db/meeting-store.ts";
import { createRegisterStore } from "../../src/adapters/db/register-store.ts";
import type { MeetingStore } from "../../src/app/ports.ts";
import type { Agenda, AgendaItem } from "../../src/domain/meetings/agenda-types.ts";
import type { MakeDatabase } from "../support/database.ts";
import { aDraft, aDraftTask } from "../support/drafts.ts";

export function describeMeetingStore(makeDatabase: MakeDatabase): void {
  let database: Database;
  let store: MeetingStore;
  beforeEach(async () => {
    database = await makeDatabase();
    store = createMeetingStore(database.prisma);
  });
  afterEach(() => database.close());

  const save = (date: string, replacesId: number | null = null) =>
    store.save({ date, cutOff: "2026-12-02", supportingCutOff: "2026-11-25", replacesId, by: "U9" });

  function anItem(taskId: number | null): AgendaItem {
    return {
      topic: "关于补助兑现的汇报",
      taskId,
      taskLabel: null,
      reportingUnit: "市财政局",
      presenter: null,
      attending: ["市教育局"],
      reasons: [{ code: "task-overdue", params: { days: 3 } }],
      opinions: [],
      minutes: 5,
      timesSubmitted: 1,
    };
  }

  function anAgenda(meetingId: number, taskIds: readonly (number | null)[]): Agenda {
    return {
      meetingId,
      meetingDate: "2026-12-09",
      cutOff: "2026-12-02",
      compiledOn: "2026-12-03",
      sections: [{ key: "lead-reports", items: taskIds.map(anItem), emptyReason: null }],
      ledger: [],
      totalMinutes: 5,
    };
  }

  it("adds a meeting, moves it, and takes the same date twice for one meeting", async () => {
    const meeting = await save("2026-12-09");
    expect(await save("2026-12-09")).toEqual(meeting);
    expect(await save("2026-12-16", meeting.id)).toEqual({ ...meeting, date: "2026-12-16" });
    const next = await save("2027-06-09");
    const register = await createRegisterStore(database).load();
    expect(register.meetings.map(({ id, date }) => ({ id, date }))).toEqual([
      { id: meeting.id, date: "2026-12-16" },
      { id: next.id, date: "2027-06-09" },
    ]);
  });

  it("an approval holds for the agenda it was given to, once; a draft of other topics is not approved", async () => {
    const { id: meetingId } = await save("2026-12-09");
    const agenda = anAgenda(meetingId, [null]);
    const approve = (by: string) => store.approveAgenda({ agenda, fingerprint: "a", by, on: "2026-12-03" });
    expect(await store.approvalOf({ meetingId, fingerprint: "a" })).toBeNull();
    const both = await Promise.all([approve("UCHAIR"), approve("UOTHER")]);
    const [approval, ...others] = both.filter((one) => one !== null);
    expect(others).toEqual([]);
    expect(approval?.on).toBe("2026-12-03");
    expect(await store.approvalOf({ meetingId, fingerprint: "a" })).toEqual(approval);
    expect(await store.approvalOf({ meetingId, fingerprint: "b" })).toBeNull();
    expect(await database.prisma.agendaItem.count({ where: { meetingId } })).toBe(1);
    const events = await database.prisma.auditEvent.findMany({ where: { action: "agenda.approve" } });
    expect(events.map(({ actor, subject }) => ({ actor, subject }))).toEqual([
      { actor: approval?.by, subject: `meeting:${meetingId}` },
    ]);
  });

  it("replaces the draft agenda, and counts on how many other agendas a task stood", async () => {
    const draft = aDraft("责任分工", [aDraftTask("1", ["市财政局"]), aDraftTask("2", ["市财政局"])]);
    const registerStore = createRegisterStore(database);
    await registerStore.saveDocument({ draft, sha256: "a", fileName: "a.docx", by: "U9" });
    const [one, two] = (await registerStore.load()).tasks.map((task) => task.id);
    if (one === undefined || two === undefined) throw new Error("no tasks");
    const [first, second, third] = [await save("2025-12-09"), await save("2026-06-09"), await save("2026-12-09")];

    await store.saveAgenda(anAgenda(first.id, [one, two, one]), "U9");
    await store.saveAgenda(anAgenda(first.id, [one, one, null]), "U9");
    await store.saveAgenda(anAgenda(second.id, [one]), "U9");
    await store.saveAgenda(anAgenda(third.id, [one, two]), "U9");
    expect(await store.timesOnAgenda(third.id)).toEqual(new Map([[one, 2]]));
    expect(await database.prisma.agendaItem.count({ where: { meetingId: first.id } })).toBe(3);
    const [stored] = await database.prisma.agendaItem.findMany({ where: { meetingId: second.id } });
    expect(stored).toMatchObject({
      section: "lead-reports",
      attending: ["市教育局"],
      reasons: anItem(one).reasons,
      minutes: 5,
    });
  });
}
