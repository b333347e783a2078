// Which files of the data folder make the office's calendar, and which are refused.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openOfficeCalendar } from "../../../src/adapters/calendar/office-calendar.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "calendar-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Uint8Array = "") => {
  const whole = path.join(folder, name);
  writeFileSync(whole, content);
  return whole;
};

test("without any file it is mainland China's", () => {
  expect(openOfficeCalendar(folder, null).isWorkingDay("2026-10-01")).toBe(false);
  expect(openOfficeCalendar(path.join(folder, "not there"), null).isOfficial(2026)).toBe(true);
});

test("calendar.txt wins over what is announced", () => {
  file("calendar.txt", "2026-10-01 班");
  expect(openOfficeCalendar(folder, null).isWorkingDay("2026-10-01")).toBe(true);
});

test("holidays.txt takes the place of mainland China's, a named list that of both", () => {
  file("holidays.txt", "2026-12-25 圣诞节");
  const region = openOfficeCalendar(folder, null);
  expect(["2026-10-01", "2026-12-25"].map((day) => region.isWorkingDay(day))).toEqual([true, false]);
  const named = openOfficeCalendar(folder, file("elsewhere.txt", "2026-11-26"));
  expect(["2026-11-26", "2026-12-25"].map((day) => named.isWorkingDay(day))).toEqual([false, true]);
});

test("a list that is named and missing is refused", () => {
  const missing = path.join(folder, "missing.txt");
  expect(() => openOfficeCalendar(folder, missing)).toThrowError("config-invalid");
});

test("a file as Windows saves it is read", () => {
  // 2027-02-08 休 and 2027-02-14 班 in GBK
  const gbk = Buffer.from("323032372d30322d303820d0dd0d0a323032372d30322d313420b0e00d0a", "hex");
  file("calendar.txt", gbk);
  const calendar = openOfficeCalendar(folder, null);
  expect(["2027-02-08", "2027-02-14"].map((day) => calendar.isWorkingDay(day))).toEqual([false, true]);
  expect(calendar.remarks?.("2026-11-22")).toEqual([]);
});

test("a file of 50 MB is refused without being read", () => {
  truncateSync(file("calendar.txt"), 50 * 1024 * 1024);
  expect(() => openOfficeCalendar(folder, null)).toThrowError("calendar-file-too-large");
});

test("what is no text file is refused: a folder, a device, a pipe, bytes", () => {
  const unreadable = "calendar-file-unreadable";
  const calendar = path.join(folder, "calendar.txt");
  mkdirSync(calendar);
  expect(() => openOfficeCalendar(folder, null)).toThrowError(unreadable);
  rmSync(calendar, { recursive: true });
  symlinkSync("/dev/zero", calendar);
  expect(() => openOfficeCalendar(folder, null)).toThrowError(unreadable);
  rmSync(calendar);
  execFileSync("mkfifo", [calendar]);
  expect(() => openOfficeCalendar(folder, null)).toThrowError(unreadable);
  rmSync(calendar);
  file("calendar.txt", Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
  expect(() => openOfficeCalendar(folder, null)).toThrowError(unreadable);
});
