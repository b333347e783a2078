// Who owns this? Answered from the register, with and without a model.
import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../../src/app/answers/answer-question.ts";
import type { Model } from "../../../src/app/ports.ts";
import type { Answer } from "../../../src/domain/answers/answer.ts";
import type { Register } from "../../../src/domain/register/register.ts";
import { aDocument, aRegister, aTask, aUnit, aUnitWithContact, weekdays } from "../../support/facts.ts";

const opinion = { ...aDocument, id: 2, title: "云川市养老服务实施意见", shortTitle: "实施意见" };
const register: Register = aRegister({
  documents: [aDocument, opinion],
  units: [aUnitWithContact(1, "市民政局"), aUnitWithContact(2, "市财政局"), aUnit(3, "市卫生健康委")],
  tasks: [
    aTask(1, [1], [2], { ref: "1", title: "新建社区助餐点", text: "新建社区助餐点，到2027年建成200个以上" }),
    aTask(2, [2], [1], { ref: "2", title: "护理员岗位补贴", text: "对取得证书的护理员发放岗位补贴" }),
    aTask(3, [3], [1], { ref: "3", title: "家庭病床服务", text: "推行家庭病床，每年服务5000人次以上" }),
    aTask(4, [1], [], { ref: "3", documentId: 2, title: "适老化改造", text: "为困难老年人家庭实施适老化改造" }),
    aTask(5, [2], [], {
      ref: "9",
      documentId: 2,
      title: "已撤销的事项",
      text: "老旧小区停车场建设",
      state: "withdrawn",
    }),
  ],
});

function setUp(model: Model | null = null) {
  const saved: { asker: string; text: string; answer: Answer }[] = [];
  const ports = {
    clock: { now: () => new Date("2026-11-23T09:00:00Z"), today: () => "2026-11-23" },
    calendar: weekdays,
    model,
    registerStore: {
      load: async () => register,
      loadAround: async () => register,
      taskIdsOf: async () => [],
      taskIdsByRef: async () => [],
      findDocumentBySha: async () => null,
      saveDocument: async () => ({ documentId: 0, tasks: 0, unitsCreated: 0 }),
      amendDocument: async () => ({ documentId: 0, tasks: 0, unitsCreated: 0 }),
      reassign: async () => false,
      saveOccurrences: async () => 0,
      loadTasksOf: async () => [],
      closedDates: async () => [],
      loadHistory: async () => ({
        updates: [],
        requests: [],
        versions: [],
        dueDates: [],
        decisions: [],
        agendas: [],
        reopenings: [],
      }),
    },
    secretaries: [],
    questionStore: {
      save: async (question: { asker: string; text: string; answer: Answer }) => saved.push(question),
      markHelpful: async () => undefined,
    },
  };
  const ask = async (text: string) => (await answerQuestion(ports, { text, asker: "U9" })).answer;
  return { ask, saved };
}

const modelThat = (searchTerms: Model["searchTerms"]): Model => ({
  searchTerms,
  readClause: async () => [],
  readReply: () => Promise.reject(new Error("no reply is read")),
});
const offering = (...terms: string[]): Model => modelThat(async () => terms);

describe("answerQuestion", () => {
  it("names the owner with the words it rests on, and stores the question", async () => {
    const { ask, saved } = setUp();
    const answer = await ask("护理员岗位补贴谁管");
    expect(answer).toMatchObject({ kind: "task", mode: "rules", question: "护理员岗位补贴谁管" });
    expect(answer.tasks[0]).toMatchObject({
      ref: "2",
      lead: ["市财政局"],
      supporting: ["市民政局"],
      quote: "对取得证书的护理员发放岗位补贴",
    });
    expect(saved).toEqual([{ asker: "U9", text: "护理员岗位补贴谁管", answer }]);
  });

  it("says that something is not in the register, and what is nearest", async () => {
    const answer = await setUp().ask("老年大学招生谁负责");
    expect(answer.kind).toBe("none");
    expect(answer.tasks.length).toBeLessThanOrEqual(3);
  });

  it("finds tasks by number, asks back where two documents share it, and knows none beyond", async () => {
    const { ask } = setUp();
    expect(await ask("第1项谁负责")).toMatchObject({ kind: "task", tasks: [{ taskId: 1 }] });
    expect(await ask("3号谁负责")).toMatchObject({
      kind: "clarify",
      tasks: [{ taskName: "责任分工·3" }, { taskName: "实施意见·3" }],
    });
    expect(await ask("实施意见第三条谁负责")).toMatchObject({ kind: "task", tasks: [{ taskId: 4 }] });
    expect(await ask("第77项谁负责")).toMatchObject({ kind: "none", tasks: [] });
  });

  it("lists a unit's tasks by role, those it leads first", async () => {
    const { ask } = setUp();
    const listed = async (text: string) => (await ask(text)).tasks.map((t) => t.taskId);
    expect(await listed("民政局牵头哪些事项")).toEqual([1, 4]);
    expect(await listed("民政局配合什么")).toEqual([2, 3]);
    expect(await listed("民政局有哪些事项")).toEqual([1, 4, 2, 3]);
    expect(await ask("卫健委配合什么")).toMatchObject({
      kind: "list",
      tasks: [],
      unitName: "市卫生健康委",
      role: "supporting",
    });
  });

  it("never shows a withdrawn task", async () => {
    expect((await setUp().ask("老旧小区停车场建设谁负责")).kind).toBe("none");
  });

  it("looks again with the model's words, and only where the rules found nothing", async () => {
    const { ask } = setUp(offering("适老化改造"));
    expect(await ask("给老人家里装扶手找谁")).toMatchObject({
      kind: "task",
      mode: "model",
      tasks: [{ taskId: 4, lead: ["市民政局"] }],
    });
    expect(await ask("护理员岗位补贴谁管")).toMatchObject({ kind: "task", mode: "rules", tasks: [{ taskId: 2 }] });
  });

  it("takes no owner and no task from a model that names what is not in the register", async () => {
    const { ask } = setUp(offering("市水利局", "河道治理"));
    expect(await ask("河边的树谁管")).toMatchObject({ kind: "none", mode: "rules" });
  });

  it.each<[string, Model]>([
    ["fails", modelThat(() => Promise.reject(new TypeError("no completion")))],
    [
      "throws",
      modelThat(() => {
        throw new Error("closed");
      }),
    ],
    ["has nothing to say", offering()],
  ])("gives the rules' answer when the model %s", async (_, model) => {
    const question = "给老人家里装扶手找谁";
    expect(await setUp(model).ask(question)).toEqual(await setUp().ask(question));
  });
});
