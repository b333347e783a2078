// Units as the secretary keeps them: merged, named, listed. Use cases on a real store.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/adapters/db/client.ts";
import { answerQuestion } from "../../../src/app/answers/answer-question.ts";
import { compileAgenda } from "../../../src/app/meetings/compile-agenda.ts";
import { setMeeting } from "../../../src/app/meetings/set-meeting.ts";
import type { DocumentReader } from "../../../src/app/ports.ts";
import { addAlias } from "../../../src/app/register/units/add-alias.ts";
import { importMembers, reviewMembers } from "../../../src/app/register/units/import-members.ts";
import { mentionedUnits } from "../../../src/app/register/units/mentioned-units.ts";
import { mergeUnits, reviewMerge, reviewUnmerge, unmergeUnit } from "../../../src/app/register/units/merge-units.ts";
import { nameContact } from "../../../src/app/register/units/name-contact.ts";
import { setGroupMembers } from "../../../src/app/register/units/set-group-members.ts";
import { showUnit } from "../../../src/app/register/units/show-unit.ts";
import { planDay } from "../../../src/app/reminders/plan-day.ts";
import { storesOn } from "../../../src/composition/stores.ts";
import { ownerName } from "../../../src/domain/answers/task-card.ts";
import { OPERATOR } from "../../../src/domain/permission.ts";
import { Refusal } from "../../../src/errors.ts";
import { readUnit } from "../../../src/reading/unit-name.ts";
import { openTestDatabase } from "../../support/database.ts";
import { aDraft, aDraftTask } from "../../support/drafts.ts";
import { weekdays } from "../../support/facts.ts";
import { testClock } from "../../support/office.ts";

const by = OPERATOR;
const list = (text: string) => ({ fileName: "名单.csv", bytes: new TextEncoder().encode(text) });

