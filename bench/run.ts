// `npm run bench`: Lianxi against a bare Bolt app, in one run. Options: --json, --requests N (to each app), --starts N.
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { type RunningApp, SECRETARY, spawnApp } from "./apps.ts";
import { firstAnswer, medianStart } from "./cold-start.ts";
import { type Load, measureLatency } from "./latency.ts";
import { type Report, reportText } from "./report.ts";
import { CONTACTS, fillRegister } from "./sample.ts";
import { BenchSlack } from "./slack.ts";

interface Options {
  readonly requests: number;
  readonly starts: number;
}

/** People ask one at a time and with pauses; many at a time is the busiest minute before a deadline. */
const loadsOf = (requests: number): readonly Load[] => {
  const common = { requests, warmUp: Math.ceil(requests / 5) };
  return [
    { ...common, atATime: 1, pause: 10 },
    { ...common, atATime: 8, pause: 0 },
  ];
};

/** It takes minutes: what is being done goes to standard error, the result alone to standard output. */
function tell(text: string): void {
  console.error(text);
}

async function run(root: string, slack: BenchSlack, { requests, starts }: Options): Promise<Report> {
  tell("Cold starts without data");
  const empty = await medianStart(starts, slack, SECRETARY, (start) => path.join(root, `empty-${start}`));

  tell("Filling the register");
  const folder = path.join(root, "office");
  await fillRegister(folder, slack);

  tell("Cold starts with the register filled");
  const filled = await medianStart(starts, slack, SECRETARY, () => folder);

  const apps: readonly [RunningApp, RunningApp] = [
    await spawnApp("lianxi", folder, slack.apiUrl),
    await spawnApp("bare", folder, slack.apiUrl),
  ];
  try {
    for (const app of apps) await firstAnswer(app, slack, SECRETARY);
    const latency: Report["latency"][number][] = [];
    for (const load of loadsOf(requests)) {
      tell(`${load.requests} commands to each, ${load.atATime} at a time`);
      latency.push({ ...load, ...(await measureLatency(slack, apps, CONTACTS, load)) });
    }
    return {
      machine: { node: process.versions.node, cpu: cpus()[0]?.model ?? "", cores: cpus().length },
      latency,
      coldStart: { starts, empty, filled },
      memory: { lianxi: apps[0].memory(), bare: apps[1].memory() },
    };
  } catch (error) {
    for (const app of apps) app.assertAlive(); // an app that ended says more than a connection that broke
    throw error;
  } finally {
    for (const app of apps) await app.stop();
  }
}

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    requests: { type: "string", default: "1000" },
    starts: { type: "string", default: "3" },
  },
});
const root = await mkdtemp(path.join(tmpdir(), "lianxi-bench-"));
const slack = await BenchSlack.start([SECRETARY, ...CONTACTS]);
try {
  const report = await run(root, slack, { requests: Number(values.requests), starts: Number(values.starts) });
  console.log(values.json ? JSON.stringify(report, null, 2) : reportText(report));
} finally {
  await slack.stop();
  await rm(root, { recursive: true, force: true });
}
