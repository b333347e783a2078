// plan: a day's reminders, or a calendar of the days to come. Writes nothing.
import { loadNames } from "../app/register/load-names.ts";
import { planDay } from "../app/reminders/plan-day.ts";
import { forecastReminders } from "../app/reminders/status/forecast-reminders.ts";
import type { Forecast } from "../app/reminders/status/status-use-cases.ts";
import type { Config } from "../config.ts";
import { OPERATOR } from "../domain/permission.ts";
import { Refusal } from "../errors.ts";
import { sayUnannounced } from "../text/calendar-words.ts";
import { say, sayDate, sayList, sayReason, sayShortDate } from "../text/say.ts";
import { planJson } from "./json.ts";
import { notice, print, printJson } from "./output.ts";
import { withRegister } from "./with-register.ts";
import { planText } from "./words.ts";

export interface PlanOptions {
  readonly today?: string;
  readonly from?: string;
  readonly to?: string;
  readonly contact?: string;
  readonly json?: boolean;
}

/** With `from` or `to` a calendar, from today and for a half-year where one of them is left out; else one day. */
export function plan(config: Config, options: PlanOptions): Promise<void> {
  if (options.from !== undefined || options.to !== undefined) return planCalendar(config, options);
  if (options.contact !== undefined)
    throw new Refusal("missing-argument", { name: "--from", usage: "plan --from D --to D --contact U…" });
  return withRegister(config, async (ports) => {
    const date = options.today ?? ports.clock.today();
    const day = await planDay(ports, { date, dryRun: true });
    const { tasks, units } = await loadNames(ports);
    const names = { task: (id: number) => tasks.get(id) ?? "", unit: (id: number) => units.get(id) ?? "" };
    const unannounced = sayUnannounced(ports.calendar, date, date);
    if (unannounced !== null) notice(unannounced);
    if (options.json) printJson(planJson(day, names, sayReason));
    else print(planText(day, names));
  });
}

function planCalendar(config: Config, { today, from, to, contact = "", json }: PlanOptions): Promise<void> {
  return withRegister(config, async (ports) => {
    const start = from ?? today ?? ports.clock.today();
    const forecast = await forecastReminders(ports, {
      from: start,
      to: to ?? halfYearAfter(start),
      contact: contact === "" ? null : contact,
      by: OPERATOR,
    });
    if (json) return printJson(forecastJson(forecast));
    for (const line of forecastText(forecast)) print(line);
    const unannounced = sayUnannounced(ports.calendar, forecast.from, forecast.to);
    if (unannounced !== null) notice(unannounced);
  });
}

/** The same day six months on, or the last day of that month. */
function halfYearAfter(date: string): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + 6, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + 6, Math.min(day, last))).toISOString().slice(0, 10);
}

/** A contract with scripts. Days without any digest are in it too. */
function forecastJson({ from, to, contact, days, weeks, unannounced }: Forecast) {
  return {
    from,
    to,
    contact,
    days: days.map(
      ({ date, workingDay, digests, people, reminders, ahead, due, overdue, escalations, toSecretary }) => ({
        date,
        workingDay,
        digests,
        people,
        reminders,
        steps: { ahead, due, overdue },
        escalations,
        toSecretary,
      }),
    ),
    weeks: weeks.map(({ busiest, ...week }) => ({ ...week, busiest })),
    unannouncedYears: unannounced,
  };
}

/** Week by week; the days that say something, and the days off among Monday to Friday. */
function forecastText({ from, to, contact, days, weeks }: Forecast): string[] {
  const period = { from: sayShortDate(from, null), to: sayShortDate(to, null) };
  const digests = days.reduce((sum, day) => sum + day.digests, 0);
  const count = days.reduce((sum, day) => sum + day.reminders, 0);
  return [
    ...(contact === null ? [] : [say("overview.calendar-contact", { person: contact })]),
    digests === 0
      ? say("overview.calendar-none", period)
      : say("overview.calendar-title", { ...period, digests, count }),
    say("overview.calendar-assumed"),
    ...weeks.flatMap((week) => [
      say("overview.calendar-week", {
        ...{ from: sayShortDate(week.from, from), to: sayShortDate(week.to, from), workingDays: week.workingDays },
        ...{ digests: week.digests, count: week.reminders, people: week.people, most: week.mostPerPerson },
      }),
      ...(week.daysOff.length > 0
        ? [
            `  ${say("overview.calendar-off", {
              days: sayList(
                week.daysOff.map((day) => sayShortDate(day, from)),
                week.daysOff.length,
              ),
            })}`,
          ]
        : []),
      ...days
        .filter((day) => week.from <= day.date && day.date <= week.to && day.digests > 0)
        .map(
          (day) =>
            `  ${say("overview.calendar-day", {
              ...{ date: sayDate(day.date, from), digests: day.digests, count: day.reminders, ahead: day.ahead },
              ...{ due: day.due, overdue: day.overdue, escalations: day.escalations },
            })}`,
        ),
    ]),
  ];
}
