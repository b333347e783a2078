// What is measured (Prometheus). Names carry their unit; counters end in _total.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { DeliveryFigures } from "../../app/reminders/status/report-store.ts";

/** Slack gives up on an acknowledgement after 3 s. */
const ACK_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];

/** What is read at the moment somebody asks. */
export interface Snapshot extends DeliveryFigures {
  /** Jobs on the delivery queue, waiting and being worked on. */
  readonly queuedJobs: number;
  /** Days from today to the end of the announced calendar. */
  readonly calendarDays: number;
}

export interface Instruments {
  /** Text in the Prometheus format, its content type, for a snapshot; null where none could be taken. */
  render(snapshot: Snapshot | null): Promise<{ type: string; text: string }>;
  readonly connectedSockets: () => number;
  /** `outcome`: posted, refused, permanent, unknown, cancelled … */
  sent(outcome: string): void;
  reconciled(result: string, count: number): void;
  received(kind: string, result: "new" | "duplicate" | "not-stored"): void;
  acknowledged(seconds: number): void;
  ticked(result: "planned" | "failed"): void;
  socket(change: 1 | -1): void;
}

export function createInstruments(): Instruments {
  const registers = [new Registry()];
  const [register] = registers;
  if (register === undefined) throw new Error("no registry");
  collectDefaultMetrics({ register });
  const named = (name: string, help: string) => ({ name: `lianxi_${name}`, help, registers });

  const digests = new Gauge({ ...named("digests", "Digests by state"), labelNames: ["state"] });
  const oldest = new Gauge(named("digest_oldest_waiting_seconds", "Age of the oldest digest that may go and has not"));
  const undone = new Gauge(named("inbox_undone_deliveries", "Deliveries from Slack of the last day that are not done"));
  const queued = new Gauge(named("queue_jobs", "Jobs on the delivery queue"));
  const lastTick = new Gauge(named("tick_last_success_timestamp_seconds", "When a day was last planned"));
  const calendar = new Gauge(named("calendar_coverage_days", "Days to the end of the announced working calendar"));
  const up = new Gauge(named("database_up", "1 when the figures above could be read"));
  const sockets = new Gauge(named("slack_sockets_connected", "Open sockets to Slack"));
  const sends = new Counter({
    ...named("digest_sends_total", "Attempts to deliver by outcome"),
    labelNames: ["outcome"],
  });
  const settled = new Counter({
    ...named("reconciler_digests_total", "Digests the reconciler settled"),
    labelNames: ["result"],
  });
  const inbox = new Counter({
    ...named("inbox_deliveries_total", "Deliveries from Slack"),
    labelNames: ["kind", "result"],
  });
  const ticks = new Counter({ ...named("ticks_total", "Daily ticks that planned or failed"), labelNames: ["result"] });
  const acks = new Histogram({
    ...named("slack_ack_seconds", "From the arrival of a delivery to its acknowledgement"),
    buckets: ACK_BUCKETS,
  });
  // Where nothing has happened yet, 0 stands: what is absent raises no alarm.
  for (const outcome of ["posted", "refused", "permanent", "unknown", "cancelled"]) sends.inc({ outcome }, 0);
  for (const result of ["adopted", "released", "returned", "unsettled"]) settled.inc({ result }, 0);
  for (const result of ["planned", "failed"]) ticks.inc({ result }, 0);

  let connected = 0;
  return {
    async render(snapshot) {
      up.set(snapshot === null ? 0 : 1);
      if (snapshot !== null) {
        for (const [state, count] of Object.entries(snapshot.digests)) digests.set({ state }, count);
        oldest.set(snapshot.oldestWaitingMs / 1000);
        undone.set(snapshot.inboxUndone);
        queued.set(snapshot.queuedJobs);
        lastTick.set((snapshot.lastTickFinishedAt?.getTime() ?? 0) / 1000);
        calendar.set(snapshot.calendarDays);
      }
      return { type: register.contentType, text: await register.metrics() };
    },
    connectedSockets: () => connected,
    sent: (outcome) => sends.inc({ outcome }),
    reconciled: (result, count) => settled.inc({ result }, count),
    received: (kind, result) => inbox.inc({ kind, result }),
    acknowledged: (seconds) => acks.observe(seconds),
    ticked: (result) => ticks.inc({ result }),
    socket(change) {
      connected += change;
      sockets.set(connected);
    },
  };
}
