// A calendar of the reminders to come, for a half-year if need be. Reads only.
import { addDays, type IsoDate, weekdayOf, yearsUnannounced } from "../../../domain/calendar.ts";
import { authorise } from "../../../domain/permission.ts";
import { forecastDays, forecastWeeks } from "../../../domain/reminders/overview/forecast.ts";
import { Refusal } from "../../../errors.ts";
import type { Actor } from "../../ports.ts";
import { type planDay, planFactsOn } from "../plan-day.ts";
import type { Forecast } from "./status-use-cases.ts";

/** More than a year ahead is guesswork: nobody has announced its holidays. Days. */
const FURTHEST = 366;

/** Secretary only. Throws `bad-period` and `period-too-long`. `contact`: what that Slack user alone would get. */
export async function forecastReminders(
  ports: Parameters<typeof planDay>[0],
  input: { from: IsoDate; to: IsoDate; contact?: string | null; by: Actor },
): Promise<Forecast> {
  authorise(input.by, "see-reminders", ports);
  const { from, to, contact = null } = input;
  const today = ports.clock.today();
  if (to < from) throw new Refusal("bad-period", { from, to });
  if (to > addDays(from < today ? from : today, FURTHEST)) throw new Refusal("period-too-long", { days: FURTHEST });
  const register = await ports.registerStore.load(today);
  const facts = await planFactsOn(ports, today, register);
  // Nothing is planned ahead of its day, so that only today can have digests already.
  const digestedOn = new Map([[today, facts.digestedUsers]]);
  // What the days before `from` will have said is said by then: they are planned too, and not shown.
  const start = from > today ? today : from;
  const days = forecastDays({ facts, digestedOn, from: start, to, contact }).filter((day) => day.date >= from);
  return {
    from,
    to,
    contact,
    days,
    weeks: forecastWeeks(days, weekdayOf),
    unannounced: yearsUnannounced(ports.calendar, from, to),
  };
}