describe("units", () => {
  let database: Database;
  let ports: ReturnType<typeof portsOn>;
  beforeEach(async () => {
    database = await openTestDatabase();
    ports = portsOn(database);
  });
  afterEach(() => database.close());

  function portsOn(on: Database) {
    const clock = testClock("2026-11-23");
    const documentReader: Pick<DocumentReader, "read"> = {
      read: async (_, bytes) => ({ kind: "text", text: new TextDecoder().decode(bytes) }),
    };
    const stores = storesOn(
      on,
      async (_, ids) => ids.length,
      () => clock.today(),
    );
    return {
      ...stores,
      clock,
      calendar: weekdays,
      secretaries: ["US"],
      documentReader: documentReader as DocumentReader,
      directory: { find: async (id: string) => ({ id, name: id, isBot: false }) },
      agendaWriter: { write: async () => new Uint8Array() },
      model: null,
    };
  }

  const units = (names: string[]) => names.map((name) => readUnit(name));

  async function save(shortTitle: string, tasks: [string, string[], string[]?][], date: string | null = null) {
    const draft = {
      ...aDraft(
        shortTitle,
        tasks.map(([ref, lead, supporting = []]) =>
          aDraftTask(ref, [], [], { lead: units(lead), supporting: units(supporting) }),
        ),
      ),
      date,
    };
    await ports.registerStore.saveDocument({ draft, sha256: shortTitle, fileName: "分工.txt", by });
    return draft;
  }

  const contact = (unitName: string, person: string) => nameContact(ports, { unitName, person, role: "primary", by });

  const refusal = (code: Refusal["code"]) => expect.objectContaining({ code });

  describe("merging", () => {
    beforeEach(() =>
      save("责任分工", [
        ["1", ["市旅游局"], ["市教育局"]],
        ["2", ["市教育局"], ["市旅游局", "各县区人民政府"]],
        ["3", ["市文化和旅游局"]],
      ]),
    );

    it("shows what moves, moves it, and takes it back", async () => {
      await contact("市旅游局", "UT");
      await setGroupMembers(ports, { groupName: "各县区人民政府", memberNames: ["市旅游局", "甲县"], by });
      const review = await reviewMerge(ports, { fromName: "旅游局", intoName: "市文旅局", by });
      expect(review).toMatchObject({
        leads: 1,
        supports: 1,
        contacts: 1,
        reported: 0,
        groups: ["各县区人民政府"],
      });
      expect((await showUnit(ports, { unitName: "市旅游局" })).unit.name).toBe("市旅游局");
      await mergeUnits(ports, { fromId: review.from.id, intoId: review.into.id, by });

      const page = await showUnit(ports, { unitName: "市旅游局" });
      expect(page.unit).toMatchObject({ name: "市文化和旅游局", aliases: ["市旅游局"] });
      expect(page.leads.map((task) => task.taskName)).toEqual(["1", "3"]);
      expect(page.groups.map((group) => group.name)).toEqual(["各县区人民政府"]);

      const undo = await reviewUnmerge(ports, { unitName: "市旅游局", by });
      expect(undo).toMatchObject({ unit: { name: "市旅游局" }, into: { name: "市文化和旅游局" } });
      const undone = await unmergeUnit(ports, { unitId: undo.unit.id, by });
      expect(undone).toMatchObject({ unit: { name: "市旅游局" }, into: { name: "市文化和旅游局" } });
      expect((await showUnit(ports, { unitName: "市文化和旅游局" })).leads.map((t) => t.taskName)).toEqual(["3"]);
    });

    it("refuses with what would work", async () => {
      const merge = (fromName: string, intoName: string) => reviewMerge(ports, { fromName, intoName, by });
      await expect(merge("市旅游局", "市旅游局")).rejects.toEqual(refusal("merge-same"));
      await expect(merge("各县区人民政府", "市教育局")).rejects.toEqual(refusal("merge-kinds"));
      await expect(merge("市教育局", "各县区人民政府")).rejects.toEqual(refusal("merge-kinds"));
      await expect(merge("市旅遊委", "市教育局")).rejects.toEqual(refusal("unknown-unit"));
      await expect(reviewUnmerge(ports, { unitName: "市教育局", by })).rejects.toEqual(refusal("not-merged"));
      await expect(reviewMerge(ports, { fromName: "a", intoName: "b", by: "U1" })).rejects.toEqual(
        refusal("not-secretary"),
      );
      const { from, into } = await merge("市旅游局", "市文化和旅游局");
      await mergeUnits(ports, { fromId: from.id, intoId: into.id, by });
      // The button pressed again; another merge of the same; one that would only repeat it.
      await expect(mergeUnits(ports, { fromId: from.id, intoId: into.id, by })).rejects.toEqual(
        new Refusal("already-merged", { unit: "市旅游局", into: "市文化和旅游局" }),
      );
      await expect(merge("市旅游局", "市教育局")).rejects.toEqual(refusal("already-merged"));
      await expect(merge("市旅游局", "市文化和旅游局")).rejects.toEqual(refusal("merge-same"));
    });
  });

  it("an alias of a time holds in documents of that time; people are understood by it always", async () => {
    await save("责任分工", [["1", ["市卫生健康委"]]]);
    await addAlias(ports, { unitName: "市卫生健康委", alias: "市卫计委", to: "2018-12-31", by });
    const draft = await save("旧文件", [["11", ["卫计委"]]], "2018-05-01");
    const unitsOf = async (ref: string) => {
      const register = await ports.registerStore.load();
      const task = register.tasks.find((t) => t.ref === ref);
      return task?.assignments.map((a) => register.units.get(a.unitId)?.name);
    };
    expect(await unitsOf("11")).toEqual(["市卫生健康委"]);
    expect((await showUnit(ports, { unitName: "市卫计委" })).unit.name).toBe("市卫生健康委");

    // Met through the dated alias, the other spelling is dated too: a later document means another unit, and is asked about.
    const later = { ...draft, date: "2021-01-01" };
    expect(mentionedUnits(later, await ports.registerStore.load())).toEqual([
      expect.objectContaining({
        known: false,
        suggestion: expect.objectContaining({ name: "市卫生健康委" }),
      }),
    ]);
    await save("新文件", [["21", ["市卫计委"]]], "2021-01-01");
    expect(await unitsOf("21")).toEqual(["市卫计委"]);
    await expect(
      addAlias(ports, { unitName: "市卫生健康委", alias: "卫计办", from: "2020-01-01", to: "2019-01-01", by }),
    ).rejects.toEqual(refusal("bad-period"));
  });

  it("a document's new names are matched against the register and against each other", async () => {
    await save("责任分工", [["1", ["市文化和旅游局", "市教育局"]]]);
    const draft = aDraft("意见", [
      aDraftTask("1", [], [], { lead: units(["市旅游局", "云川市教育局", "市大数据发展中心", "市大数据发展中芯"]) }),
    ]);
    const mentioned = mentionedUnits(draft, await ports.registerStore.load());
    expect(mentioned.map((u) => [u.name, u.suggestion?.name ?? null])).toEqual([
      ["市旅游局", "市文化和旅游局"],
      ["云川市教育局", "市教育局"],
      ["市大数据发展中心", null],
      ["市大数据发展中芯", null],
    ]);
  });

  describe("a list of members", () => {
    beforeEach(() => save("责任分工", [["1", ["市教育局"], ["各县区人民政府"]]]));
    const group = (text: string) => ({ groupName: "各县区人民政府", ...list(text), by });
    const members = async (date = "2026-11-23") => {
      ports.clock.date = date;
      const register = await ports.registerStore.load();
      const unit = [...register.units.values()].find((one) => one.kind === "group");
      return unit?.memberIds.map((id) => register.units.get(id)?.name);
    };

    it("is shown before it is stored, with its bad lines", async () => {
      const text = "成员,自,至\n东湖区人民政府,2019-01-01,\n合计,,\n南溪县人民政府,2027-01-01,";
      const review = await reviewMembers(ports, group(text));
      expect(review).toMatchObject({
        added: [
          { name: "东湖区人民政府", from: "2019-01-01", to: null, isNew: true },
          { name: "南溪县人民政府", from: "2027-01-01", to: null, isNew: true },
        ],
        ended: [],
        bad: [{ line: 3, text: "合计", why: "no-unit" }],
      });
      expect(await members()).toEqual([]);
      await importMembers(ports, group(text));
      expect(await members()).toEqual(["东湖区人民政府"]);
      expect(await members("2027-01-01")).toEqual(["东湖区人民政府", "南溪县人民政府"]);
      expect(await members("2018-12-31")).toEqual([]);
    });

    it("members that are typed: each once, and names of units alone", async () => {
      const set = (...memberNames: string[]) =>
        setGroupMembers(ports, { groupName: "各县区人民政府", memberNames, by });
      const before = await database.prisma.auditEvent.count();
      for (const name of ["一", "合计", "x".repeat(10), "长".repeat(41)]) {
        await expect(set("甲县", name)).rejects.toEqual(new Refusal("no-unit-name", { unit: name }));
      }
      expect(await database.prisma.auditEvent.count()).toBe(before);
      expect((await set("甲县", "乙县", "甲县")).created).toEqual(["甲县", "乙县"]);
      expect(await members()).toEqual(["甲县", "乙县"]);
    });

    it("takes the place of the members there are; again it changes nothing", async () => {
      await setGroupMembers(ports, { groupName: "各县区人民政府", memberNames: ["甲县", "乙县"], by });
      ports.clock.date = "2026-12-01";
      const text = "甲县,,2026-12-31\n丙县,2026-12-01";
      const review = await importMembers(ports, group(text));
      expect(review).toMatchObject({
        added: [{ name: "丙县", from: "2026-12-01" }],
        redated: [{ name: "甲县", from: "2026-11-23", to: "2026-12-31" }],
        ended: [{ name: "乙县", to: "2026-11-30" }],
        unchanged: 0,
      });
      expect(await members("2026-12-31")).toEqual(["甲县", "丙县"]);
      expect(await members("2027-01-01")).toEqual(["丙县"]);
      ports.clock.date = "2026-12-02";
      expect(await importMembers(ports, group(text))).toMatchObject({
        added: [],
        redated: [],
        ended: [],
        unchanged: 2,
      });
      const page = await showUnit(ports, { unitName: "各县区人民政府" });
      expect(page.members.filter((m) => m.isCurrent).map((m) => m.name)).toEqual(["甲县", "丙县"]);
      expect(page.members).toContainEqual({ name: "乙县", from: "2026-11-23", to: "2026-11-30", isCurrent: false });
    });

    it("refuses lists of nothing and groups that are none", async () => {
      await expect(reviewMembers(ports, group("合计,9"))).rejects.toEqual(refusal("list-without-members"));
      await expect(reviewMembers(ports, { ...group("甲县"), groupName: "市教育局" })).rejects.toEqual(
        refusal("not-a-group"),
      );
    });
  });

  it("有关部门 stay visible until they are named; then answers, agenda and reminders follow", async () => {
    await save("责任分工", [
      ["1", ["有关部门"], []],
      ["2", ["市教育局"], ["有关部门"]],
    ]);
    await setMeeting(ports, { date: "2026-12-23", by });
    const agenda = async () => {
      const { agenda: compiled } = await compileAgenda(ports, {
        meetingId: "next",
        today: "2026-11-25",
        save: false,
        by,
      });
      const reasons = compiled.sections.flatMap((s) =>
        s.key === "coordination" ? s.items.flatMap((i) => i.reasons) : [],
      );
      return reasons.map((r) => `${r.code} ${r.params?.unit}`);
    };
    const reminded = async () => {
      const { digests } = await planDay(ports, { date: "2026-11-25", dryRun: true });
      const { units: all } = await ports.registerStore.load();
      const lines = digests.flatMap((d) =>
        d.reminders.map((r) => `${d.slackUser} ${all.get(r.unitId)?.name} ${r.reason.code}`),
      );
      return [...new Set(lines)].sort();
    };
    await contact("市教育局", "UE");
    expect(await agenda()).toContain("unit-needs-naming 有关部门");
    expect(await reminded()).toContain("US 有关部门 unit-needs-naming");

    await setGroupMembers(ports, { groupName: "有关部门", memberNames: ["市教育局", "市财政局"], by });
    expect(await agenda()).toEqual(["unit-without-contact 市财政局"]);
    expect(await reminded()).toEqual(["UE 市教育局 report-due-in", "US 市财政局 no-contact"]);
    await contact("市财政局", "UF");
    expect(await agenda()).toEqual([]);
    expect(await reminded()).toEqual(["UE 市教育局 report-due-in", "UF 市财政局 report-due-in"]);

    const { answer } = await answerQuestion(ports, { text: "第1项谁负责", asker: "U1" });
    expect(answer.tasks[0]).toMatchObject({
      lead: ["有关部门"],
      named: [{ unit: "有关部门", members: ["市教育局", "市财政局"] }],
      contacts: [
        { unit: "市教育局", people: [{ slackUser: "UE" }] },
        { unit: "市财政局", people: [{ slackUser: "UF" }] },
      ],
    });
    const card = answer.tasks[0] ?? expect.fail();
    expect(card.lead.map((unit) => ownerName(unit, card))).toEqual(["有关部门（市教育局、市财政局）"]);
    const ofFinance = await answerQuestion(ports, { text: "市财政局有哪些事项", asker: "U1" });
    expect(ofFinance.answer.tasks.map((task) => task.ref)).toEqual(["1", "2"]);
    expect((await ports.registerStore.loadTasksOf("UF")).map((row) => [row.ref, row.unitName])).toEqual([
      ["2", "市财政局"],
      ["1", "市财政局"],
    ]);
  });
});
