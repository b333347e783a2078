// `npm run bench:planning`: how often people hear from the bot in a simulated year, and what planning costs per open occurrence.
// Options: --large N (occurrences of the large register, default 100000), --skip-year.
import { parseArgs } from "node:util";
import { createChineseCalendar } from "../src/adapters/calendar/chinese-calendar.ts";
import { reminderPolicy } from "../src/domain/reminders/policy.ts";
import { messagesPerWeek } from "../test/support/simulation/distribution.ts";
import { CONTACTS, simulatedRegister } from "../test/support/simulation/register.ts";
import { simulateYear } from "../test/support/simulation/year.ts";
import { type Costs, domainCosts, useCaseCosts } from "./planning-costs.ts";

/** The holidays and make-up workdays of 2025 as they were announced. */
const YEAR = 2025;
const MEETINGS = [`${YEAR}-06-18`, `${YEAR}-12-17`];
const SEEDS = [1, 2, 3];
const SMALL = 1_000;
/** An occurrence among so many costs at most so many times what it costs among few. */
const GOAL = 1.5;

const { values } = parseArgs({
  options: { large: { type: "string", default: "100000" }, "skip-year": { type: "boolean", default: false } },
});

if (!values["skip-year"]) printYears();
await printCosts(Number(values.large));

function printYears(): void {
  console.log(`A simulated year of ${CONTACTS} contacts, 200 tasks and two meetings; messages per person and week:`);
  for (const seed of SEEDS) {
    const year = simulateYear({
      register: simulatedRegister(seed, YEAR),
      year: YEAR,
      meetingDates: MEETINGS,
      calendar: createChineseCalendar(),
      policy: reminderPolicy,
      seed,
    });
    for (const busy of [false, true]) {
      const { weeks, personWeeks, median, p90, max } = messagesPerWeek(year, busy);
      const all = personWeeks.reduce((sum, count) => sum + count, 0);
      const shares = personWeeks.map((count, messages) => `${messages}: ${((100 * count) / all).toFixed(1)} %`);
      console.log(`  seed ${seed}, ${weeks} ${busy ? "busy " : "quiet"} weeks  ${shares.join("  ")}`);
      console.log(`    of those who got any: median ${median} (goal: at most 2), p90 ${p90}, most ${max}`);
    }
    const { mostOnOneDay, reminders, escalations, firstAsked } = year;
    console.log(
      `    most digests on one day ${mostOnOneDay} (goal: 1); ${reminders} reminders, ${escalations} escalations`,
    );
    console.log(`    asked for the first time before the date ${firstAsked.inTime}, after it ${firstAsked.late}`);
  }
}

async function printCosts(large: number): Promise<void> {
  console.log(`Planning a day, microseconds per open occurrence (goal: at most ${GOAL} × of ${SMALL} occurrences):`);
  print("planReminders alone", domainCosts(SMALL, large));
  print("planDay on PGlite, dry", await useCaseCosts(SMALL, large));

  function print(name: string, { few, many }: Costs): void {
    const ratio = many / few;
    const figures = `${SMALL}: ${few.toFixed(1)}  ${large}: ${many.toFixed(1)}  ratio ${ratio.toFixed(2)} ×`;
    console.log(`  ${name.padEnd(24)}${figures}  ${ratio <= GOAL ? "held" : "missed"}`);
  }
}
