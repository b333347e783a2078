// What can be asked about the reminders by those who look after them.
import type { IsoDate } from "../../../domain/calendar.ts";
import type { DayPlan } from "../../../domain/reminders/digest.ts";
import type { DayReport, DigestRow } from "../../../domain/reminders/overview/day-report.ts";
import type { ForecastDay, ForecastWeek } from "../../../domain/reminders/overview/forecast.ts";
import type { Actor } from "../../ports.ts";
import type { Tick } from "../tick-store.ts";

export interface ReminderStatus {
  readonly date: IsoDate;
  readonly today: IsoDate;
  readonly report: DayReport;
  /** Digests of earlier days that are still on their way. */
  readonly late: readonly DigestRow[];
  /** Today and later: what a tick now would plan besides, and why the others are not reminded. Null for days gone by. */
  readonly plan: DayPlan | null;
  readonly ticks: {
    /** Of the day that is shown. */
    readonly last: Tick | null;
    /** Working days of the last two weeks on which nothing was planned. Only today's page has them. */
    readonly missed: readonly IsoDate[];
    /** True where today is a working day, the time of the tick is past, and none has succeeded. */
    readonly overdueToday: boolean;
    readonly next: IsoDate;
  };
  /** Years of the coming half-year without official data. */
  readonly unannounced: readonly number[];
  /** Lines of the calendar files that could not be read. */
  readonly badCalendarLines: number;
  readonly timeZone: string;
}

/** What would go out if nobody answered. */
export interface Forecast {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The Slack user it is about; null = everybody. */
  readonly contact: string | null;
  readonly days: readonly ForecastDay[];
  readonly weeks: readonly ForecastWeek[];
  readonly unannounced: readonly number[];
}

export interface StatusUseCases {
  /** Secretary only. */
  showReminderStatus(input: { date: IsoDate; by: Actor }): Promise<ReminderStatus>;
  /** Secretary only. Throws `bad-period` and `period-too-long`. */
  forecastReminders(input: { from: IsoDate; to: IsoDate; contact?: string | null; by: Actor }): Promise<Forecast>;
}
