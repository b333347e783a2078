// Words of the working calendar: what is not announced yet, and what the office's own files say wrongly.
export const calendar = {
  unannounced:
    "{{years}} 年放假安排尚未公布，工作日暂按周末推算；公布后请更新程序，或在数据目录的 calendar.txt 中逐日补充",
  announced: "工作日历已公布至 {{year}} 年底",
  "remark-unreadable": "{{file}} 第 {{line}} 行无法读取，未采用：{{text}}",
  "remark-repeated": "{{file}} 第 {{line}} 行与第 {{earlier}} 行重复：{{text}}",
  "remark-contradicted": "{{file}} 第 {{line}} 行与第 {{earlier}} 行矛盾，以第 {{line}} 行为准：{{text}}",
  "remark-past": "{{file}} 第 {{line}} 行的日期已过，仍计入逾期天数的推算：{{text}}",
  "remark-past-many": "{{file}} 有 {{count}} 行日期已过，仍计入逾期天数的推算",
  "remark-more": "{{file}} 另有 {{count}} 处待核对",
} as const;
