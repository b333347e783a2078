// Who a row is given to. What a format says of its merged cells is taken as it is; where it says nothing, see `guessed`.
import { reason } from "../../../domain/reason.ts";
import type { ReviewNote } from "../../../domain/register/draft.ts";
import type { UnitMention } from "../../../domain/register/unit.ts";
import { readUnitList } from "../../unit-list.ts";
import { type Assigned, assign, type ReadingOptions } from "../assign.ts";
import type { Row } from "../blocks/blocks.ts";
import type { Roles } from "./head.ts";
import { type Field, fieldOf } from "./row.ts";

/** Units of the rows above, with the refs of the rows in whose cells they are written. */
export interface Source {
  readonly lead: readonly UnitMention[];
  readonly leadRef: string;
  readonly supporting: readonly UnitMention[];
  readonly supportingRef: string;
  /** How sure the lead was there: a covered cell is as sure as the cell that covers it. */
  readonly review: readonly ReviewNote[];
}

type Read = Assigned & { readonly source: Source | null };

/** The units of a row, and what it leaves for the rows below. `ref` is the row's own. */
export function readRowUnits(
  row: Row,
  roles: Roles,
  ref: string,
  source: Source | null,
  options: ReadingOptions,
): Read {
  const hasLead = roles.includes("lead");
  const leading = fieldOf(row, roles, hasLead ? "lead" : "responsible");
  const beside = hasLead ? fieldOf(row, roles, "supporting", "responsible") : fieldOf(row, roles, "supporting");
  const ditto = isDitto(leading);
  if (source && (leading.state === "above" || ditto)) return covered(leading, beside, ref, source);
  if (source && leading.state === "blank") return guessed(beside, ref, source);
  const units = readUnitList(leading.words.original);
  const supporting = besideUnits(beside, source);
  const named = { lead: hasLead ? units : [], responsible: hasLead ? [] : units, supporting };
  const assigned = assign(named, options);
  return { ...assigned, source: assigned.lead.length > 0 ? sourceOf(assigned, ref) : source };
}

/** The lead's cell is covered, or says 同上. */
function covered(leading: Field, beside: Field, ref: string, source: Source): Read {
  const both = beside.state === "above" || (leading.state === "above" && beside.state === "absent");
  const supporting = both ? source.supporting : besideUnits(beside, source);
  const next = both ? source : { ...source, supporting, supportingRef: ref };
  return { lead: source.lead, supporting, review: source.review, source: next };
}

/**
 * A blank lead is a merged cell and takes the lead above it; when lead and supporting are both blank, both are taken from above; a
 * blank supporting cell beside a written lead is truly empty. Every guess carries the ref of the row it was taken from.
 */
function guessed(beside: Field, ref: string, source: Source): Read {
  const both = beside.state !== "written";
  const supporting = both ? source.supporting : besideUnits(beside, source);
  const supportingRef = both ? source.supportingRef : ref;
  const { lead, leadRef } = source;
  const code = both ? "both-from-merged-cell" : "lead-from-merged-cell";
  const review: ReviewNote[] = [{ field: "lead", reason: reason(code, { from: leadRef }) }];
  if (both && supporting.length > 0)
    review.push({ field: "supporting", reason: reason(code, { from: supportingRef }) });
  return { lead, supporting, review, source: { ...source, supporting, supportingRef } };
}

function besideUnits(beside: Field, source: Source | null): readonly UnitMention[] {
  if (source && (beside.state === "above" || isDitto(beside))) return source.supporting;
  return readUnitList(beside.words.original);
}

function sourceOf({ lead, supporting, review }: Assigned, ref: string): Source {
  return { lead, leadRef: ref, supporting, supportingRef: ref, review: review.filter((n) => n.field === "lead") };
}

function isDitto(field: Field): boolean {
  return /^(?:同上|〃|")$/.test(field.words.plain.trim());
}
