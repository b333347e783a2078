import { expect, test } from "vitest";
import { readValidity } from "../../../src/reading/documents/validity.ts";

test.each([
  ["有效期 长期", null],
  ["有效期至2027年12月31日", "2027-12-31"],
  ["有效期:2028-06-30", "2028-06-30"],
  ["本办法自2026年1月1日起施行,有效期至2030年底", "2030-12-31"],
  ["本办法自2026年5月1日起施行,有效期5年", "2031-04-30"],
  ["有效期三年", "2029-03-17"],
  ["有效期2年,自2026年1月1日起施行", "2027-12-31"],
  ["身份证有效期内", null],
])("%s", (line, date) => {
  expect(readValidity([line], "2026-03-18")).toBe(date);
});
