// 附件: the ledger of all tasks.
import { describe, expect, test } from "vitest";
import { compile, due, meeting, register, said, task } from "../../support/meeting-facts.ts";

describe("附件 the ledger", () => {
  const bases = task("2", "建设实训基地", { lead: ["education", "labour"], supporting: ["counties"] });
  const closed = task("1", "组织评选", { state: "closed" });
  const replaced = task("3", "旧事项", { state: "superseded" });
  const { ledger } = compile(
    register({
      tasks: [replaced, bases, closed],
      occurrences: [due(bases, "2026-12-31", { originalDueDate: "2026-06-30", changes: 1 })],
      latestUpdates: [
        said(bases, "education", "at_risk", {
          percent: 40,
          text: "已建3个。设备未到；下一步加快采购。",
          on: "2026-12-09",
        }),
        said(bases, "labour", "on_track", { text: "已制定考核办法。拟于月底印发。" }),
        said(bases, "north", "on_track"),
      ],
    }),
  );

  test("has a row for every task, whatever became of it", () => {
    expect(ledger.map((row) => [row.ref, row.light.colour, row.light.reason.code])).toEqual([
      ["1", "green", "task-closed"],
      ["2", "yellow", "light-at-risk"],
      ["3", "grey", "task-superseded"],
    ]);
  });

  test("has original and current date, progress by unit, problems and next steps", () => {
    expect(ledger[1]).toMatchObject({
      lead: ["市教育局", "市人力资源社会保障局"],
      supporting: ["各县区人民政府"],
      originalDue: "2026-06-30",
      currentDue: "2026-12-31",
      changes: 1,
      status: "at_risk",
      percent: 40,
      problems: "市教育局：已建3个。设备未到；",
      nextStep: "市教育局：下一步加快采购。\n市人力资源社会保障局：拟于月底印发。",
    });
    expect(ledger[1]?.progressText.split("\n")).toEqual([
      "市人力资源社会保障局：已制定考核办法。",
      "各县区人民政府（1/3 已报），未报：南湖区人民政府、西河县人民政府",
    ]);
  });

  test("of a task led by a group is done only when every member is", () => {
    const centres = task("14", "新建公共实训中心", { lead: ["counties"] });
    const done = (["north", "south", "west"] as const).map((key) => said(centres, key, "done", { percent: 100 }));
    const statusAfter = (latestUpdates: typeof done) =>
      compile(register({ tasks: [centres], latestUpdates })).ledger[0]?.status;
    expect(statusAfter(done.slice(1))).toBe("on_track");
    expect(statusAfter(done)).toBe("done");
  });

  test("of an undated task has the date of the report", () => {
    const undated = compile(register({ tasks: [task("1", "一")] })).ledger[0];
    expect(undated).toMatchObject({ originalDue: meeting.cutOff, currentDue: meeting.cutOff, status: null });
  });
});
