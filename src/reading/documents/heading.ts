// What a document is: title, what it is called for short, issuer, number and date. Read from the lines before and after the clauses.
import type { IsoDate } from "../../domain/calendar.ts";
import { isIsoDate } from "../../domain/calendar.ts";
import { parseChineseNumber } from "../chinese-number.ts";
import { toSimplified } from "../script.ts";
import type { Block, Paragraph, Passage } from "./blocks/blocks.ts";
import { readMarker } from "./clauses/numbering.ts";
import { endsClause, isDateLine, isFurniture, isSignature } from "./furniture.ts";
import { readValidity } from "./validity.ts";

export interface Heading {
  readonly title: string;
  readonly shortTitle: string;
  readonly issuer: string | null;
  readonly number: string | null;
  readonly date: IsoDate | null;
  /** The year the document is of, where only that is known (from its number or title). */
  readonly year: number | null;
  /** The last day of its validity; null when it says none or 长期. */
  readonly validUntil: IsoDate | null;
  /** The paragraphs that are the title. */
  readonly sources: readonly Paragraph[];
}

/** What official documents are called; the longer names first. */
const KINDS =
  /(?:责任分工|任务分工|重点工作分工|分工方案|任务分解|实施意见|指导意见|若干意见|工作意见|实施方案|工作方案|行动方案|总体方案|行动计划|工作计划|实施计划|若干措施|政策措施|工作措施|工作要点|任务清单|责任清单|工作清单|实施细则|管理办法|实施办法|发展规划|实施纲要|工作台账|会议纪要|办法|意见|方案|计划|规划|措施|细则|规定|决定|通知|通告|纲要|要点|清单|台账|分工|纪要)$/;
const TRIAL = /\((?:试行|暂行|征求意见稿|修订|[^()]{0,12}版)\)$/;
const NUMBER = /([\u4e00-\u9fff]{1,10})[〔[(【]((?:19|20)\d{2})[〕\])】]第?(\d{1,4})号/;
/** Beyond so many lines a heading has ended. */
const LONGEST_HEAD = 80;
const LONGEST_TITLE = 80;

/** Title and data of a document. `fileName` names what has no title. */
export function readHeading(blocks: readonly Block[], fileName: string): Heading {
  const paragraphs = blocks.filter((b) => b.kind === "paragraph");
  const firstTable = blocks.findIndex((b) => b.kind === "table");
  const before = firstTable < 0 ? paragraphs : blocks.slice(0, firstTable).filter((b) => b.kind === "paragraph");
  const head = headOf(before);
  const titled = readTitle(head);
  const title = titled?.title ?? toSimplified(fileName.replace(/^.*[\\/]/, "").replace(/\.[^.]{1,5}$/, ""));
  const lines = head.map((p) => p.text.plain);
  const tail = paragraphs.slice(-30).map((p) => p.text.plain);
  const number = readNumber(lines);
  const date = readDate(lines, tail);
  const year = date?.slice(0, 4) ?? /〔(\d{4})〕/.exec(number ?? "")?.[1] ?? /(20\d{2})年/.exec(title)?.[1];
  return {
    title,
    shortTitle: shortTitleOf(title),
    issuer: readIssuer(lines, tail, title),
    number,
    date,
    year: year === undefined ? null : Number(year),
    validUntil: readValidity([...lines, ...tail], date),
    sources: titled?.sources ?? [],
  };
}

/** The paragraphs before the first clause. */
function headOf(paragraphs: readonly Paragraph[]): Paragraph[] {
  const first = paragraphs.findIndex((p) => readMarker(p.text.plain) !== null);
  return paragraphs.slice(0, Math.min(first < 0 ? LONGEST_HEAD : first, LONGEST_HEAD));
}

/** Whether a line outside all clauses is part of the document's head or foot: number, red head, signature, date, annex. */
export function isHeadingLine(plain: string): boolean {
  const bare = plain.replace(/\s+/g, "");
  return (
    endsClause(plain, "") ||
    isSignature(plain) ||
    /^\S{3,30}文件$/.test(bare) ||
    (bare.length <= 60 && NUMBER.exec(bare)?.index === 0) ||
    (bare.length <= 100 && isDateLine(bare))
  );
}

