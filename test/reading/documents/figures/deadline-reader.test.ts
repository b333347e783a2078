import { describe, expect, test } from "vitest";
import { readDeadlines } from "../../../../src/reading/documents/figures/deadline-reader.ts";

const march = { date: "2026-03-18", year: 2026 };
const read = (text: string, field = "", context: Parameters<typeof readDeadlines>[2] = march) =>
  readDeadlines(text, field, context).map(({ kind, due, everyMonths, month, day, text: words }) =>
    [
      kind,
      due,
      everyMonths && `every ${everyMonths}`,
      month && `month ${month}`,
      day && `day ${day}`,
      words && `"${words}"`,
    ]
      .filter(Boolean)
      .join(" "),
  );

test.each([
  ["到2025年,全市建成示范企业100个", 'by 2025-12-31 "到2025年"'],
  ["2025年底前完成", 'by 2025-12-31 "2025年底前"'],
  ["2022年10月底前建成", 'by 2022-10-31 "2022年10月底前"'],
  ["2026年11月30日前报送", 'by 2026-11-30 "2026年11月30日前"'],
  ["力争2027年建成投用", 'by 2027-12-31 "力争2027年"'],
  ["到“十五五”末基本建成", 'by 2030-12-31 "“十五五”末"'],
  ["6月底前制定目录", 'by 2026-06-30 "6月底前"'],
  ["1月底前报送总结", 'by 2027-01-31 "1月底前"'],
  ["2月20日前上报", 'by 2027-02-20 "2月20日前"'],
  ["今年9月底前完成", 'by 2026-09-30 "今年9月底前"'],
  ["明年6月底前完成", 'by 2027-06-30 "明年6月底前"'],
  ["年内出台办法", 'by 2026-12-31 "年内"'],
  ["年底前实现全覆盖", 'by 2026-12-31 "年底前"'],
  ["上半年完成招标", 'by 2026-06-30 "上半年"'],
  ["下半年投入使用", 'by 2026-12-31 "下半年"'],
  ["第三季度开展评估", 'by 2026-09-30 "第三季度"'],
  ["2027年第一季度前完成", 'by 2027-03-31 "2027年第一季度前"'],
  ["5年内培育龙头企业", 'by 2031-03-18 "5年内"'],
  ["3个月内制定细则", 'by 2026-06-18 "3个月内"'],
  ["每年开设200个以上", 'annual "每年"'],
  ["年培训5万人次以上", 'annual "年"'],
  ["每季度通报进展", 'recurring every 3 "每季度"'],
  ["每半年召开一次会议", 'recurring every 6 "每半年"'],
  ["每月28日前报送", 'recurring every 1 day 28 "每月28日前"'],
  ["每月调度", 'recurring every 1 "每月"'],
  ["2021年5月1日至2022年4月30日集中整治", 'span 2022-04-30 "2021年5月1日至2022年4月30日"'],
  ["2026年3月至11月开展行动", 'span 2026-11-30 "2026年3月至11月"'],
  ["2026年12月至次年3月开展整治", 'span 2027-03-31 "2026年12月至次年3月"'],
  ["2025年3月至11月开展行动", 'span 2025-11-30 "2025年3月至11月"'],
  ["6月至9月集中排查", 'span 2026-09-30 "6月至9月"'],
  ["5月1日至31日开展宣传", 'span 2026-05-31 "5月1日至31日"'],
  ["即日起至2026年12月31日", 'by 2026-12-31 "至2026年12月31日"'],
  ["自印发之日起3个月内制定细则", 'by 2026-06-18 "印发之日起3个月内"'],
  ["方案印发后30日内上报", 'by 2026-04-17 "印发后30日内"'],
  ["每年6月底前公布目录", 'annual month 6 "每年6月底前"'],
  ["每年3月15日前报送", 'annual month 3 day 15 "每年3月15日前"'],
  ["每年第一季度发布报告", 'annual month 3 "每年第一季度"'],
  ["每年下半年开展评估", 'annual month 12 "每年下半年"'],
  ["每年9月至10月组织体检", 'annual month 10 "每年9月至10月"'],
  ["每年年底前总结", 'annual "每年年底前"'],
  ["每两年评选一次", 'undated "每两年"'],
  ["每周调度进展", 'undated "每周"'],
  ["定期发布目录", 'undated "定期"'],
  ["长期坚持", 'undated "长期坚持"'],
  ["持续推进改革", 'undated "持续推进"'],
  ["完善机制", "undated"],
])("%s", (text, rule) => {
  expect(read(text)).toEqual([rule]);
});

test("several dates in one task, in their order", () => {
  expect(read("2026年6月底前完成调查,9月底前制定方案,2027年底前建成;每年12月15日前报送总结")).toEqual([
    'by 2026-06-30 "2026年6月底前"',
    'by 2026-09-30 "9月底前"',
    'by 2027-12-31 "2027年底前"',
    'annual month 12 day 15 "每年12月15日前"',
  ]);
});

test("several in one task, each once", () => {
  expect(read("到2025年,建成10所以上,每年输送5000人以上。到2025年全覆盖")).toEqual([
    'by 2025-12-31 "到2025年"',
    'annual "每年"',
  ]);
});

test.each([
  "根据2019年7月10日印发的通知",
  "自2026年1月1日起施行",
  "聘用之日起3年内取得资格",
  "近3年内无违法记录",
  "每5年累计不少于6个月赴企业实践",
  "按每人每月200元标准补助",
  "对每个班每年给予1万元补助",
  "2025年度考核办法",
  "不定期抽查",
  "参加社会保险满一年以上",
])("no deadline: %s", (text) => {
  expect(read(text)).toEqual(["undated"]);
});

describe("a time column", () => {
  test.each([
    ["2026年12月", "by 2026-12-31"],
    ["2026-09-30", "by 2026-09-30"],
    ["2026.6", "by 2026-06-30"],
    ["12月", "by 2026-12-31"],
    ["2027年", "by 2027-12-31"],
    ["全年", "by 2026-12-31"],
    ["长期", "undated"],
    ["持续推进", "undated"],
  ])("%s", (field, rule) => {
    expect(read("建立制度", field)).toEqual([`${rule} "${field}"`]);
  });

  test("stands before the dates of the text", () => {
    expect(read("每年评估一次", "2026年10月底前")).toEqual(['by 2026-10-31 "2026年10月底前"', 'annual "每年"']);
  });
});

test("without a year to count from no date is made up", () => {
  expect(read("6月底前制定目录", "", { date: null, year: null })).toEqual(['undated "6月底前"']);
  expect(read("5年内建成", "", { date: null, year: 2026 })).toEqual(['undated "5年内"']);
});
