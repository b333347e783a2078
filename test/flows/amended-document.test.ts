// A document is imported, worked with, and imported again in a newer version: what was said and sent follows the right tasks.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { createEvidenceStore } from "../../src/adapters/db/evidence-store.ts";
import { createRequestStore } from "../../src/adapters/db/request-store.ts";
import { createClosureStore } from "../../src/adapters/db/status/closure-store.ts";
import { createStatusStore } from "../../src/adapters/db/status-store.ts";
import { setMeeting } from "../../src/app/meetings/set-meeting.ts";
import type { DocumentReader } from "../../src/app/ports.ts";
import { importDocument } from "../../src/app/register/import-document.ts";
import { reviewDocument } from "../../src/app/register/review-document.ts";
import { showTask } from "../../src/app/register/show-task.ts";
import { redrawDigests } from "../../src/app/reminders/redraw-digests.ts";
import { recordUpdate } from "../../src/app/status/record-update.ts";
import { unpackContent } from "../../src/domain/register/document-content.ts";
import { readDocument } from "../../src/reading/documents/read-document.ts";
import { describeOnDatabases } from "../support/database.ts";
import { FakeSlack } from "../support/fake-slack.ts";
import { openReminderOffice, type ReminderOffice } from "../support/office.ts";

const FIRST = `云川市养老服务重点任务责任分工

1.新建社区助餐点，到2027年建成200个以上，为老年人提供就近用餐服务。（市民政局牵头，市财政局配合）
2.对取得职业技能等级证书的护理员发放岗位补贴，补贴标准由两部门共同核定。（市财政局牵头，市教育局配合）
3.推行家庭病床服务，每年服务五千人次以上，并将费用纳入长期护理保险。（市教育局牵头）
4.在老旧小区加装电梯，同步完善无障碍通道和停车设施。（市教育局牵头）
`;

/** One put in at the top; 1 and 2 renumbered, 2 with another lead; 3 left out; 4 stays where it is. */
const SECOND = `云川市养老服务重点任务责任分工（2026年修订）

1.为困难老年人家庭实施适老化改造，优先安排独居和高龄老年人。（市民政局牵头）
2.新建社区助餐点，到2027年建成260个以上，为老年人提供就近用餐服务。（市民政局牵头，市财政局配合）
3.对取得职业技能等级证书的护理员发放岗位补贴，补贴标准由两部门共同核定。（市教育局牵头，市财政局配合）
4.在老旧小区加装电梯，同步完善无障碍通道和停车设施。（市教育局牵头）
`;

const plainText: DocumentReader = {
  read: async (_fileName, bytes) => ({ kind: "text", text: new TextDecoder().decode(bytes) }),
  draft: async (content, fileName) => readDocument(unpackContent(content), fileName),
};

const CONTACTS = { UC: "市民政局", UE: "市教育局", UF: "市财政局" } as const;

