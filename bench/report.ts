// What one run found, as a table for people.
import type { AppName } from "./apps.ts";
import type { Latency, Load } from "./latency.ts";

/** p95 of Lianxi over p95 of the bare app, for acknowledgement and answer, where people ask one at a time. */
export const GOAL = 1.5;

type Both<T> = Readonly<Record<AppName, T>>;

/** Times in milliseconds, memory in megabytes. */
export interface Report {
  readonly machine: { readonly node: string; readonly cpu: string; readonly cores: number };
  readonly latency: readonly (Load & Both<Latency>)[];
  /** Medians of several starts: without any data, and with the register filled. */
  readonly coldStart: { readonly starts: number; readonly empty: Both<number>; readonly filled: Both<number> };
  /** After the commands above; null where the system does not tell. */
  readonly memory: Both<{ readonly now: number; readonly peak: number } | null>;
}

type Row = readonly [what: string, which: string, lianxi: string, bare: string, ratio: string, verdict: string];

const TITLES: Row = ["", "", "Lianxi", "bare", "ratio", `goal: p95 ≤ ${GOAL} ×`];

export function reportText({ machine, latency, coldStart, memory }: Report): string {
  const memoryOf = (part: "now" | "peak"): Both<number> => ({
    lianxi: memory.lianxi?.[part] ?? Number.NaN,
    bare: memory.bare?.[part] ?? Number.NaN,
  });
  const rows = [
    TITLES,
    ...latency.flatMap((load) => [...latencyRows(load, "ack"), ...latencyRows(load, "answer")]),
    row(`cold start to first answer, ms`, `no data, median of ${coldStart.starts}`, coldStart.empty, 0),
    row("", `filled register, median of ${coldStart.starts}`, coldStart.filled, 0),
    row("resident memory, MB", "after the commands", memoryOf("now"), 0),
    row("", "peak", memoryOf("peak"), 0),
  ];
  return [
    "Lianxi against a bare Bolt app that stores one row and echoes: both over HTTP, on PGlite in a folder, in turns.",
    `Node ${machine.node}, ${machine.cores} × ${machine.cpu}`,
    "",
    ...aligned(rows),
  ].join("\n");
}

function latencyRows(load: Load & Both<Latency>, part: keyof Latency): Row[] {
  const { atATime, pause, requests } = load;
  const how = atATime === 1 ? `one at a time, ${pause} ms apart` : `${atATime} at a time`;
  return (["p50", "p95", "p99"] as const).map((rank): Row => {
    const both = { lianxi: load.lianxi[part][rank], bare: load.bare[part][rank] };
    const isGoal = atATime === 1 && rank === "p95";
    const verdict = isGoal ? (both.lianxi / both.bare <= GOAL ? "met" : "missed") : "";
    const what = part === "ack" && rank === "p50" ? `${requests} × /lianxi 我的, ${how}, ms` : "";
    return row(what, `${part === "ack" ? "acknowledgement" : "full answer"} ${rank}`, both, 1, verdict);
  });
}

function row(what: string, which: string, { lianxi, bare }: Both<number>, digits: number, verdict = ""): Row {
  return [what, which, lianxi.toFixed(digits), bare.toFixed(digits), `${(lianxi / bare).toFixed(2)} ×`, verdict];
}

/** Words to the left, figures to the right. */
function aligned(rows: readonly Row[]): string[] {
  const width = (column: number) => Math.max(...rows.map((cells) => columnsOf(cells[column] ?? "")));
  const widths = TITLES.map((_, column) => width(column));
  return rows.map((cells) =>
    cells
      .map((cell, column) => {
        const space = " ".repeat((widths[column] ?? 0) - columnsOf(cell));
        return column >= 2 && column <= 4 ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd(),
  );
}

/** On a terminal a Chinese character takes two columns. */
function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
}
