// The ticks (node-cron). A tick is only a wake-up: what is due is read from the tables, so a missed tick loses nothing.
import { schedule } from "node-cron";
import { DAILY_TICK } from "../../domain/reminders/policy.ts";

export interface Ticks {
  stop(): Promise<void>;
}

// From nine (the whole hour of `DAILY_TICK`) on until midnight: whoever slept over the hour is late, not left out. A day that
// is planned is planned.
const EVERY_DAY_FROM_NINE = `* ${Number(DAILY_TICK.slice(0, 2))}-23 * * *`;
const EVERY_MINUTE = "* * * * *";
// Away from the full hour, when ticks and meetings are.
const EVERY_HOUR = "40 * * * *";
const EVERY_THREE_SECONDS = "*/3 * * * * *";

/** node-cron would write to the console about ticks it missed or left out. Neither loses anything here. */
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };

/**
 * Wakes `onDay` at 09:00 in the office's time zone (IANA name) and every minute after it, `onMinute` every minute, `onSweep`
 * every three seconds, `onHour` every hour. A tick that falls into the run of its predecessor is left out. What they throw goes to `onError`.
 */
export function startTicks(input: {
  readonly timezone: string;
  readonly onDay: () => Promise<void>;
  readonly onMinute: () => Promise<void>;
  readonly onSweep?: () => Promise<void>;
  readonly onHour?: () => Promise<void>;
  readonly onError: (error: unknown) => void;
}): Ticks {
  const { timezone, onDay, onMinute, onSweep, onHour, onError } = input;
  const options = { timezone, noOverlap: true, logger: SILENT };
  const guarded = (work: () => Promise<void>) => () => work().catch(onError);
  const tasks = [
    schedule(EVERY_DAY_FROM_NINE, guarded(onDay), options),
    schedule(EVERY_MINUTE, guarded(onMinute), options),
    ...(onHour ? [schedule(EVERY_HOUR, guarded(onHour), options)] : []),
    ...(onSweep ? [schedule(EVERY_THREE_SECONDS, guarded(onSweep), options)] : []),
  ];
  return {
    async stop() {
      for (const task of tasks) await task.destroy();
    },
  };
}
