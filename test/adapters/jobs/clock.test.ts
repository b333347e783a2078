// The ticks: at the office's nine o'clock and every minute, one at a time, with errors told.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startTicks, type Ticks } from "../../../src/adapters/jobs/clock.ts";

describe("ticks", () => {
  let ticks: Ticks | undefined;
  beforeEach(() => {
    // 08:58:30 in Shanghai, 00:58:30 in UTC.
    vi.useFakeTimers({ now: new Date("2026-12-01T00:58:30Z") });
  });
  afterEach(async () => {
    await ticks?.stop();
    vi.useRealTimers();
  });

  function start(timezone: string, more: Partial<Parameters<typeof startTicks>[0]> = {}) {
    const seen: string[] = [];
    ticks = startTicks({
      timezone,
      onDay: async () => void seen.push("day"),
      onMinute: async () => void seen.push("minute"),
      onError: (error) => void seen.push(String(error)),
      ...more,
    });
    return seen;
  }

  it("comes every minute, and at nine by the clock of the office", async () => {
    const seen = start("Asia/Shanghai");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen).toEqual(["minute"]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen.toSorted()).toEqual(["day", "minute", "minute"]);
  });

  it("comes again every minute from nine to midnight, for whoever slept over the hour", async () => {
    vi.setSystemTime(new Date("2026-12-01T15:57:30Z")); // 23:57:30 in Shanghai
    const days = start("Asia/Shanghai", { onMinute: async () => undefined });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(days).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(days).toHaveLength(2);
  });

  it("does not take nine o'clock from the machine", async () => {
    const seen = start("Europe/London");
    await vi.advanceTimersByTimeAsync(120_000);
    expect(seen).toEqual(["minute", "minute"]);
  });

  it("leaves out a tick while its predecessor still runs", async () => {
    let running = 0;
    start("Asia/Shanghai", {
      onMinute: () => {
        running += 1;
        return new Promise(() => undefined);
      },
    });
    await vi.advanceTimersByTimeAsync(180_000);
    expect(running).toBe(1);
  });

  it("tells an error and goes on", async () => {
    const seen = start("Asia/Shanghai", { onMinute: () => Promise.reject(new Error("no database")) });
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen.filter((line) => line === "Error: no database")).toHaveLength(2);
  });

  it("is still after it was stopped", async () => {
    const seen = start("Asia/Shanghai");
    await ticks?.stop();
    await vi.advanceTimersByTimeAsync(180_000);
    expect(seen).toEqual([]);
  });
});