interface Title {
  readonly title: string;
  readonly sources: readonly Paragraph[];
}

function readTitle(head: readonly Paragraph[]): Title | null {
  const lines = head.filter(({ text }) => !isFurniture(text.plain));
  for (const [i, line] of lines.entries()) {
    if (!isTitle(line.text)) continue;
    const before = lines[i - 1];
    const twoLines = line.text.plain.startsWith("关于") && before && isSignature(before.text.plain);
    const sources = twoLines ? [before, line] : [line];
    return { title: innerTitle(sources.map(({ text }) => oneLine(text)).join("")), sources };
  }
  const first = lines.find(({ text }) => couldBeTitle(text.plain));
  return first ? { title: oneLine(first.text), sources: [first] } : null;
}

function oneLine(text: Passage): string {
  return toSimplified(text.original).replace(/\s+/g, "");
}

/** A line that is called nothing official but can be nothing else: 2026年城市管理重点工作. */
function couldBeTitle(line: string): boolean {
  return (
    /^[^,。;:、]{6,40}$/.test(line) && !/^(?:附件|附表)|文件$/.test(line) && !NUMBER.test(line) && !isSignature(line)
  );
}

function isTitle(line: Passage): boolean {
  const bare = line.plain.replace(/\s+/g, "");
  return (
    bare.length <= LONGEST_TITLE && bare.length >= 4 && !/[。;:]/.test(bare) && KINDS.test(bare.replace(TRIAL, ""))
  );
}

/** 关于印发《…方案》的通知 is about the plan. */
function innerTitle(title: string): string {
  return /(?:印发|转发|下发)《([^《》]{4,60})》的通知$/.exec(title)?.[1] ?? title;
}

function shortTitleOf(title: string): string {
  const bare = title.replace(/[（(][^（()）]{0,12}[)）]$/, "");
  return KINDS.exec(bare)?.[0] ?? bare.slice(-8);
}

function readNumber(lines: readonly string[]): string | null {
  for (const line of lines) {
    const alone = line.replace(/^(?:文件编号|发文字号|文号) ?:? ?/, "").replace(/\s/g, "");
    const found = NUMBER.exec(alone.slice(0, 60));
    if (found?.index === 0) return `${found[1]}〔${found[2]}〕${found[3]}号`;
  }
  return null;
}

function readIssuer(lines: readonly string[], tail: readonly string[], title: string): string | null {
  for (const line of lines) {
    const row = /(?:发布机构|发文机关|发文机构|制发机关|发布单位) ?:? ?(\S{3,30})/.exec(line);
    if (row?.[1]) return row[1];
  }
  const signature = tail.findIndex((line, i) => isSignature(line) && isDateLine(tail[i + 1] ?? ""));
  if (signature >= 0) return (tail[signature] ?? "").replace(/\s+/g, "");
  const redHead = lines.map((line) => /^(\S{3,30})文件$/.exec(line.replace(/\s+/g, ""))?.[1]).find(Boolean);
  return redHead ?? /^(.{3,24}?(?:办公室|办公厅|人民政府|委员会))关于/.exec(title)?.[1] ?? null;
}

/** The date under the signature; else the one the page gives. */
function readDate(lines: readonly string[], tail: readonly string[]): IsoDate | null {
  const signed = [...tail].reverse().find(isDateLine) ?? lines.find(isDateLine);
  if (signed) return parseDate(signed);
  for (const line of lines) {
    const row = /(?:成文日期|生成日期|发布日期|发布时间|印发日期|日期) ?:? ?(\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2})/.exec(
      line,
    );
    if (row?.[1]) return parseDate(row[1]);
  }
  return null;
}

/** 2019年7月10日, 2019-07-10, 二〇一九年七月十日. */
function parseDate(text: string): IsoDate | null {
  const plain = text.replace(/\s+/g, "").replaceAll("○", "〇");
  const parts = plain.split(/[-年月日/.()]/).filter((part) => part !== "");
  const [year, month, day] = parts.map((part) => parseChineseNumber(part));
  if (!year || !month || !day) return null;
  const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isIsoDate(date) ? date : null;
}
