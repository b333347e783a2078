// The units a draft names, and what the register knows of each.
import type { DraftDocument } from "../../domain/register/draft.ts";
import type { Register } from "../../domain/register/register.ts";
import type { Unit, UnitMention } from "../../domain/register/unit.ts";
import { indexUnits } from "../../reading/unit-index.ts";
import type { DocumentReview } from "../use-cases.ts";

/** Each once, however often and in however many spellings it is named. */
export function mentionedUnits(draft: DraftDocument, register: Register): DocumentReview["units"] {
  const known = indexUnits(register.units.values());
  const mentions = draft.tasks.flatMap((task) => [...task.lead, ...task.supporting]);
  return [...Map.groupBy(mentions, (m) => m.key).values()].flatMap((same) => {
    const [first] = same;
    return first ? [overview(first, same, known.get(first.key))] : [];
  });
}

function overview(
  first: UnitMention,
  same: readonly UnitMention[],
  unit: Unit | undefined,
): DocumentReview["units"][number] {
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