describeOnDatabases("an amended document", (makeDatabase) => {
  let database: Database;
  let slack: FakeSlack;
  let office: ReminderOffice;
  let ports: ReminderOffice["ports"] & { documentReader: DocumentReader; unitStore: ReminderOffice["unitStore"] };

  beforeEach(async () => {
    database = await makeDatabase();
    slack = await FakeSlack.start();
    slack.state.users = Object.entries(CONTACTS).map(([id, name]) => ({ id, name: id, realName: `${name}联络员` }));
    office = await openReminderOffice(database, slack.apiUrl, ["US"]);
    ports = { ...office.ports, documentReader: plainText, unitStore: office.unitStore };
    await importText(FIRST);
    const { units } = await ports.registerStore.load();
    for (const [slackUser, unitName] of Object.entries(CONTACTS)) {
      const unit = [...units.values()].find((candidate) => candidate.name === unitName);
      const unitId = unit?.id ?? 0;
      await ports.unitStore.saveContact({ unitId, slackUser, name: slackUser, role: "primary", by: "US" });
    }
    await setMeeting({ ...ports, meetingStore: office.meetingStore }, { date: "2026-12-23", by: "US" });
  });

  afterEach(async () => {
    await office.stop();
    await slack.stop();
    await database.close();
  });

  const importText = (text: string, fileName = "责任分工.txt") =>
    importDocument(ports, { fileName, bytes: new TextEncoder().encode(text), by: "US" });

  const refOf = async (part: string) => {
    const { tasks } = await ports.registerStore.load();
    const task = tasks.find((candidate) => candidate.text.includes(part));
    return `${task?.ref} ${task?.state}`;
  };

  const taskIdOf = async (ref: string) =>
    (await ports.registerStore.load()).tasks.find((task) => task.ref === ref && task.state === "open")?.id ?? 0;

  /** All that stands in somebody's direct messages now. */
  const shownTo = (slackUser: keyof typeof CONTACTS) =>
    JSON.stringify(slack.state.messages.filter((message) => message.channel === slackUser.replace("U", "D")));

  it("keeps history on the right tasks, and asks nobody for what is no longer theirs", async () => {
    await office.tick("2026-11-23");
    await office.deliverAll();
    expect(shownTo("UE")).toContain("家庭病床");
    expect(shownTo("UF")).toContain("岗位补贴");
    const canteens = await taskIdOf("1");
    await recordUpdate(
      {
        ...ports,
        statusStore: createStatusStore(database.prisma),
        requestStore: createRequestStore(database.prisma),
        evidenceStore: createEvidenceStore(database.prisma),
        closureStore: createClosureStore(database.prisma),
      },
      {
        author: "UC",
        taskId: canteens,
        fields: { status: "on_track", percent: 60, needsCoordination: false, extensionTo: null, text: "已建成120个" },
        permalink: null,
        sourceKey: "click:1",
      },
    );

    const summary = await importText(SECOND);
    expect(summary.amended).toMatchObject({ added: 1, changed: 2, withdrawn: 1, unchanged: 1 });
    await redrawDigests(ports, summary.amended?.digestIds ?? []);

    // History is on the right tasks.
    expect(await Promise.all(["适老化", "助餐点", "岗位补贴", "电梯", "家庭病床"].map(refOf))).toEqual([
      "1 open",
      "2 open",
      "3 open",
      "4 open",
      "3 withdrawn",
    ]);
    expect(await taskIdOf("2")).toBe(canteens);
    const page = await showTask(
      { ...ports, evidenceStore: createEvidenceStore(database.prisma) },
      { ref: "2", by: "UE" },
    );
    expect(page.updates).toEqual([expect.objectContaining({ percent: 60, unitName: "市民政局" })]);
    expect(page.versions).toEqual([
      expect.objectContaining({ ref: "1", text: expect.stringContaining("200个以上"), lead: ["市民政局"] }),
    ]);
    expect(page.card).toMatchObject({ taskName: "2", documentTitle: expect.stringContaining("2026年修订") });

    // What was posted follows: the withdrawn task is gone, the former lead is no longer asked to report on 3.
    expect(shownTo("UE")).not.toContain("家庭病床");
    expect(shownTo("UE")).toContain("电梯");
    expect(shownTo("UF")).not.toContain("岗位补贴");

    // The next reminders go to the new lead.
    await office.tick("2026-12-02");
    const planned = await database.prisma.reminder.findMany({
      where: { digest: { date: "2026-12-02" }, occurrence: { taskId: await taskIdOf("3") }, role: "lead" },
      include: { unit: true },
    });
    expect(planned.map((reminder) => reminder.unit.name)).toEqual(["市教育局"]);
    const toWithdrawn = { digest: { date: "2026-12-02" }, occurrence: { task: { state: "withdrawn" as const } } };
    expect(await database.prisma.reminder.count({ where: toWithdrawn })).toBe(0);
  });

  it("a digest that waits while its tasks are withdrawn is cancelled, another one leaves their lines out", async () => {
    await office.stop();
    const planner = await openReminderOffice(database, "http://127.0.0.1:9/", ["US"]); // Slack is out of reach
    await planner.tick("2026-11-23");
    await planner.stop();
    const withoutEducation = SECOND.split("\n")
      .filter((line) => !/^[34]/.test(line))
      .join("\n");
    await importText(withoutEducation);
    office = await openReminderOffice(database, slack.apiUrl, ["US"]);
    await database.prisma.digest.updateMany({
      where: { state: { in: ["pending", "sending"] } },
      data: { state: "pending", claimId: null, notBefore: null },
    });
    await office.reconcileNow();
    await office.deliverAll();
    const digests = await database.prisma.digest.findMany({ orderBy: { slackUser: "asc" } });
    expect(digests.map(({ slackUser, state }) => `${slackUser} ${state}`)).toEqual([
      "UC sent",
      "UE cancelled",
      "UF sent",
    ]);
    expect(shownTo("UF")).toContain("助餐点");
    expect(shownTo("UF")).not.toContain("岗位补贴");
    expect(slack.state.messages.filter((message) => message.channel === "DE")).toEqual([]);
  });

  it("importing again changes nothing, by the same file and by another one that says the same", async () => {
    await importText(SECOND);
    const before = await ports.registerStore.load();
    await expect(importText(SECOND)).rejects.toMatchObject({ code: "already-imported" });
    await expect(importText(`${SECOND.replaceAll("，", ",")}\n`)).rejects.toMatchObject({
      code: "same-as-current",
      details: { title: expect.stringContaining("2026年修订") },
    });
    await expect(importText(FIRST)).rejects.toMatchObject({ code: "already-imported" });
    expect(await ports.registerStore.load()).toEqual(before);
  });

  it("a review shows the changes and stores nothing", async () => {
    const before = await ports.registerStore.load();
    const review = await reviewDocument(ports, { fileName: "a.txt", bytes: new TextEncoder().encode(SECOND) });
    expect(review.changes).toMatchObject({
      same: false,
      diff: {
        added: [{ ref: "1", lead: ["市民政局"] }],
        changed: [
          { fromRef: "1", ref: "2", changes: [{ field: "number" }, { field: "text" }, { field: "targets" }] },
          { fromRef: "2", ref: "3", changes: [{ field: "number" }, { field: "lead" }, { field: "supporting" }] },
        ],
        withdrawn: [{ ref: "3", lead: ["市教育局"] }],
        unchanged: [{ ref: "4" }],
      },
    });
    expect(await ports.registerStore.load()).toEqual(before);
  });
});
