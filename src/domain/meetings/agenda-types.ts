// The shape of an agenda (议程): seven sections and the ledger as annex. Sections are in the order of the meeting's papers.
import type { IsoDate } from "../calendar.ts";
import type { Reason } from "../reason.ts";
import type { Light } from "../status/light.ts";
import type { Status } from "../status/status.ts";

export type AgendaSectionKey =
  | "previous-decisions" // 一、上次会议议定事项落实情况
  | "overall-progress" // 二、总体进展
  | "lead-reports" // 三、牵头单位汇报
  | "coordination" // 四、需协调解决的问题
  | "standing-topics" // 五、专题议题
  | "requests" // 六、延期与办结申请
  | "confirm-decisions"; // 七、议定事项确认

export interface AgendaItem {
  readonly topic: string;
  /** What items of one section are grouped by: the title of the source document. */
  readonly group?: string;
  /** Null where the item is about no single task. */
  readonly taskId: number | null;
  readonly taskLabel: string | null;
  readonly reportingUnit: string | null;
  /** The contact who reports, by name. */
  readonly presenter: string | null;
  readonly attending: readonly string[];
  readonly reasons: readonly Reason[];
  /**
   * What supporting units said, one line each (section 三); null = nothing yet. In 一 what became of the decision, in 四
   * the problem as the unit put it, in 六 the reason given for the request.
   */
  readonly opinions: readonly { readonly unit: string; readonly text: string | null }[];
  /** 0 = in writing only. */
  readonly minutes: number;
  /** 1 = first time on an agenda. */
  readonly timesSubmitted: number;
}

export interface AgendaSection {
  readonly key: AgendaSectionKey;
  readonly items: readonly AgendaItem[];
  /** Why an empty section is empty. */
  readonly emptyReason: Reason | null;
}

/** One row of 附件: 责任事项进展台账. */
export interface LedgerRow {
  readonly documentTitle: string;
  readonly ref: string;
  readonly label: string;
  readonly title: string;
  readonly text: string;
  readonly lead: readonly string[];
  readonly supporting: readonly string[];
  readonly originalDue: IsoDate | null;
  readonly currentDue: IsoDate | null;
  readonly changes: number;
  readonly status: Status | null;
  readonly percent: number | null;
  readonly progressText: string;
  readonly problems: string;
  readonly nextStep: string;
  readonly light: Light;
}

export interface Agenda {
  readonly meetingId: number;
  readonly meetingDate: IsoDate;
  readonly cutOff: IsoDate;
  readonly compiledOn: IsoDate;
  readonly sections: readonly AgendaSection[];
  readonly ledger: readonly LedgerRow[];
  readonly totalMinutes: number;
  /** What the secretary should know before this agenda goes out. */
  readonly warnings?: readonly Reason[];
}
