// Topics a document orders every meeting to discuss (专题议题): 主要讨论A、B和C等.
import { toSimplified } from "../script.ts";
import type { Paragraph } from "./blocks/blocks.ts";

const ORDER = /会议[^。;]{0,60}?(?:主要|重点|专题|定期|集中)(?:讨论|研究|审议|协调|听取|会商)(?:解决)?([^。;]{2,200})/;
/** 职业院校招生计划 is about 招生计划: the body named first stands for all topics. */
const BODY = /^(?:全市|我市|本市)?[\u4e00-\u9fff]{2,4}(?:院校|学校|机构)(?=[\u4e00-\u9fff]{4}$)/;
const MOST = 20;

/** In Simplified Chinese, in the document's order; empty where the document orders none. */
export function readStandingTopics(paragraphs: readonly Paragraph[]): string[] {
  for (const { text } of paragraphs) {
    const at = text.plain.search(/(?:主要|重点|专题|定期|集中)(?:讨论|研究|审议|协调|听取|会商)/);
    if (at < 0) continue;
    const found = ORDER.exec(text.plain.slice(Math.max(0, at - 80), at + 240));
    const list = found?.[1]?.replace(/等(?:问题|事项|议题|工作)?$/, "").replace(/(?:问题|事项|议题)$/, "");
    const topics = list?.split(/、|以及|和|及/).map((topic) => topic.trim()) ?? [];
    if (topics.length > 1) return topics.slice(0, MOST).map((topic) => toSimplified(topic.replace(BODY, "")));
  }
  return [];
}
