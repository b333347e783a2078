// Import of a 5,000-row .docx: against mammoth alone, and what people who send commands meanwhile notice of it.
// `npm run bench:import`; further arguments: how many runs of each (default 5).
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROWS, sampleDocx } from "./import-sample.ts";

const RUNS = Number(process.argv[2] ?? 5);
/** Goals: import within 1.5 × of mammoth alone; acknowledgements within 1.5 × of idle. */
const GOAL = 1.5;
const PROBES = 200;
const ROUNDS = 8;
/** Milliseconds between two commands. */
const PAUSE = 20;

interface Run {
  readonly milliseconds: number;
  readonly megabytes: number;
}

const folder = mkdtempSync(path.join(tmpdir(), "lianxi-bench-"));
try {
  const file = path.join(folder, "sample.docx");
  writeFileSync(file, await sampleDocx());
  await compareImports(file);
  await compareAnswers(file);
} finally {
  rmSync(folder, { recursive: true });
}

/** Fresh processes in turn, so that neither finds the machine warmer than the other. */
async function compareImports(file: string): Promise<void> {
  const runs: { mammoth: Run[]; lianxi: Run[] } = { mammoth: [], lianxi: [] };
  for (let i = 0; i < RUNS; i++) {
    runs.mammoth.push(await runOnce("mammoth", file));
    runs.lianxi.push(await runOnce("lianxi", file));
  }
  console.log(`A .docx table of ${ROWS} rows, median of ${RUNS} fresh processes:`);
  console.log(`  mammoth alone, to HTML                   ${show(runs.mammoth)}`);
  console.log(`  Lianxi, read and drafted (workers start)  ${show(runs.lianxi)}`);
  const ratio = medianOf(runs.lianxi, "milliseconds") / medianOf(runs.mammoth, "milliseconds");
  console.log(`  ratio ${ratio.toFixed(2)} × (goal: at most ${GOAL} ×) ${verdict(ratio)}`);
}

async function compareAnswers(file: string): Promise<void> {
  const bot = start("serve", file);
  const [{ port }] = (await once(bot, "message")) as [{ port: number }];
  const get = async (url: string) => (await fetch(`http://127.0.0.1:${port}/${url}`)).text();
  await probe(get, PROBES);
  // Idle and importing in turn: what else the machine does falls on both.
  const idle: number[] = [];
  const busy: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    idle.push(...(await probe(get, PROBES)));
    await get("import");
    busy.push(...(await probe(get, PROBES)));
    await get("stop");
  }
  const imports = await get("imports");
  bot.kill();
  console.log(`Commands stored and acknowledged, one every ${PAUSE} ms, ${imports} imports meanwhile (milliseconds):`);
  for (const [name, times] of Object.entries({ idle, importing: busy })) {
    const at = (share: number) => percentile(times, share).toFixed(1).padStart(6);
    console.log(`  ${name.padEnd(10)} p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  longest ${at(1)}`);
  }
  const ratio = percentile(busy, 0.95) / percentile(idle, 0.95);
  console.log(`  ratio of p95 ${ratio.toFixed(2)} × (goal: at most ${GOAL} ×) ${verdict(ratio)}`);
}

async function probe(get: (url: string) => Promise<string>, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const begun = performance.now();
    await get("command");
    times.push(performance.now() - begun);
    await sleep(PAUSE);
  }
  return times;
}

function start(mode: string, file: string): ChildProcess {
  return fork(path.join(import.meta.dirname, "import-process.ts"), [mode, file]);
}

async function runOnce(mode: string, file: string): Promise<Run> {
  const [run] = await once(start(mode, file), "message");
  return run;
}

function show(runs: readonly Run[]): string {
  const figure = (name: keyof Run) => medianOf(runs, name).toFixed(0).padStart(6);
  return `${figure("milliseconds")} ms  peak memory ${figure("megabytes")} MB`;
}

function medianOf(runs: readonly Run[], name: keyof Run): number {
  return percentile(
    runs.map((run) => run[name]),
    0.5,
  );
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function verdict(ratio: number): string {
  return ratio <= GOAL ? "held" : "missed";
}
