// A number, and the task it means.
import { describe, expect, it } from "vitest";
import { taskName } from "../../../src/domain/answers/task-card.ts";
import { resolveTaskRef } from "../../../src/domain/register/task-ref.ts";
import { Refusal } from "../../../src/errors.ts";
import { aDocument, aRegister, aTask } from "../../support/facts.ts";

const opinion = { ...aDocument, id: 2, title: "云川市养老服务实施意见", shortTitle: "实施意见" };
const register = aRegister({
  documents: [aDocument, opinion],
  tasks: [
    aTask(1, [], [], { ref: "3" }),
    aTask(2, [], [], { ref: "21" }),
    aTask(3, [], [], { ref: "3", documentId: 2 }),
    aTask(4, [], [], { ref: "5", documentId: 2, state: "withdrawn" }),
    aTask(5, [], [], { ref: "5", documentId: 2 }),
  ],
});

const refusalOf = (ref: string, document: string | null = null): Refusal | null => {
  try {
    resolveTaskRef({ ref, document }, register);
    return null;
  } catch (error) {
    return error instanceof Refusal ? error : null;
  }
};

describe("resolveTaskRef", () => {
  it("finds the one task of a number", () => {
    expect(resolveTaskRef({ ref: "21", document: null }, register).id).toBe(2);
  });

  it("finds it in the document named", () => {
    expect(resolveTaskRef({ ref: "3", document: "实施意见" }, register).id).toBe(3);
    expect(resolveTaskRef({ ref: "3", document: "养老服务责任" }, register).id).toBe(1);
  });

  it("passes over withdrawn tasks where another has the number", () => {
    expect(resolveTaskRef({ ref: "5", document: null }, register).id).toBe(5);
  });

  it("passes over what only an earlier version of the document has", () => {
    const newer = { ...aDocument, id: 3, supersedesId: 1 };
    const left = aTask(1, [], [], { ref: "3", state: "closed" });
    const tasks = [left, aTask(7, [], [], { ref: "3", documentId: 3 }), aTask(8, [], [], { ref: "9" })];
    const amended = aRegister({ documents: [aDocument, newer], tasks });
    expect(resolveTaskRef({ ref: "3", document: null }, amended).id).toBe(7);
    expect(resolveTaskRef({ ref: "3", document: "责任分工" }, amended).id).toBe(7);
    expect(resolveTaskRef({ ref: "9", document: null }, amended).id).toBe(8);
    expect(tasks.map((task) => taskName(task, amended))).toEqual(["责任分工·3", "3", "9"]);
  });

  it("refuses an unknown number and says which there are", () => {
    const refusal = refusalOf("35");
    expect(refusal?.code).toBe("unknown-task");
    expect(refusal?.details).toEqual({ ref: "35", range: "3–21（责任分工）、3–5（实施意见）" });
    expect(refusalOf("21", "实施意见")?.code).toBe("unknown-task");
  });

  it("refuses a number two documents share and names the choices", () => {
    const refusal = refusalOf("3");
    expect(refusal?.code).toBe("ambiguous-task");
    expect(refusal?.details).toEqual({ ref: "3", choices: "责任分工·3、实施意见·3" });
  });
});

describe("taskName", () => {
  it("names the document only where the number is shared", () => {
    const names = register.tasks.map((task) => taskName(task, register));
    expect(names).toEqual(["责任分工·3", "21", "实施意见·3", "5", "5"]);
  });
});
