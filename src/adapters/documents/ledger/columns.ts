// The columns of the ledger's sheets, in their order: the same in .xlsx and .csv.
import type { IsoDate } from "../../../domain/calendar.ts";
import type { LedgerLine } from "../../../domain/meetings/ledger-book.ts";
import type { Reason } from "../../../domain/reason.ts";
import type { LightColour } from "../../../domain/status/light.ts";
import type { Status } from "../../../domain/status/status.ts";

/** The sentences a ledger takes from `text/`; its headings it has itself, as the agenda has its own. */
export interface LedgerWords {
  sayReason(reason: Reason, today: IsoDate): string;
  sayStatus(status: Status, percent: number | null): string;
}

export type CellValue = string | number | { readonly date: IsoDate } | { readonly percent: number } | null;

export interface Column {
  readonly heading: string;
  /** In half-width characters. */
  readonly width: number;
  /** Only where a sheet is a unit's. */
  readonly unitOnly?: true;
  /** Its cells have the light's colour. */
  readonly light?: true;
  value(line: LedgerLine, words: LedgerWords, today: IsoDate): CellValue;
}

const LIGHT: Readonly<Record<LightColour, string>> = { red: "红", yellow: "黄", green: "绿", grey: "灰" };

const day = (date: IsoDate | null): CellValue => (date === null ? null : { date });

export const COLUMNS: readonly Column[] = [
  { heading: "文件", width: 10, value: (line) => line.documentShortTitle },
  { heading: "章节", width: 14, value: (line) => line.section },
  { heading: "序号", width: 6, value: (line) => numberIn(line.ref) },
  { heading: "事项", width: 16, value: (line) => line.title },
  { heading: "任务内容", width: 38, value: (line) => line.text },
  { heading: "本单位职责", width: 8, unitOnly: true, value: ({ role }) => (role === "lead" ? "牵头" : "配合") },
  { heading: "牵头单位", width: 18, value: (line) => line.lead.join("\n") },
  { heading: "配合单位", width: 20, value: (line) => line.supporting.join("\n") },
  { heading: "原定时限", width: 11, value: (line) => day(line.originalDue) },
  { heading: "现定时限", width: 11, value: (line) => day(line.currentDue) },
  { heading: "变更次数", width: 6, value: (line) => line.changes },
  { heading: "灯", width: 5, light: true, value: (line) => LIGHT[line.light.colour] },
  { heading: "亮灯原因", width: 20, value: (line, words, today) => words.sayReason(line.light.reason, today) },
  { heading: "状态", width: 10, value: (line, words) => (line.status ? words.sayStatus(line.status, null) : "未报") },
  { heading: "完成比例", width: 8, value: ({ percent }) => (percent === null ? null : { percent }) },
  { heading: "进展情况", width: 36, value: (line) => line.progressText },
  {
    heading: "量化目标",
    width: 28,
    value: (line, words, today) => line.targets.map((target) => words.sayReason(target, today)).join("\n"),
  },
  { heading: "存在问题", width: 20, value: (line) => line.problems },
  { heading: "下一步措施", width: 20, value: (line) => line.nextStep },
];

/** Numbers are sorted as numbers. */
function numberIn(ref: string): CellValue {
  return /^\d{1,6}$/.test(ref) ? Number(ref) : ref;
}
