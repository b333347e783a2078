// The words after a command.
import { describe, expect, it } from "vitest";
import {
  parseContact,
  parseDate,
  parseNearDate,
  splitTaskRef,
} from "../../../../src/adapters/slack/input/arguments.ts";

describe("a task's number in front", () => {
  it.each([
    ["", null, ""],
    ["21", "21", ""],
    ["21 已开156个班", "21", "已开156个班"],
    ["21：已开156个班", "21", "已开156个班"],
    ["第21项 已完成", "21", "已完成"],
    ["２１　已完成", "21", "已完成"],
    ["（二十一） 已完成", "(二十一)", "已完成"],
    ["21. 已完成", "21", "已完成"],
    ["责任分工·21 已完成", "责任分工·21", "已完成"],
    ["已开156个班", null, "已开156个班"],
    ["156个班 已开", null, "156个班 已开"],
    ["60% 左右", null, "60% 左右"],
    ["2026年底前完成", null, "2026年底前完成"],
    ["一切正常", null, "一切正常"],
  ])("%j → %j %j", (text, ref, rest) => {
    expect(splitTaskRef(text)).toEqual({ ref, rest });
  });
});

describe("dates", () => {
  it.each([
    ["2026-12-15", "2026-12-15"],
    ["2026年12月15日", "2026-12-15"],
    ["12月15日", "2026-12-15"],
    ["１２月１５日", "2026-12-15"],
    ["12 月 15 号", "2026-12-15"],
    ["12-15", "2026-12-15"],
    ["11月20日", "2026-11-20"],
    ["3月1日", "2027-03-01"],
    ["2月29日", null],
    ["2028年2月29日", "2028-02-29"],
    ["13月1日", null],
    ["12月32日", null],
    ["明天", null],
    ["", null],
    ["2026-12-15 9:00", null],
  ])("%j on 2026-11-20 → %j", (text, date) => {
    if (date === null) expect(() => parseDate(text, "2026-11-20")).toThrow("bad-date");
    else expect(parseDate(text, "2026-11-20")).toBe(date);
  });
});

describe("days gone by or to come", () => {
  it.each([
    ["11月18日", "2026-11-18"],
    ["11月20日", "2026-11-20"],
    ["3月1日", "2027-03-01"],
    ["9月1日", "2026-09-01"],
    ["2025-03-01", "2025-03-01"],
    ["2月29日", null],
  ])("%j on 2026-11-20 → %j", (text, date) => {
    if (date === null) expect(() => parseNearDate(text, "2026-11-20")).toThrow("bad-date");
    else expect(parseNearDate(text, "2026-11-20")).toBe(date);
  });
  it("the last days of a year are near to its first", () => {
    expect(parseNearDate("12月31日", "2027-01-04")).toBe("2026-12-31");
  });
});

describe("contacts", () => {
  it.each([
    ["市教育局 <@U0JIAOYU|jiaoyu>", { unitName: "市教育局", person: "<@U0JIAOYU|jiaoyu>", role: "primary" }],
    ["市教育局 @李明 副", { unitName: "市教育局", person: "@李明", role: "deputy" }],
    ["市教育局 @Li Ming 负责人", { unitName: "市教育局", person: "@Li Ming", role: "head" }],
    ["市教育局　@李明　deputy", { unitName: "市教育局", person: "@李明", role: "deputy" }],
    ["市教育局 负责人", { unitName: "市教育局", person: "负责人", role: "primary" }],
  ])("%j", (text, contact) => {
    expect(parseContact(text)).toEqual(contact);
  });
  it("needs a unit and a person", () => {
    expect(() => parseContact("市教育局")).toThrow("missing-argument");
  });
});
