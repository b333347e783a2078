// What others are told of a silent unit, and what the secretary sees will climb.
import { describe, expect, it } from "vitest";
import { renderDayPlan, renderDigest, renderWholeDigest } from "../../../../src/adapters/slack/render/reminders.ts";
import type { DayPlan, DigestLine, PlannedReminder } from "../../../../src/domain/reminders/digest.ts";
import { digestLine, digest as digestView } from "./samples.ts";

/** Every text of a message, line by line. */
function textOf(message: object): string[] {
  const found: string[] = [];
  JSON.stringify(message, (key, value: unknown) => {
    if (key === "text" && typeof value === "string") found.push(...value.split("\n"));
    return value;
  });
  return found;
}

function told(level: number, code: string, more: Partial<DigestLine> = {}): DigestLine {
  const params = { unit: "市教育局", days: 3, next: "2026-12-16", rung: "secretary" };
  const reason = { code: code as DigestLine["reason"]["code"], params };
  return digestLine({ level, reason, unitName: "市教育局", daysLeft: -3, last: null, ...more });
}

describe("a digest of somebody above the contact", () => {
  it("a head reads whose progress is missing since when, and what comes next, with a button for the one task", () => {
    const message = renderDigest({ ...digestView([told(2, "escalated-to-head")]), date: "2026-12-14" });
    const text = textOf(message).join("\n");
    expect(text).toContain("尚未收到贵单位进展");
    expect(text).toContain("尚未收到市教育局进展，已逾期 3 个工作日，抄送负责人");
    expect(text).toContain("仍未收到的，12月16日（周三）报联席办");
    expect(JSON.stringify(message)).toContain("报进展");
  });

  it("a lead hears of a supporting unit below what it is asked itself, and cannot report in its place", () => {
    const own = digestLine({ taskId: 7 });
    const other = told(3, "escalated-to-lead", { taskId: 8, role: "supporting" });
    const view = { ...digestView([own, other]), date: "2026-12-07" };
    for (const message of [renderDigest(view), renderWholeDigest(view)]) {
      const text = textOf(message).join("\n");
      expect(text).toContain("另告知：尚未收到以下进展");
      expect(text).toContain("尚未收到配合单位市教育局反馈");
      expect(JSON.stringify(message)).not.toMatch(/taskId\\*":8/);
    }
  });

  it("the secretary reads what to send to stop it", () => {
    const line = told(4, "escalated-to-secretary", { taskName: "21" });
    const view = { ...digestView([line]), kind: "secretary" as const };
    const text = textOf(renderDigest(view)).join("\n");
    expect(text).toContain("1 个单位的 1 项进展经逐级提醒尚未收到");
    expect(text).toContain("/lianxi 提醒 停止升级 21 市教育局 原因");
  });

  it("once the unit has answered, the line reads as received", () => {
    const text = textOf(renderDigest(digestView([told(2, "escalated-to-head", { answered: true })]))).join("\n");
    expect(text).toContain("已收到相关单位的 1 项进展，无需处理");
    expect(text).not.toContain("尚未收到");
  });

  it("a person on the ladder who cannot be written to is the office's to mend", () => {
    const lost = told(2, "contact-unreachable");
    const view = { ...digestView([lost]), kind: "secretary" as const };
    expect(textOf(renderDigest(view)).join("\n")).toContain("请指定联络员");
  });

  it("a secretary who is a contact reads first what is asked, then what to mend", () => {
    const mend = digestLine({
      taskId: 9,
      unitName: "市财政局",
      reason: { code: "no-contact", params: { unit: "市财政局" } },
    });
    const text = textOf(renderDigest(digestView([digestLine({ taskId: 7 }), mend]))).join("\n");
    expect(text.indexOf("前报送")).toBeLessThan(text.indexOf("请指定联络员"));
    expect(text.indexOf("前报送")).toBeGreaterThanOrEqual(0);
  });
});

describe("the secretary's view of a day", () => {
  const reminder: PlannedReminder = {
    key: "11:1:lead:L2",
    occurrenceId: 11,
    taskId: 21,
    unitId: 1,
    contactId: 12,
    role: "lead",
    step: 3,
    level: 2,
    dueDate: "2026-12-09",
    reason: { code: "escalated-to-head", params: { unit: "市教育局", days: 3 } },
  };
  const plan: DayPlan = {
    date: "2026-12-14",
    workingDay: true,
    digests: [],
    skipped: [
      {
        taskId: 22,
        unitId: 1,
        role: "lead",
        reason: { code: "escalation-stopped", params: { unit: "市教育局", why: "已电话说明" } },
      },
    ],
    escalations: [
      {
        rung: "head",
        slackUser: "UH",
        reminder,
        passedOver: [{ code: "no-deputy", params: { unit: "市教育局" } }],
      },
    ],
  };
  const names = { task: (id: number) => String(id), unit: () => "市教育局" };

  it("says what will climb, to whom and why, which rungs have nobody, and what was stopped", () => {
    const text = textOf(renderDayPlan(plan, names));
    expect(text).toContain("*将升级 1 项*");
    expect(text).toContain(
      "21 市教育局 → 负责人：尚未收到市教育局进展，已逾期 3 个工作日，抄送负责人（市教育局没有可另行提醒的副联络员）",
    );
    expect(text).toContain("22 市教育局：已停止升级：已电话说明");
  });
});
