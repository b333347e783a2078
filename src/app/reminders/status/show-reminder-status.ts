// How the reminders of a day stand: what went out, what was answered, what is stuck and why.
import { addDays, type IsoDate, yearsUnannounced } from "../../../domain/calendar.ts";
import { authorise } from "../../../domain/permission.ts";
import { type DigestFacts, reportDay } from "../../../domain/reminders/overview/day-report.ts";
import { missedDays, nextTickDay } from "../../../domain/reminders/overview/ticks.ts";
import { DAILY_TICK } from "../../../domain/reminders/policy.ts";
import type { Actor, Ports } from "../../ports.ts";
import { planDay } from "../plan-day.ts";
import type { ReminderStatus } from "./status-use-cases.ts";

/** The tick takes up to a minute to come and seconds to plan. "HH:MM" + this many minutes. */
const TICK_PATIENCE_MINUTES = 5;

type StatusPorts = Parameters<typeof planDay>[0] & Pick<Ports, "reportStore">;

export async function showReminderStatus(
  ports: StatusPorts,
  input: { date: IsoDate; by: Actor },
): Promise<ReminderStatus> {
  authorise(input.by, "see-reminders", ports);
  const { reportStore, clock, calendar } = ports;
  const today = clock.today();
  const { date } = input;
  const now = clock.now();
  const timeZone = clock.timeZone ?? "UTC";
  const register = await ports.registerStore.load();
  const digests = await reportStore.digestsOn(date);
  const lateDigests = date === today ? await reportStore.waitingBefore(date) : [];
  const responses = await reportStore.responsesSince(date, occurrencesOf(digests));
  const report = (of: readonly DigestFacts[]) => reportDay({ digests: of, responses, register, now });

  const { planned, first } = await reportStore.plannedDates(addDays(today, -31));
  const ranToday = planned.has(today);
  const dueToday = calendar.isWorkingDay(today) && !ranToday && minuteOfDay(now, timeZone) >= tickMinute();
  return {
    date,
    today,
    report: report(digests),
    late: report(lateDigests).rows,
    plan: date < today ? null : await planDay(ports, { date, dryRun: true }),
    ticks: {
      last: await reportStore.lastTick(date === today ? undefined : date),
      missed: date === today ? missedDays({ planned, first, today, calendar }) : [],
      overdueToday: date === today && dueToday,
      next: nextTickDay({ today, ranToday, calendar }),
    },
    unannounced: yearsUnannounced(calendar, today),
    badCalendarLines: (calendar.remarks?.(today) ?? []).filter(({ kind }) => kind === "unreadable").length,
    timeZone,
  };
}

function occurrencesOf(digests: readonly DigestFacts[]): number[] {
  return [...new Set(digests.flatMap((digest) => digest.reminders.map((r) => r.occurrenceId)))];
}

function tickMinute(): number {
  const [hour, minute] = DAILY_TICK.split(":").map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0) + TICK_PATIENCE_MINUTES;
}

/** Minutes since midnight on the office's clocks. */
function minuteOfDay(now: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, hour: "2-digit", minute: "2-digit" });
  const [hour, minute] = format.format(now).split(":").map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
}
