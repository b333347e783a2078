// The office's clock: real time, and the date in the office's time zone. In the local workspace the date can be moved.
import type { Clock } from "./app/ports.ts";
import type { IsoDate } from "./domain/calendar.ts";

export interface OfficeClock extends Clock {
  /** Makes `today()` answer this date from now on. `now()` stays real: claims and Slack's history are timed by it. */
  moveTo(date: IsoDate): void;
}

export function createOfficeClock(timezone: string): OfficeClock {
  // Swedish writes dates as YYYY-MM-DD.
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, dateStyle: "short" });
  const time = new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, timeStyle: "short" });
  let moved: IsoDate | null = null;
  return {
    timeZone: timezone,
    now: () => new Date(),
    today: () => moved ?? format.format(new Date()),
    timeOfDay: () => time.format(new Date()),
    moveTo: (date) => {
      moved = date;
    },
  };
}
