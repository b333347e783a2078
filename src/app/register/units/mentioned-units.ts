// The units a draft names, and what the register knows of each.
import type { DraftDocument } from "../../../domain/register/draft.ts";
import type { Register } from "../../../domain/register/register.ts";
import type { Unit, UnitMention } from "../../../domain/register/unit.ts";
import { type NamedUnit, suggestUnit } from "../../../domain/register/unit-likeness.ts";
import { indexUnits } from "../../../reading/unit-index.ts";
import { keyOfName } from "../../../reading/unit-name.ts";
import type { DocumentReview } from "../../use-cases.ts";

type Overview = DocumentReview["units"][number];

/**
 * Each once, however often and in however many spellings it is named. A new name that is like a known one comes with a suggestion; of
 * two new ones that are alike, the later.
 */
export function mentionedUnits(draft: DraftDocument, register: Register): DocumentReview["units"] {
  const known = indexUnits(register.units.values(), draft.date);
  const mentions = draft.tasks.flatMap((task) => [...task.lead, ...task.supporting]);
  const candidates: NamedUnit[] = [...register.units.values()];
  return [...Map.groupBy(mentions, (m) => m.key).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const unit = overview(first, same, known.get(first.key));
    if (unit.known) return [unit];
    const suggestion = suggestUnit(first, candidates, keyOfName);
    candidates.push(unit);
    return [{ ...unit, suggestion }];
  });
}

function overview(first: UnitMention, same: readonly UnitMention[], unit: Unit | undefined): Overview {
  const spellings = new Set(same.map((m) => m.name));
  spellings.delete(first.name);
  return {
    name: first.name,
    kind: first.kind,
    aliases: [...spellings],
    known: unit !== undefined,
    hasContact: (unit?.contacts.length ?? 0) > 0,
  };
}
