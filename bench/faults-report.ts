// The table that `npm run faults` prints.
import type { InboundResult } from "../test/support/faults/inbound.ts";
import { CRASH_POINTS, INBOUND_POINTS } from "../test/support/faults/kills.ts";
import type { SeedResult } from "../test/support/faults/run-seed.ts";

export interface FaultsReport {
  readonly database: string;
  readonly results: readonly SeedResult[];
  readonly inbound: readonly InboundResult[];
  readonly seconds: number;
}

export function faultsText({ database, results, inbound, seconds }: FaultsReport): string {
  const sum = (of: (result: SeedResult) => number) => results.reduce((total, result) => total + of(result), 0);
  const row = (name: string, value: string | number) => `${name.padEnd(34)}${value}`;
  const seeds = results.map(({ seed }) => seed);
  const all = sum(({ answers }) => answers.all);
  const kills = sum((result) => CRASH_POINTS.reduce((total, point) => total + result.kills[point], 0));
  const tooLate = sum(({ answers }) => answers.tooLate);
  const findings = [...results, ...inbound].flatMap(({ seed, findings }) =>
    findings.map((finding) => `  seed ${seed}: ${finding}`),
  );
  return [
    row("seeds", `${results.length} (${seeds[0]}–${seeds.at(-1)}), on ${database}`),
    row("processes", `${Math.min(...results.map((r) => r.processes))}–${Math.max(...results.map((r) => r.processes))}`),
    row("reminders in digests", `${sum((r) => r.reminders)} in ${sum((r) => r.digests)}`),
    row("answers of Slack, faulty", `${all}, ${((100 * sum((r) => r.answers.faulty)) / all).toFixed(1)} %`),
    row(
      "database errors",
      sum((r) => r.seen.databaseErrors),
    ),
    row(
      "pauses longer than the settle time",
      sum((r) => r.seen.pauses),
    ),
    row("kills", kills),
    ...CRASH_POINTS.map((point) =>
      row(
        `  ${point}`,
        sum((result) => result.kills[point]),
      ),
    ),
    ...(tooLate > 0 ? [row("landed after the settle time", tooLate)] : []),
    row(
      "handed to the secretary",
      sum((r) => r.handedOn),
    ),
    "",
    `${"".padEnd(34)}${"lost".padStart(10)}${"doubled".padStart(10)}`,
    `${"Lianxi".padEnd(34)}${String(sum((r) => r.lost)).padStart(10)}${String(sum((r) => r.doubled)).padStart(10)}`,
    `${"control (Dispatch's rule)".padEnd(34)}${String(sum((r) => r.control.lost)).padStart(10)}${String(sum((r) => r.control.doubled)).padStart(10)}`,
    "",
    ...inboundLines(inbound),
    row("time", `${seconds.toFixed(0)} s`),
    ...findings,
  ].join("\n");
}

function inboundLines(inbound: readonly InboundResult[]): string[] {
  if (inbound.length === 0) return [];
  const row = (name: string, value: string | number) => `${name.padEnd(34)}${value}`;
  const sum = (of: (result: InboundResult) => number) => inbound.reduce((total, result) => total + of(result), 0);
  const killsAt = (point: (typeof INBOUND_POINTS)[number]) => sum((result) => result.kills[point]);
  const kills = INBOUND_POINTS.reduce((total, point) => total + killsAt(point), 0);
  return [
    row("deliveries to the bot", `${sum((r) => r.deliveries)}, ${sum((r) => r.redelivered)} of them delivered again`),
    row("kills", kills),
    ...INBOUND_POINTS.map((point) => row(`  ${point}`, killsAt(point))),
    row(
      "without an effect",
      sum((r) => r.lost),
    ),
    row(
      "told to be done again",
      sum((r) => r.told),
    ),
    row(
      "with more than one",
      sum((r) => r.doubled),
    ),
    "",
  ];
}
