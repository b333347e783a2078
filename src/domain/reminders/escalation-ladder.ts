// Who stands on which rung for one silent unit, and which rung has been reached after so many days.
import { type Reason, reason } from "../reason.ts";
import type { Register } from "../register/register.ts";
import { unitIdsOf } from "../register/task.ts";
import type { Asked } from "./asked.ts";
import type { Graces, Rung } from "./escalation-policy.ts";
import { type Away, holderOf, recipientFor } from "./recipient.ts";

export interface LadderFacts {
  readonly register: Register;
  readonly secretaries: readonly string[];
  readonly away: Away;
}

/** The rungs above the unit's contact. */
export type UpperRung = Exclude<Rung, "contact">;

interface Addressee {
  /** Null for the agenda of an office without a secretary: it is compiled all the same. */
  readonly slackUser: string | null;
  /** Null for the secretary, who is no unit's contact. */
  readonly contactId: number | null;
}

/** Who is told on a rung, or why nobody is. */
export type Step = { readonly rung: UpperRung } & (
  | { readonly to: Addressee; readonly without?: never }
  | { readonly to: null; readonly without: Reason }
);

/**
 * The ladder of a unit, lowest rung first. Nobody is told twice: who is asked for the unit anyway stands on no other rung. Empty
 * where nobody of the unit can be asked: then the secretary hears of every reminder at once.
 */
export function ladderOf({ register, secretaries, away }: LadderFacts, { task, assignment, unit }: Asked): Step[] {
  const asked = recipientFor(unit, away);
  if ("code" in asked) return [];
  const taken = new Set<string | null>([asked.slackUser]);
  const stepTo = (rung: UpperRung, to: Addressee | null, without: Reason): Step => {
    if (to === null || taken.has(to.slackUser)) return { rung, to: null, without };
    taken.add(to.slackUser);
    return { rung, to: { slackUser: to.slackUser, contactId: to.contactId } };
  };
  const office = { slackUser: secretaries[0] ?? null, contactId: null };
  return [
    stepTo("deputy", holderOf("deputy", unit, away), reason("no-deputy", { unit: unit.name })),
    stepTo("head", holderOf("head", unit, away), reason("no-head", { unit: unit.name })),
    ...(assignment.role === "supporting" ? [leadStep()] : []),
    office.slackUser === null
      ? { rung: "secretary", to: null, without: reason("no-secretary-named") }
      : { rung: "secretary", to: office },
    { rung: "agenda", to: office },
  ];

  function leadStep(): Step {
    const leads = unitIdsOf(task, "lead").flatMap((id) => register.units.get(id) ?? []);
    const people = leads.map((lead) => recipientFor(lead, away)).filter((one) => "slackUser" in one);
    const names = leads.map((lead) => lead.name).join("、");
    return stepTo(
      "lead",
      people.find((one) => !taken.has(one.slackUser)) ?? null,
      reason("no-lead-contact", { unit: names }),
    );
  }
}

/** A rung with somebody on it, and after how many days of silence they are told. */
interface ReachedStep {
  readonly rung: UpperRung;
  readonly to: Addressee;
  readonly after: number;
  /** Why the rungs just below have nobody. */
  readonly passedOver: readonly Reason[];
}

/** A rung with nobody on it uses no days: the next one is told in its place. */
function timetable(ladder: readonly Step[], graces: Graces): ReachedStep[] {
  const reached: ReachedStep[] = [];
  let after = graces.contact;
  let passedOver: Reason[] = [];
  for (const step of ladder) {
    if (step.to === null) {
      passedOver = [...passedOver, step.without];
      continue;
    }
    reached.push({ rung: step.rung, to: step.to, after, passedOver });
    passedOver = [];
    if (step.rung !== "agenda") after += graces[step.rung];
  }
  return reached;
}

/** The newest rung after `days` of silence; null while the contact still has days. */
export function newestRung(ladder: readonly Step[], days: number, graces: Graces): ReachedStep | null {
  return timetable(ladder, graces).findLast((one) => one.after <= days) ?? null;
}

/** The rung that comes after `days` of silence, if nothing is heard. */
export function nextRung(ladder: readonly Step[], days: number, graces: Graces): ReachedStep | null {
  return timetable(ladder, graces).find((one) => one.after > days) ?? null;
}
