// What an embedded database must stand: processes that want it while another has it, and processes that are killed.
import { openDatabase } from "../../src/adapters/db/client.ts";
import { findBrokenAudit } from "./audit.ts";
import { startProcess } from "./processes.ts";

export interface Intrusions {
  /** What every attempt was told, counted. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Milliseconds from the attempt to the refusal, the longest. */
  readonly slowestMs: number;
  /** Acknowledged to the holder and not in the database afterwards. */
  readonly lost: readonly string[];
  readonly brokenAudit: number | null;
}

/** `processes` at once try to open `folder`, `times` each, while another process writes to it. */
export async function intrude(folder: string, processes: number, times: number): Promise<Intrusions> {
  const holder = startProcess("write-until-killed.ts", folder, "holder");
  await holder.waitForLines(5);
  const intruders = Array.from({ length: processes }, () => startProcess("open-folder.ts", folder, String(times)));
  await Promise.all(intruders.map((intruder) => intruder.waitForLines(times)));
  await holder.waitForLines(holder.lines.length + 20);
  await holder.kill();
  const attempts = intruders.flatMap((intruder) => intruder.lines.map((line) => line.split(" ")));
  const outcomes: Record<string, number> = {};
  for (const [code = ""] of attempts) outcomes[code] = (outcomes[code] ?? 0) + 1;
  const slowestMs = Math.max(...attempts.map(([, milliseconds]) => Number(milliseconds)));
  return { outcomes, slowestMs, ...(await lookFor(folder, holder.lines)) };
}

export interface Killings {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly brokenAudit: number | null;
}

/**
 * A process that writes is killed `kills` times, each after another number of writes; the next one opens what it left.
 * `tell` hears how far it is, and says false when that is enough.
 */
export async function killWriters(
  folder: string,
  kills: number,
  lines: (run: number) => number,
  tell: (kills: number, acknowledged: number) => boolean = () => true,
): Promise<Killings> {
  const acknowledged: string[] = [];
  let killed = 0;
  for (let run = 0; run < kills; run += 1) {
    const writer = startProcess("write-until-killed.ts", folder, String(run));
    await writer.waitForLines(lines(run));
    await writer.kill();
    acknowledged.push(...writer.lines);
    killed += 1;
    if (!tell(killed, acknowledged.length)) break;
  }
  return { kills: killed, acknowledged: acknowledged.length, ...(await lookFor(folder, acknowledged)) };
}

async function lookFor(
  folder: string,
  acknowledged: readonly string[],
): Promise<{ lost: readonly string[]; brokenAudit: number | null }> {
  const database = await openDatabase({ folder });
  const deliveries = await database.prisma.inboxDelivery.findMany({ select: { deliveryId: true } });
  const units = await database.prisma.unit.findMany({ select: { key: true } });
  const kept = new Set([
    ...deliveries.map((row) => `delivery ${row.deliveryId}`),
    ...units.map((row) => `unit ${row.key}`),
  ]);
  const brokenAudit = await findBrokenAudit(database.prisma);
  await database.close();
  return { lost: acknowledged.filter((line) => !kept.has(line)), brokenAudit };
}
