// Who may do what, standing by standing; and that the table is what the README prints and what the use cases ask.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type Action, authorise, can, OPERATOR, PERMISSIONS, type Standing } from "../../src/domain/permission.ts";
import { Refusal } from "../../src/errors.ts";
import { aRegister, aTask, aUnit, aUnitWithContact } from "../support/facts.ts";

const root = path.resolve(import.meta.dirname, "../..");
const STANDINGS: readonly Standing[] = ["secretary", "chair", "lead", "supporting", "observer"];
const PEOPLE = { secretaries: ["USECRETARY"], chairs: ["UCHAIR"] };

const task = aTask(21, [1], [2]);
const units = [
  aUnitWithContact(1, "市财政局"),
  aUnit(2, "各县区人民政府", { kind: "group", memberIds: [3] }),
  aUnitWithContact(3, "东湖区人民政府"),
];
const about = { task, register: aRegister({ tasks: [task], units }) };

const ACTOR: Readonly<Record<Standing, string>> = {
  secretary: "USECRETARY",
  chair: "UCHAIR",
  lead: "U1",
  supporting: "U3",
  observer: "UANYBODY",
};
const ACTIONS = Object.keys(PERMISSIONS) as Action[];

describe.each(ACTIONS)("%s", (action) => {
  it.each(STANDINGS)("as the table says for: %s", (standing) => {
    const rows: readonly Standing[] = PERMISSIONS[action];
    const allowed = rows.includes(standing) || rows.includes("observer");
    expect(can(ACTOR[standing], action, PEOPLE, about)).toBe(allowed);
  });
});

describe("standings", () => {
  it("a contact is one for the task alone, not for others and not for the office", () => {
    const other = { ...about, task: aTask(22, []) };
    expect(can("U1", "see-evidence", PEOPLE, about)).toBe(true);
    expect(can("U1", "see-evidence", PEOPLE, other)).toBe(false);
    expect(can("U1", "see-evidence", PEOPLE)).toBe(false);
  });

  it("the operator's terminal is a secretary, and no chair where the office has one", () => {
    expect(can(OPERATOR, "set-meeting", PEOPLE)).toBe(true);
    expect(can(OPERATOR, "approve-agenda", PEOPLE)).toBe(false);
  });

  it("an office without a chair: its secretaries act for the chair, nobody else does", () => {
    const without = { secretaries: ["USECRETARY"], chairs: [] };
    expect(can("USECRETARY", "approve-agenda", without)).toBe(true);
    expect(can("U1", "approve-agenda", without, about)).toBe(false);
  });

  it.each<[Action, string]>([
    ["set-meeting", "not-secretary"],
    ["approve-agenda", "not-chair"],
    ["see-whole-ledger", "not-office"],
    ["report", "not-your-task"],
  ])("%s is refused with %s", (action, code) => {
    expect(() => authorise("UANYBODY", action, PEOPLE, about)).toThrow(new Refusal(code as Refusal["code"]));
  });
});

describe("the table", () => {
  const sources = (folder: string) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.startsWith("generated"))
      .map((name) => ({ name, text: readFileSync(path.join(root, folder, name), "utf8") }));

  it("every line of it is asked by a use case", () => {
    const useCases = sources("src/app")
      .map(({ text }) => text)
      .join("\n");
    expect(ACTIONS.filter((action) => !useCases.includes(`"${action}"`))).toEqual([]);
  });

  it("no use case looks at the list of secretaries by itself", () => {
    expect(sources("src/app").filter(({ text }) => text.includes("secretaries.includes"))).toEqual([]);
  });

  it("is the README's", () => {
    const readme = readFileSync(path.join(root, "README.md"), "utf8");
    const rows = ACTIONS.map((action) => {
      const allowed: readonly Standing[] = PERMISSIONS[action];
      return `| \`${action}\` | ${STANDINGS.map((one) => (allowed.includes(one) ? "●" : "")).join(" | ")} |`;
    });
    const printed = readme.split("\n").filter((line) => /^\| `[a-z-]+` \| (?:●? \| ?){4}●? ?\|$/.test(line));
    expect(printed.map((line) => line.replaceAll(/ +/g, " "))).toEqual(rows.map((row) => row.replaceAll(/ +/g, " ")));
  });
});
