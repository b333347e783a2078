// What goes out on a day and why, for the office; nothing is stored.
import { authorise } from "../../domain/permission.ts";
import type { DayPlan } from "../../domain/reminders/digest.ts";
import { planDay } from "./plan-day.ts";

/** Secretary only: the plan names everybody. */
export async function previewDay(
  ports: Parameters<typeof planDay>[0],
  { date, by }: { date: string; by: string },
): Promise<DayPlan> {
  authorise(by, "see-reminders", ports);
  return planDay(ports, { date, dryRun: true });
}
