// The daily tick: plans one digest per person and hands it to the queue. Only a wake-up: all it needs is stored.
import { addDays } from "../../domain/calendar.ts";
import { planOccurrences, withUnstored } from "../../domain/register/occurrences.ts";
import type { Register } from "../../domain/register/register.ts";
import type { DayPlan } from "../../domain/reminders/digest.ts";
import { type PlanFacts, planReminders } from "../../domain/reminders/plan.ts";
import type { Ports } from "../ports.ts";
import { refreshOccurrences } from "../register/refresh-occurrences.ts";
import { loadEscalations } from "./escalation/load-escalations.ts";
import { currentPolicy } from "./policy/show-policy.ts";
import { loadResponses } from "./responses/load-responses.ts";

type PlanPorts = Pick<
  Ports,
  | "registerStore"
  | "responseStore"
  | "reminderStore"
  | "policyStore"
  | "escalationStore"
  | "calendar"
  | "clock"
  | "secretaries"
>;

/** An urge that no digest could take for so long is not said any more. Days. */
const URGE_HOLDS_DAYS = 14;

/** A dry run (for any date) stores nothing; otherwise digests and their jobs are stored in one transaction. */
export async function planDay(
  ports: PlanPorts & Pick<Ports, "urgeStore" | "statusStore">,
  input: { date: string; dryRun: boolean; tickId?: string },
): Promise<DayPlan> {
  const register = input.dryRun ? await registerOn(ports, input.date) : await refreshOccurrences(ports);
  // What never went out on its day is decided anew: one message says what of it is still asked, and nothing past its use.
  if (!input.dryRun && ports.calendar.isWorkingDay(input.date)) await ports.reminderStore.supersede(input.date);
  const riders = {
    urges: await ports.urgeStore.since(addDays(input.date, -URGE_HOLDS_DAYS)),
    signed: await ports.statusStore.signed(),
  };
  const plan = planReminders({ ...(await planFactsOn(ports, input.date, register)), riders });
  if (!input.dryRun && plan.digests.length > 0) await ports.reminderStore.savePlan(plan.digests, input.tickId);
  return plan;
}

/** All that is stored besides the register and counts when `date` is planned. */
export async function planFactsOn(ports: PlanPorts, date: string, register: Register): Promise<PlanFacts> {
  const stored = register.occurrences.filter((o) => o.id > 0).map((o) => o.id);
  return {
    register,
    today: date,
    calendar: ports.calendar,
    // Read once: who changes the rules while a tick runs changes the next one.
    policy: await currentPolicy(ports),
    plannedKeys: await ports.reminderStore.plannedKeys(stored),
    digestedUsers: await ports.reminderStore.digestedUsers(date),
    secretaries: ports.secretaries,
    responses: await loadResponses(ports, register),
    escalation: await loadEscalations(ports, register.occurrences, date),
  };
}

/** The register with the occurrences that a tick on `date` would add. */
async function registerOn(ports: PlanPorts, date: string): Promise<Register> {
  const register = await ports.registerStore.load(date);
  const wanted = planOccurrences({
    tasks: register.tasks,
    meetings: register.meetings,
    today: date,
    calendar: ports.calendar,
  });
  return { ...register, occurrences: withUnstored(register.occurrences, wanted) };
}
