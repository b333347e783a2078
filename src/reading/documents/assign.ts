// From what a document says to lead and supporting units, with a note for every guess.
import { type Reason, reason } from "../../domain/reason.ts";
import type { ReviewNote } from "../../domain/register/draft.ts";
import type { UnitMention } from "../../domain/register/unit.ts";
import { readUnit } from "../unit-name.ts";
import type { Notation } from "./notation.ts";

export interface Assigned {
  readonly lead: readonly UnitMention[];
  readonly supporting: readonly UnitMention[];
  readonly review: readonly ReviewNote[];
}

/** What the secretary has said of a document's words. */
export interface ReadingOptions {
  /** What 责任单位 means in this document, wherever it stands. Without it the rule at `assign` holds. */
  readonly responsibleMeans?: "lead" | "supporting";
}

type Named = Pick<Notation, "lead" | "supporting" | "responsible">;

/**
 * 责任单位 beside a lead word means supporting; alone, its first unit leads and the rest support, marked for review. Units marked
 * 市教育局（牵头） lead. A unit never supports what it leads. A task that only has supporting units is marked, too.
 */
export function assign(written: Named, { responsibleMeans }: ReadingOptions = {}): Assigned {
  const marked = written.responsible.flatMap(markedLead);
  const others = written.responsible.filter((unit) => markedLead(unit).length === 0);
  const lead = distinct([...written.lead, ...marked, ...(responsibleMeans === "lead" ? others : [])]);
  if (lead.length > 0) return finish(lead, [...others, ...written.supporting]);
  const [first, ...rest] = others;
  if (!first || responsibleMeans === "supporting") {
    const supporting = [...others, ...written.supporting];
    return finish([], supporting, supporting.length > 0 ? [{ field: "lead", reason: reason("lead-unnamed") }] : []);
  }
  return finish(
    [first],
    [...rest, ...written.supporting],
    [{ field: "lead", reason: reason("responsible-first-leads", { lead: first.name }) }],
  );
}

/** Several notations of one clause, as one. */
export function mergeNotations(notations: readonly Notation[]): Named {
  return {
    lead: notations.flatMap((n) => n.lead),
    supporting: notations.flatMap((n) => n.supporting),
    responsible: notations.flatMap((n) => n.responsible),
  };
}

/** A note for each unit that nobody can be asked for yet. */
export function unitNotes(units: readonly UnitMention[]): ReviewNote[] {
  return units
    .filter((unit) => unit.kind === "unresolved")
    .map((unit) => ({ field: "unit", reason: unresolved(unit) }) as const);
}

function unresolved(unit: UnitMention): Reason {
  return reason("unit-unresolved", { unit: unit.name });
}

/** Units of one task written in several places. */
export function together(
  lead: readonly UnitMention[],
  supporting: readonly UnitMention[],
): Pick<Assigned, "lead" | "supporting"> {
  return finish(distinct(lead), supporting);
}

function finish(
  lead: readonly UnitMention[],
  supporting: readonly UnitMention[],
  review: readonly ReviewNote[] = [],
): Assigned {
  const leading = new Set(lead.map((unit) => unit.key));
  return { lead, supporting: distinct(supporting).filter((unit) => !leading.has(unit.key)), review };
}

function markedLead(unit: UnitMention): UnitMention[] {
  const bare = /^(.{2,}?)[（(]牵头(?:单位|部门)?[)）]$/.exec(unit.name)?.[1];
  return bare === undefined ? [] : [readUnit(bare)];
}

function distinct(units: readonly UnitMention[]): UnitMention[] {
  return [...new Map(units.map((unit) => [unit.key, unit])).values()];
}
