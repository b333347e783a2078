// The reminders of the weeks to come, a line a week.
import type { Forecast } from "../../../../app/reminders/status/status-use-cases.ts";
import type { ForecastWeek } from "../../../../domain/reminders/overview/forecast.ts";
import { say, sayList, sayShortDate } from "../../../../text/say.ts";
import { bold, context, inSections, line, message, section } from "../blocks.ts";
import type { SlackMessage } from "../message.ts";

const DAYS_OFF_SHOWN = 3;

export function renderForecast({ from, to, days, weeks, unannounced }: Forecast): SlackMessage {
  const period = { from: sayShortDate(from), to: sayShortDate(to, from) };
  const digests = days.reduce((sum, day) => sum + day.digests, 0);
  const count = days.reduce((sum, day) => sum + day.reminders, 0);
  const title =
    digests === 0
      ? say("overview.calendar-none", period)
      : say("overview.calendar-title", { ...period, digests, count });
  const most = Math.max(0, ...weeks.map((week) => week.mostPerPerson));
  return message(title, [
    section(bold(title)),
    ...inSections(weeks.map((week) => line(weekLine(week, from)))),
    context([
      ...(digests > 0 ? [line(say("overview.calendar-per-person", { count: most }))] : []),
      line(say("overview.calendar-assumed")),
      ...(unannounced.length > 0
        ? [line(say("calendar.unannounced", { years: unannounced.join(say("common.list-comma")) }))]
        : []),
    ]),
  ]);
}

/** 11月23日–11月29日：12 份 31 项，9 人；11月25日最多 8 份；升级 2 项. */
function weekLine(week: ForecastWeek, today: string): string {
  const { digests, reminders: count, people, busiest, escalations, daysOff } = week;
  const period = { from: sayShortDate(week.from, today), to: sayShortDate(week.to, week.from) };
  const parts = [
    digests === 0
      ? say("overview.calendar-line-none", period)
      : say("overview.calendar-line", { ...period, digests, count, people }),
    busiest && busiest.digests < digests
      ? say("overview.calendar-busiest", { date: sayShortDate(busiest.date, week.from), digests: busiest.digests })
      : null,
    escalations > 0 ? say("overview.calendar-escalations", { count: escalations }) : null,
    daysOff.length > 0
      ? say("overview.calendar-off", {
          days: sayList(
            daysOff.map((day) => sayShortDate(day, week.from)),
            DAYS_OFF_SHOWN,
            "list-cut-days",
          ),
        })
      : null,
  ];
  return parts.filter((part) => part !== null).join(say("common.list-semicolon"));
}
