// Answers about owners: who leads, who supports, on what words of which document.
import type { IsoDate } from "../calendar.ts";
import type { Light } from "../status/light.ts";
import type { Status } from "../status/status.ts";

/** What a question asks for, as the rules read it. */
export type Question =
  | { readonly kind: "task-number"; readonly ref: string; readonly documentHint: string | null }
  | { readonly kind: "tasks-of-unit"; readonly unitId: number; readonly role: "lead" | "supporting" | "any" }
  | { readonly kind: "search"; readonly terms: string };

export interface TaskCard {
  readonly taskId: number;
  readonly documentTitle: string;
  readonly documentShortTitle: string;
  readonly ref: string;
  readonly label: string;
  /** "21", or "责任分工·21" where two documents share the number. */
  readonly taskName: string;
  readonly title: string;
  /** The clause, as the document has it. */
  readonly quote: string;
  readonly lead: readonly string[];
  readonly supporting: readonly string[];
  /** Who stands behind 有关部门, where the secretary has said so. */
  readonly named?: readonly { readonly unit: string; readonly members: readonly string[] }[];
  /** Contacts of the lead units (of 有关部门: of those named for them); a unit with an empty list has no contact, and that is said. */
  readonly contacts: readonly {
    readonly unit: string;
    readonly people: readonly { readonly slackUser: string; readonly name: string }[];
  }[];
  readonly latest: {
    readonly unit: string;
    readonly status: Status;
    readonly percent: number | null;
    readonly text: string;
    readonly on: IsoDate;
  } | null;
  readonly light: Light;
  /** Until when the next meeting is to be told how far it is; null where none asks. */
  readonly reportDue: IsoDate | null;
  /** The task's own nearest date (办理时限); null where none is open. */
  readonly ownDue: IsoDate | null;
}

export interface Answer {
  readonly kind: "task" | "list" | "none" | "clarify";
  /** Best first. For "none": the nearest tasks, said to be only near. */
  readonly tasks: readonly TaskCard[];
  /** For "list": the unit asked about. */
  readonly unitName: string | null;
  readonly role: "lead" | "supporting" | "any" | null;
  readonly question: string;
  readonly mode: "rules" | "model";
}
