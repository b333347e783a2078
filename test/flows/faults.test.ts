// The promise of the reminders, in short: deaths at every point, a third of Slack's answers faulty, 0 lost and 0 doubled.
// `npm run faults` is the long run.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/adapters/db/client.ts";
import { openTestDatabase } from "../support/database.ts";
import { runInbound } from "../support/faults/inbound.ts";
import { CRASH_POINTS, INBOUND_POINTS } from "../support/faults/kills.ts";
import { fillOffice } from "../support/faults/office-to-remind.ts";
import { runSeed } from "../support/faults/run-seed.ts";

const UNITS = 12;
const FIXED_SEEDS = [7];
const RANDOM_SEED = Math.floor(Math.random() * 1_000_000);

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await fillOffice(database, UNITS);
});
afterAll(() => database.close());

describe("reminders through crashes and outages", () => {
  it.each([...FIXED_SEEDS, RANDOM_SEED])("seed %i: nothing is lost and nothing doubled", async (seed) => {
    const result = await runSeed({ seed, database, units: UNITS, reminders: 250, killsPerPoint: 3 });
    expect(result).toMatchObject({ lost: 0, doubled: 0, findings: [] });
    // The run was hard enough to mean something.
    const struck = CRASH_POINTS.filter((point) => result.kills[point] > 0);
    expect(struck.length).toBeGreaterThanOrEqual(8);
    expect(result.answers.faulty / result.answers.all).toBeGreaterThan(0.25);
    expect(result.reminders).toBeGreaterThanOrEqual(250);
    expect(result.control.lost + result.control.doubled).toBeGreaterThan(0);
  });
});

describe("commands, clicks, forms and replies through crashes", () => {
  it.each([3, RANDOM_SEED])("seed %i: each takes effect once, however often it is delivered", async (seed) => {
    const result = await runInbound({ seed, database, units: UNITS, deliveries: 150, killsPerPoint: 4 });
    expect(result).toMatchObject({ lost: 0, doubled: 0, findings: [] });
    expect(result.redelivered).toBeGreaterThan(20);
    expect(INBOUND_POINTS.filter((point) => result.kills[point] > 0).length).toBeGreaterThanOrEqual(4);
  });
});
