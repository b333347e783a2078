// The words: every code has a sentence, dates are said as people say them.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ReasonCode } from "../../src/domain/reason.ts";
import { Refusal, type RefusalCode } from "../../src/errors.ts";
import { zhByCode } from "../../src/text/languages.ts";
import {
  say,
  sayAmount,
  sayDate,
  sayDaysLeft,
  sayLight,
  sayList,
  sayReason,
  sayRefusal,
  sayRole,
  sayShortDate,
  sayStatus,
  sayTargets,
} from "../../src/text/say.ts";

/** The figures that `file` documents beside each code: `| "overdue" // {days}`. */
function documented(file: string): Map<string, string[]> {
  const lines = readFileSync(new URL(file, import.meta.url), "utf8").matchAll(
    /^ {2}\| "([\w-]+)";?(?: \/\/ .*?\{([^}]*)\})?/gm,
  );
  return new Map([...lines].map(([, code = "", names = ""]) => [code, names.match(/\w+/g) ?? []]));
}

function figuresOf(names: readonly string[]): Record<string, string | number> {
  const dates = ["date", "since", "earliest"];
  return Object.fromEntries(names.map((name, index) => [name, dates.includes(name) ? "2026-12-09" : index + 1]));
}

describe("every reason and refusal", () => {
  const reasons = [...documented("../../src/domain/reason.ts")];
  const refusals = [...documented("../../src/errors.ts")];

  it("is documented with its figures", () => {
    expect(reasons.map(([code]) => code).sort()).toEqual(Object.keys(zhByCode.reasons).sort());
    expect(refusals.map(([code]) => code).sort()).toEqual(Object.keys(zhByCode.refusals).sort());
    const undocumented = (table: Record<string, readonly string[]>, known: [string, string[]][]) =>
      known.flatMap(([code, names]) =>
        [...(table[code]?.join("") ?? "").matchAll(/\{\{(\w+)\}\}/g)]
          .map(([, name = ""]) => name)
          .filter((name) => !names.includes(name) && !(name === "left" && names.includes("days")))
          .map((name) => `${code}: ${name}`),
      );
    expect(undocumented(zhByCode.reasons, reasons)).toEqual([]);
    expect(undocumented(zhByCode.refusals, refusals)).toEqual([]);
  });

  it.each(reasons)("%s is a whole sentence, with its figures and without", (code, names) => {
    for (const params of [figuresOf(names), {}]) {
      const text = sayReason({ code: code as ReasonCode, params });
      expect(text).not.toMatch(/\{\{|\}\}|undefined|^reasons\./);
      expect(text.length).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(refusals)("%s says why and what would work", (code, names) => {
    for (const details of [figuresOf(names), {}]) {
      const text = sayRefusal(new Refusal(code as RefusalCode, details));
      expect(text).not.toMatch(/\{\{|\}\}|undefined|^refusals\./);
      expect(text).toMatch(/请|发送/);
      expect(text).not.toMatch(/[!！]|你/);
    }
  });

  it("uses the fullest sentence whose figures are given", () => {
    expect(sayReason({ code: "supporting-missing", params: { missing: "市教育局", answered: 4, total: 9 } })).toBe(
      "配合单位 4/9 已报，尚未收到：市教育局",
    );
    expect(sayReason({ code: "supporting-missing", params: { answered: 4, total: 9 } })).toBe("配合单位 4/9 已报");
    expect(sayReason({ code: "extension-pending", params: { date: "" } })).toBe("延期申请正在审核");
  });

  it("says days as people do, and dates without the year of today", () => {
    expect(sayReason({ code: "light-due-unreported", params: { days: 0 } })).toBe("今天到期，尚未收到进展");
    expect(sayReason({ code: "already-reported", params: { date: "2026-11-03" } }, "2026-12-01")).toBe(
      "11月3日已收到本期进展",
    );
    expect(sayReason({ code: "deadline-from-target", params: { date: "2025-12-31" } })).toBe(
      "时限取自量化目标中的日期：2025年12月31日",
    );
  });

  it("matches the refusal of the style guide", () => {
    expect(sayRefusal(new Refusal("unknown-task", { ref: "35", range: "1–29" }))).toBe(
      "未保存：第 35 项不存在（现有第 1–29 项）。发送「/lianxi 我的」可查看贵单位的事项。",
    );
    expect(sayRefusal(new Refusal("missing-argument", { name: "task" }))).toContain("缺少事项编号");
  });

  it("takes figures as they are, whatever they hold", () => {
    const odd = "$t(common.none) {{range}} $& <b> &amp;";
    expect(sayRefusal(new Refusal("unknown-task", { ref: odd }))).toContain(`第 ${odd} 项`);
  });
});

describe("dates", () => {
  it.each([
    ["2026-12-09", undefined, "12月9日（周三）"],
    ["2026-12-09", "2026-12-09", "12月9日（周三）"],
    ["2026-12-12", "2026-12-09", "12月12日（周六）"],
    ["2026-12-13", "2026-12-09", "12月13日（周日）"],
    ["2026-12-14", "2026-12-09", "12月14日（周一）"],
    ["2027-01-01", "2026-12-31", "2027年1月1日（周五）"],
    ["2025-12-31", "2026-01-01", "2025年12月31日（周三）"],
    ["2028-02-29", null, "2028年2月29日（周二）"],
  ])("%s, today %s → %s", (date, today, said) => {
    expect(sayDate(date, today)).toBe(said);
  });

  it("says days gone by without a weekday", () => {
    expect(sayShortDate("2026-11-03", "2026-12-01")).toBe("11月3日");
    expect(sayShortDate("2025-11-03", "2026-12-01")).toBe("2025年11月3日");
  });

  it.each([
    [5, "还有 5 个工作日"],
    [0, "今天到期"],
    [-3, "已逾期 3 个工作日"],
  ])("%s working days: %s", (days, said) => {
    expect(sayDaysLeft(days)).toBe(said);
  });
});

describe("states, lists and amounts", () => {
  it("names states, roles and lights", () => {
    expect(sayStatus("on_track", 60)).toBe("推进中 60%");
    expect(sayStatus("at_risk")).toBe("存在滞后风险");
    expect([sayRole("lead"), sayRole("supporting")]).toEqual(["牵头", "配合"]);
    expect((["red", "yellow", "green", "grey"] as const).map(sayLight)).toEqual(["🔴", "🟡", "🟢", "⚪"]);
  });

  it("cuts lists and says how many there are", () => {
    expect(sayList(["甲", "乙"])).toBe("甲、乙");
    expect(sayList(["甲", "乙", "丙"], 2)).toBe("甲、乙等 3 个");
  });

  it.each([
    [156, "个", "156 个"],
    [21_000, "人", "2.1万人"],
    [10_001, "人", "10001 人"],
    [75, "%", "75%"],
  ])("%s%s → %s", (value, unit, said) => {
    expect(sayAmount(value, unit)).toBe(said);
  });

  it("says targets with their period and side", () => {
    const target = { value: 25_000, unit: "人", period: "annual", scope: "whole", text: "" } as const;
    expect(sayTargets([{ ...target, comparator: ">=" }])).toBe("每年 2.5万人以上");
    expect(sayTargets([{ ...target, comparator: "<=", period: "by 2025-12-31", scope: "each" }])).toBe(
      "到2025年12月31日 每个成员单位 2.5万人以内",
    );
  });

  it("fills words in", () => {
    expect(say("common.more", { count: 12 })).toBe("另有 12 项");
  });
});
