// The ledger (台账) as a book: everything on the first sheet, then a sheet for each section and one for each unit.
import type { IsoDate, WorkingCalendar } from "../calendar.ts";
import { unitsSpokenFor } from "../permission.ts";
import type { Reason } from "../reason.ts";
import { nextMeeting } from "../register/occurrences.ts";
import type { Register } from "../register/register.ts";
import { type Role, unitIdsOf } from "../register/task.ts";
import { answeringUnits } from "../register/unit.ts";
import type { LedgerRow } from "./agenda-types.ts";
import { type AgendaInput, gatherFacts, type TaskFacts } from "./facts.ts";
import { ledgerRow } from "./ledger.ts";
import type { Meeting } from "./meeting.ts";
import { targetReasons } from "./target-progress.ts";

export interface LedgerLine extends LedgerRow {
  readonly documentShortTitle: string;
  readonly section: string | null;
  /** Actual against target, one for each. */
  readonly targets: readonly Reason[];
  /** On the sheet of a unit: what it is to the task. */
  readonly role: Role | null;
}

export interface LedgerSheet {
  readonly kind: "all" | "section" | "unit";
  /** The section or the unit; "" for the first sheet and for tasks without a section. */
  readonly name: string;
  readonly lines: readonly LedgerLine[];
}

export interface LedgerBook {
  readonly compiledOn: IsoDate;
  /** The first holds every line. */
  readonly sheets: readonly [LedgerSheet, ...LedgerSheet[]];
}

export interface LedgerInput {
  readonly register: Register;
  readonly closedDates?: AgendaInput["closedDates"];
  readonly today: IsoDate;
  readonly calendar: WorkingCalendar;
  /** Whose units' tasks alone; null = all. */
  readonly onlyOf: string | null;
}

/** The ledger as the register stands, seen from the next meeting; every task, whatever became of it. */
export function compileLedgerBook({ register, closedDates = [], today, calendar, onlyOf }: LedgerInput): LedgerBook {
  const meeting = nextMeeting(register.meetings, today) ?? register.meetings.at(-1) ?? noMeeting(today);
  const facts = gatherFacts({ register, closedDates, meeting, today, calendar, timesSubmitted: new Map() });
  const seen = facts.tasks.flatMap((task) => {
    const speaksFor = onlyOf === null ? null : new Set(unitsSpokenFor(onlyOf, task.task, register).map((u) => u.id));
    if (speaksFor?.size === 0) return [];
    const line: LedgerLine = {
      ...ledgerRow(task, facts),
      documentShortTitle: task.document?.shortTitle ?? "",
      section: task.task.section,
      targets: targetReasons(task, facts),
      role: null,
    };
    const units = unitsOf(task, register).filter(({ id }) => speaksFor === null || speaksFor.has(id));
    return [{ line, units }];
  });

  const lines = seen.map(({ line }) => line);
  const documents = new Set(lines.map((line) => line.documentTitle));
  const sections = Map.groupBy(lines, ({ section, documentShortTitle }) =>
    // Two documents have their own 一、总体要求.
    documents.size > 1 ? [documentShortTitle, section ?? ""].join(" ").trim() : (section ?? ""),
  );
  const placed = seen.flatMap(({ line, units }) => units.map(({ name, role }) => ({ name, line: { ...line, role } })));
  return {
    compiledOn: today,
    sheets: [
      { kind: "all", name: "", lines },
      ...[...sections].map(([name, of]) => ({ kind: "section" as const, name, lines: of })),
      ...[...Map.groupBy(placed, ({ name }) => name)].map(([name, of]) => ({
        kind: "unit" as const,
        name,
        lines: of.map(({ line }) => line),
      })),
    ],
  };
}

/** The units of a task with their part in it, leads first, members of a group one by one beside the group; each once. */
function unitsOf({ task }: TaskFacts, { units }: Register): { id: number; name: string; role: Role }[] {
  const all = (["lead", "supporting"] as const).flatMap((role) =>
    unitIdsOf(task, role).flatMap((unitId) => {
      const unit = units.get(unitId);
      const those = unit ? [unit, ...answeringUnits(unit, units)] : [];
      return those.map(({ id, name }) => ({ id, name, role }));
    }),
  );
  return all.filter(({ id }, i) => all.findIndex((other) => other.id === id) === i);
}

/** Where no meeting was ever set: reports count as if there were one today. */
function noMeeting(today: IsoDate): Meeting {
  return { id: 0, date: today, cutOff: today, supportingCutOff: today, state: "planned" };
}
