// Sample views of how the reminders stand: few, many, hostile.
import type { Forecast, ReminderStatus } from "../../../../src/app/reminders/status/status-use-cases.ts";
import { addDays } from "../../../../src/domain/calendar.ts";
import type { DigestRow } from "../../../../src/domain/reminders/overview/day-report.ts";
import type { ForecastWeek } from "../../../../src/domain/reminders/overview/forecast.ts";
import { plan, TODAY, times } from "./samples.ts";

const AT = new Date("2026-12-02T01:00:00Z");

export function row(over: Partial<DigestRow> = {}): DigestRow {
  return {
    ...{ digestId: 1, kind: "contact", slackUser: "U1", person: "市财政局联络员", units: ["市财政局"], date: TODAY },
    ...{ state: "sent", sentAt: AT, notBefore: null, attempts: 1, problem: null, error: null },
    ...{ asked: 3, answered: 1, seen: true },
    ...over,
  };
}

export function status(over: Partial<ReminderStatus> = {}, rows: readonly DigestRow[] = [row()]): ReminderStatus {
  const count = (state: DigestRow["state"]) => rows.filter((one) => one.state === state).length;
  return {
    date: TODAY,
    today: TODAY,
    report: {
      planned: rows.length,
      sent: count("sent"),
      seen: rows.filter((one) => one.seen).length,
      waiting: count("pending") + count("sending"),
      failed: count("failed"),
      cancelled: count("cancelled"),
      asked: rows.reduce((sum, one) => sum + one.asked, 0),
      answered: rows.reduce((sum, one) => sum + one.answered, 0),
      rows,
    },
    late: [],
    plan: plan(0, 4),
    ticks: {
      last: { id: "t", date: TODAY, startedAt: AT, finishedAt: AT, digests: 8, skipped: 4, error: null },
      missed: [],
      overdueToday: false,
      next: "2026-12-03",
    },
    unannounced: [],
    badCalendarLines: 0,
    timeZone: "Asia/Shanghai",
    ...over,
  };
}

/** So many stuck digests of every kind, about which people and systems say `text`. */
export function stuckStatus(count: number, text: string): ReminderStatus {
  const problems = [
    ...(["token", "gone", "rejected", "unreachable", "slack-trouble", "rate-limited", "uncertain", "queued"] as const),
    "scheduled" as const,
  ];
  const rows = times(count * problems.length, (i) =>
    row({
      ...{ digestId: i + 1, person: text, slackUser: `U${i}`, units: times(5, () => text), error: text },
      ...{ state: "pending", notBefore: i % 2 === 0 ? AT : null, problem: problems[i % problems.length] ?? null },
    }),
  );
  const { last } = status().ticks;
  return status(
    {
      late: times(count, (i) => row({ digestId: 9_000 + i, date: "2026-11-30", problem: "uncertain", person: text })),
      ticks: {
        last: last && { ...last, error: text },
        missed: times(count, (i) => addDays(TODAY, -1 - i)),
        overdueToday: true,
        next: "2027-01-04",
      },
      unannounced: [2027, 2028],
      badCalendarLines: count,
    },
    rows,
  );
}

export function forecast(weeks: number, over: Partial<ForecastWeek> = {}): Forecast {
  const monday = (i: number) => addDays("2026-11-30", 7 * i);
  return {
    from: "2026-11-30",
    to: addDays(monday(weeks), -1),
    contact: null,
    days: times(weeks, (i) => ({
      ...{ date: monday(i), workingDay: true, digests: 12, people: ["U1"], reminders: 31 },
      ...{ ahead: 20, due: 5, overdue: 6, escalations: 0, toSecretary: 2 },
    })),
    weeks: times(weeks, (i) => ({
      ...{ from: monday(i), to: addDays(monday(i), 6), workingDays: 5, daysOff: [], digests: 12, people: 9 },
      ...{ reminders: 31, escalations: 2, busiest: { date: addDays(monday(i), 2), digests: 8 }, mostPerPerson: 2 },
      ...over,
    })),
    unannounced: [],
  };
}
