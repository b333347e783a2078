// One tick: claims the day, plans it, and leaves a row that says how it went. Any number of processes may tick at once.
import type { IsoDate } from "../../domain/calendar.ts";
import type { DayPlan } from "../../domain/reminders/digest.ts";
import type { AuditHead } from "../audit/audit-trail.ts";
import type { Ports } from "../ports.ts";
import { planDay } from "./plan-day.ts";
import type { TickOccasion } from "./tick-store.ts";

export interface TickResult {
  readonly tickId: string;
  readonly plan: DayPlan;
  /** Of the audit trail after the planning. */
  readonly auditHead: AuditHead | null;
}

/** Null when there is nothing to do: the day is planned, or another process is at it. An error names the tick. */
export async function tickDay(
  ports: Parameters<typeof planDay>[0] & Pick<Ports, "tickStore" | "auditTrail">,
  input: { date: IsoDate; occasion: TickOccasion },
): Promise<TickResult | null> {
  const { tickStore, auditTrail, clock } = ports;
  const tickId = await tickStore.begin({ ...input, now: clock.now() });
  if (tickId === null) return null;
  try {
    const plan = await planDay(ports, { date: input.date, dryRun: false, tickId });
    await tickStore.finish(tickId, { digests: plan.digests.length, skipped: plan.skipped.length }, clock.now());
    return { tickId, plan, auditHead: await auditTrail.head() };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    // Where the database itself is gone the row stays unfinished, which says the same.
    await tickStore.fail(tickId, why, clock.now()).catch(() => undefined);
    throw new Error(`Tick ${tickId}: ${why}`, { cause: error });
  }
}
