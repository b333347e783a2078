// /metrics and /healthz: what a machine watches.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createInstruments, type Instruments, type Snapshot } from "../../../src/adapters/metrics/instruments.ts";
import { type MetricsServer, startMetricsServer } from "../../../src/adapters/metrics/server.ts";

const SNAPSHOT: Snapshot = {
  digests: { pending: 2, sending: 1, sent: 30, failed: 1, cancelled: 0 },
  oldestWaitingMs: 90_500,
  inboxUndone: 3,
  lastTickFinishedAt: new Date("2026-12-02T01:00:00Z"),
  queuedJobs: 4,
  calendarDays: 29,
};

let instruments: Instruments;
let server: MetricsServer;
let asked: number;
let answer: () => Promise<Snapshot>;

beforeEach(async () => {
  asked = 0;
  answer = async () => SNAPSHOT;
  instruments = createInstruments();
  const snapshot = () => {
    asked += 1;
    return answer();
  };
  server = await startMetricsServer({ host: "127.0.0.1", port: 0, instruments, snapshot, needsSocket: true });
});
afterEach(() => server.stop());

const get = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init);
const metrics = async () => (await get("/metrics")).text();

describe("/metrics", () => {
  it("tells the figures of the moment", async () => {
    const text = await metrics();
    for (const line of [
      'lianxi_digests{state="pending"} 2',
      'lianxi_digests{state="sent"} 30',
      "lianxi_digest_oldest_waiting_seconds 90.5",
      "lianxi_inbox_undone_deliveries 3",
      `lianxi_tick_last_success_timestamp_seconds ${Date.UTC(2026, 11, 2, 1) / 1000}`,
      "lianxi_queue_jobs 4",
      "lianxi_calendar_coverage_days 29",
      "lianxi_slack_sockets_connected 0",
      "lianxi_database_up 1",
      'lianxi_digest_sends_total{outcome="posted"} 0',
    ]) {
      expect(text.split("\n")).toContain(line);
    }
  });

  it("counts what happened", async () => {
    instruments.sent("posted");
    instruments.sent("posted");
    instruments.sent("refused");
    instruments.reconciled("adopted", 3);
    instruments.received("command", "duplicate");
    instruments.ticked("failed");
    instruments.acknowledged(0.003);
    instruments.acknowledged(0.7);
    instruments.socket(1);
    const lines = (await metrics()).split("\n");
    for (const line of [
      'lianxi_digest_sends_total{outcome="posted"} 2',
      'lianxi_digest_sends_total{outcome="refused"} 1',
      'lianxi_reconciler_digests_total{result="adopted"} 3',
      'lianxi_inbox_deliveries_total{kind="command",result="duplicate"} 1',
      'lianxi_ticks_total{result="failed"} 1',
      'lianxi_slack_ack_seconds_bucket{le="0.005"} 1',
      'lianxi_slack_ack_seconds_bucket{le="1"} 2',
      "lianxi_slack_ack_seconds_count 2",
      "lianxi_slack_sockets_connected 1",
    ]) {
      expect(lines).toContain(line);
    }
  });

  it("names units: seconds, days, totals; and explains each", async () => {
    const text = await metrics();
    const counters = [...text.matchAll(/^# TYPE (lianxi_\w+) counter/gm)].map(([, name]) => name);
    expect(counters.length).toBeGreaterThan(2);
    for (const name of counters) expect(name).toMatch(/_total$/);
    const names = [...text.matchAll(/^# TYPE (lianxi_\w+) /gm)].map(([, name]) => name);
    for (const name of names) expect(text).toMatch(new RegExp(`^# HELP ${name} \\S`, "m"));
  });

  it("still tells what it counted where the database does not answer", async () => {
    answer = () => Promise.reject(new Error("down"));
    const text = await metrics();
    expect(text).toContain("lianxi_database_up 0");
    expect(text).toContain("lianxi_digest_sends_total");
  });

  it("asks the database once for many at a time", async () => {
    const held = Promise.withResolvers<Snapshot>();
    answer = () => held.promise;
    const all = Array.from({ length: 20 }, metrics);
    await new Promise((resolve) => setTimeout(resolve, 200)); // time for the others to arrive
    expect(asked).toBe(1);
    held.resolve(SNAPSHOT);
    await Promise.all(all);
  });
});

describe("/healthz", () => {
  const health = async () => {
    const response = await get("/healthz");
    return [response.status, await response.json()];
  };

  it("is well with a database that answers and an open socket", async () => {
    expect(await health()).toEqual([503, { well: false, database: true, slack: false }]);
    instruments.socket(1);
    expect(await health()).toEqual([200, { well: true, database: true, slack: true }]);
    instruments.socket(-1);
    expect((await health())[0]).toBe(503);
  });

  it("is not well without its database", async () => {
    instruments.socket(1);
    answer = () => Promise.reject(new Error("down"));
    expect(await health()).toEqual([503, { well: false, database: false, slack: true }]);
  });
});

it("answers nothing else, and only questions", async () => {
  for (const [path, init] of [["/"], ["/metrics/x"], ["/healthz", { method: "POST" }]] as const) {
    expect((await get(path, init)).status).toBe(404);
  }
});

it("says so where the port is taken", async () => {
  const second = startMetricsServer({
    ...{ host: "127.0.0.1", port: server.port, instruments, needsSocket: false },
    snapshot: async () => SNAPSHOT,
  });
  await expect(second).rejects.toThrow("port-in-use");
});
