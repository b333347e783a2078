// `npm run bench:home`: recording an update and drawing the home page on a large register, against the same on a small one.
// On a PostgreSQL of its own. Options: --large N (tasks, default 10000), --runs N (of each, default 200).
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { stopPostgres } from "../test/support/postgres.ts";
import { type HomeOffice, openHomeOffice } from "./home/office.ts";
import { percentilesOf } from "./statistics.ts";

const SMALL = 100;
/** Tasks to a contact, in both: the register grows as an office does. */
const TASKS_PER_CONTACT = 5;
/** p95 on the large register over p95 on the small one. */
const GOAL = 2;

const { values } = parseArgs({
  options: { large: { type: "string", default: "10000" }, runs: { type: "string", default: "200" } },
});

type Step = "update" | "contact" | "office";
const TITLES: Readonly<Record<Step, string>> = {
  update: "an update recorded",
  contact: "then the contact's home page",
  office: "and the office's home page",
};

const root = await mkdtemp(path.join(tmpdir(), "lianxi-bench-"));
const large = Number(values.large);
const offices: HomeOffice[] = [];
try {
  for (const tasks of [SMALL, large]) {
    console.error(`Filling a register of ${tasks} tasks and ${tasks / TASKS_PER_CONTACT} contacts`);
    const office = await openHomeOffice(root, tasks, tasks / TASKS_PER_CONTACT);
    offices.push(office);
    const began = performance.now();
    await office.drawOffice();
    console.error(`  first look of a day: ${Math.round(performance.now() - began)} ms`);
  }
  const times = offices.map((): Record<Step, number[]> => ({ update: [], contact: [], office: [] }));
  const runs = Number(values.runs);
  // In turns, so that what else the machine does falls on both; the first ones warm up.
  for (let run = -Math.ceil(runs / 5); run < runs; run += 1) {
    for (const [i, office] of offices.entries()) {
      const contact = office.contactAt(run);
      const step = async (name: Step, work: () => Promise<unknown>) => {
        const began = performance.now();
        await work();
        if (run >= 0) times[i]?.[name].push(performance.now() - began);
      };
      await step("update", () => office.recordUpdate(contact));
      await step("contact", () => office.drawContact(contact));
      await step("office", () => office.drawOffice());
    }
  }
  console.log(
    `${SMALL} tasks against ${large}, ${runs} times each, PostgreSQL, milliseconds (goal: p95 within ${GOAL} ×)`,
  );
  const [few, many] = times;
  for (const name of ["update", "contact", "office"] as const) {
    const one = percentilesOf(few?.[name] ?? []);
    const two = percentilesOf(many?.[name] ?? []);
    const ratio = two.p95 / one.p95;
    const figures = [one.p50, two.p50, one.p95, two.p95].map((ms) => ms.toFixed(1));
    console.log(
      `  ${TITLES[name].padEnd(30)} p50 ${figures[0]} → ${figures[1]}  p95 ${figures[2]} → ${figures[3]}  ${ratio.toFixed(2)} ×  ${ratio <= GOAL ? "met" : "missed"}`,
    );
  }
} finally {
  for (const office of offices) await office.close();
  stopPostgres(root);
  await rm(root, { recursive: true, force: true });
}
