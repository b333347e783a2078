// Seeing it work: the log's trail and the figures of monitoring, put around the parts that do the work.
import type { Instruments, Snapshot } from "../adapters/metrics/instruments.ts";
import { startMetricsServer } from "../adapters/metrics/server.ts";
import type { Clock, InboxStore, Ports } from "../app/ports.ts";
import type { UseCases } from "../app/use-cases.ts";
import type { Config } from "../config.ts";
import { daysAnnounced, type WorkingCalendar } from "../domain/calendar.ts";
import type { Logger } from "../log.ts";
import { sayCalendarRemarks, sayUnannounced } from "../text/calendar-words.ts";

type Driven = Pick<UseCases, "deliverDigest" | "reconcile" | "returnClaims" | "tickDay">;

/** The use cases that the queue and the clock drive, with their outcomes logged and counted. */
export function observed(useCases: Driven, instruments: Instruments, log: Pick<Logger, "info">): Driven {
  return {
    async deliverDigest(digestId, stopping) {
      const report = await useCases.deliverDigest(digestId, stopping);
      if (report === null) return null;
      instruments.sent(report.outcome);
      log.info(report, "Digest delivery");
      return report;
    },
    async reconcile() {
      const counts = await useCases.reconcile();
      for (const result of ["adopted", "released", "returned", "unsettled"] as const) {
        instruments.reconciled(result, counts[result]);
      }
      if (counts.adopted + counts.released + counts.returned + counts.unsettled > 0) log.info(counts, "Reconciled");
      return counts;
    },
    async returnClaims() {
      const returned = await useCases.returnClaims();
      instruments.reconciled("returned", returned);
      return returned;
    },
    async tickDay(input) {
      try {
        const tick = await useCases.tickDay(input);
        if (tick === null) return null;
        const { tickId, plan, auditHead } = tick;
        instruments.ticked("planned");
        const counts = { digests: plan.digests.length, skipped: plan.skipped.length };
        log.info({ tickId, date: plan.date, ...counts }, "Day planned");
        // `lianxi audit verify --head` goes by it: a log that is kept elsewhere shows whether the trail was cut off since.
        if (auditHead !== null) log.info({ tickId, id: auditHead.id, hash: auditHead.hash }, "Head of the audit trail");
        return tick;
      } catch (error) {
        instruments.ticked("failed");
        throw error;
      }
    },
  };
}

/** The same inbox, every delivery counted. */
export function countedInbox(inbox: InboxStore, instruments: Instruments): InboxStore {
  return {
    ...inbox,
    async receive(delivery) {
      try {
        const isNew = await inbox.receive(delivery);
        instruments.received(delivery.kind, isNew ? "new" : "duplicate");
        return isNew;
      } catch (error) {
        instruments.received(delivery.kind, "not-stored");
        throw error;
      }
    },
  };
}

/** Serves `/metrics` and `/healthz` where they are configured; returns how to stop. */
export async function serveMetrics(
  { metrics, slack }: Config,
  ports: Pick<Ports, "reportStore" | "calendar"> & { clock: Clock; queuedJobs: () => Promise<number> },
  instruments: Instruments,
): Promise<(() => Promise<void>) | null> {
  if (metrics === null) return null;
  const { reportStore, calendar, clock, queuedJobs } = ports;
  const snapshot = async (): Promise<Snapshot> => ({
    ...(await reportStore.figures(clock.now())),
    queuedJobs: await queuedJobs(),
    calendarDays: daysAnnounced(calendar, clock.today()),
  });
  const server = await startMetricsServer({ ...metrics, instruments, snapshot, needsSocket: slack.kind !== "http" });
  return server.stop;
}

/** What the working calendar lacks, once at start. */
export function logCalendar(calendar: WorkingCalendar, clock: Clock, log: Logger): void {
  const today = clock.today();
  const unannounced = sayUnannounced(calendar, today);
  if (unannounced !== null) log.info({ today }, unannounced);
  for (const remark of sayCalendarRemarks(calendar.remarks?.(today) ?? [])) log.warn({ today }, remark);
}
