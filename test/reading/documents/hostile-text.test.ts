// Text made to be slow: a reader that is not linear would still be at work when the test runner gives up.
import { expect, test } from "vitest";
import { readText } from "../../support/read-text.ts";

const LENGTH = 300_000;
const HEAD = "\t序号\n\t工作任务\n\t牵头单位\n\n";
const END = "（牵头单位：市教育局）";

test.each([
  ["brackets never closed", "一、", "（", END],
  ["labels without end", "一、", "（牵头单位：", ""],
  ["one unit list", "一、（牵头单位：", "市教育局和", "）"],
  ["由 without 牵头", "一、", "由市教育局", ""],
  ["one long number", "一、", "9", END],
  ["thousands", "一、", "99,999", END],
  ["dates", "一、", "到2025年", END],
  ["payments", "一、", "对补助,的", END],
  ["targets", "一、", "达到5个", END],
  ["spaces", "一、", " ", END],
  ["tabs", "", "\t", ""],
  ["prose behind tabs", "", "\t正文\n", ""],
  ["blank rows", `${HEAD}\tx\n`, "\n", "x\n\ty"],
  ["bars", "", "|a|-|\n", ""],
  ["column heads", "", "序号\n工作任务\n牵头单位\n", ""],
  ["numbers", "", "1.\n", ""],
  ["quotation marks", "", "《", ""],
  ["meetings", "", "会议主要讨论", ""],
  ["bookmarks", "", "[bookmark:", ""],
  ["drawn rows", "", "│1│任务│市教育局│\n", ""],
  ["drawn lines", "", "├──┼──┤\n│a│\n", ""],
  ["plus and minus", "", "+--+--+\n|a|b|\n", ""],
  ["points of points", "", "1.1.1 x\n", ""],
  ["a unit behind every sentence", "一、", "做好工作。（市教育局负责）", ""],
  ["tasks without numbers", "", "做好工作。（市教育局负责）\n", ""],
  ["lines without a notation", "一、甲。（市教育局负责）\n", "正文\n", END],
  ["validity", "", "有效期至", ""],
  ["verbs", "一、（", "市教育局牵头，", "）"],
])("%s", (_, start, middle, end) => {
  const text = start + middle.repeat(Math.ceil(LENGTH / middle.length)) + end;
  expect(readText(text, "a.txt").tasks.length).toBeLessThan(text.length);
});
