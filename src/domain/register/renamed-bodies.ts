// Bodies that took another name, or were joined into another body, with the day by which the old name was gone.
import type { IsoDate } from "../calendar.ts";

export interface Renaming {
  readonly old: readonly string[];
  readonly now: readonly string[];
  /** The last day on which documents may be expected to use the old names. */
  readonly until: IsoDate;
}

/**
 * The reform of 2018–2019: decided in March 2018; provinces, cities and counties were to have finished by the end of March 2019,
 * the tax offices (merged district by district) by 20 July 2018. Names without 市／区／县, full or short.
 */
const REFORM = "2019-03-31";
const TAX_REFORM = "2018-07-20";

export const RENAMED_BODIES: readonly Renaming[] = [
  {
    old: ["卫生和计划生育委员会", "卫生计生委", "卫计委", "卫生和计划生育局", "卫生计生局", "卫计局", "卫生局"],
    now: ["卫生健康委员会", "卫生健康委", "卫健委", "卫生健康局", "卫健局"],
    until: REFORM,
  },
  {
    old: [
      "旅游局",
      "旅游发展委员会",
      "旅游发展委",
      "旅发委",
      "旅游委",
      "文化局",
      "文化广电新闻出版局",
      "文广新局",
      "文化广播电视新闻出版局",
    ],
    now: ["文化和旅游局", "文化旅游局", "文旅局", "文化广电和旅游局", "文广旅局", "文化和旅游委员会", "文化旅游委"],
    until: REFORM,
  },
  {
    old: [
      "工商行政管理局",
      "工商局",
      "质量技术监督局",
      "质监局",
      "食品药品监督管理局",
      "食品药品监管局",
      "食药监局",
      "知识产权局",
    ],
    now: ["市场监督管理局", "市场监管局"],
    until: REFORM,
  },
  {
    old: ["国土资源局", "国土局", "规划局", "城乡规划局", "国土资源和规划局"],
    now: ["自然资源局", "自然资源和规划局", "资规局"],
    until: REFORM,
  },
  { old: ["环境保护局", "环保局"], now: ["生态环境局"], until: REFORM },
  {
    old: ["农业局", "农业委员会", "农委", "畜牧局", "畜牧兽医局", "农业机械局"],
    now: ["农业农村局", "农业农村委员会", "农业农村委"],
    until: REFORM,
  },
  { old: ["安全生产监督管理局", "安全监管局", "安监局"], now: ["应急管理局", "应急局"], until: REFORM },
  {
    old: ["经济和信息化委员会", "经信委", "经济和信息化局", "经信局"],
    now: ["工业和信息化局", "工信局"],
    until: REFORM,
  },
  { old: ["政府法制办公室", "法制办公室", "法制办", "法制局"], now: ["司法局"], until: REFORM },
  { old: ["粮食局"], now: ["粮食和物资储备局"], until: REFORM },
  { old: ["金融工作办公室", "金融办", "金融工作局"], now: ["地方金融监督管理局", "地方金融监管局"], until: REFORM },
  { old: ["公安消防支队", "消防支队"], now: ["消防救援支队"], until: REFORM },
  { old: ["国家税务局", "国税局", "地方税务局", "地税局"], now: ["税务局"], until: TAX_REFORM },
];
