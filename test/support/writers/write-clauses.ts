// A register as clauses: each task a numbered paragraph that ends with who is responsible.
import type { SampleRegister, SampleTask } from "./sample-register.ts";

export interface ClauseStyle {
  readonly number: "（一）" | "1." | "1、" | "（1）";
  readonly open: "（" | "(" | "[" | "【";
  readonly lead: "牵头单位" | "牵头部门" | "牵头责任单位" | "主办单位" | "主要责任单位";
  readonly supporting: "配合单位" | "协办单位" | "协同配合单位" | "参与单位" | "责任单位" | "责任部门";
  readonly colon: "：" | ":";
  readonly comma: "，" | "；" | "," | ";";
  readonly between: "、" | "，" | ",";
  /** In brackets at the end of the paragraph, or on lines of their own. */
  readonly place: "behind" | "below";
}

const NUMERALS = "零一二三四五六七八九";
const CLOSE = { "（": "）", "(": ")", "[": "]", "【": "】" } as const;

export function writeClauses({ title, tasks }: SampleRegister, style: ClauseStyle): string {
  const lines = [title, ""];
  let section: string | null = null;
  for (const task of tasks) {
    if (task.section !== null && task.section !== section) lines.push(task.section);
    section = task.section;
    lines.push(...clauseOf(task, style));
  }
  return `${lines.join("\n")}\n`;
}

function clauseOf(task: SampleTask, style: ClauseStyle): string[] {
  const { colon, comma, between, open } = style;
  const parts = [
    `${style.lead}${colon}${task.lead.join(between)}`,
    ...(task.supporting.length > 0 ? [`${style.supporting}${colon}${task.supporting.join(between)}`] : []),
    ...(task.deadline === "" ? [] : [`完成时限${colon}${task.deadline}`]),
  ];
  const words = `${numberOf(task.number, style)}${task.text}`;
  return style.place === "below" ? [words, ...parts] : [`${words}${open}${parts.join(comma)}${CLOSE[open]}`];
}

function numberOf(number: string, { number: kind }: ClauseStyle): string {
  if (kind === "（一）") return `（${spelled(Number(number))}）`;
  return kind.replace("1", number);
}

function spelled(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10 === 0 && tens > 0 ? "" : (NUMERALS[n % 10] ?? "");
  return tens === 0 ? ones : `${tens === 1 ? "" : NUMERALS[tens]}十${ones}`;
}
