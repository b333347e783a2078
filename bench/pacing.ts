// `npm run bench:pacing`: 300 digests to one channel and to 100 channels, the whole way from the queue to a fake Slack, against the
// physical limit of one message a second in a channel, on PostgreSQL (PGlite where there is none); and what a 429 on one channel costs it and the others.
// Further argument: milliseconds that stand for Slack's second where one channel gets all (default 100).
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Database, openDatabase } from "../src/adapters/db/client.ts";
import { migrate } from "../src/adapters/db/migrate.ts";
import { createDigestQueue } from "../src/adapters/jobs/queue.ts";
import { createMessenger } from "../src/adapters/slack/messenger.ts";
import { deliverDigest } from "../src/app/reminders/deliver-digest.ts";
import { storesOn } from "../src/composition/stores.ts";
import { weekdays } from "../test/support/facts.ts";
import { FAKE_BOT_TOKEN, FakeSlack } from "../test/support/fake-slack.ts";
import { testClock } from "../test/support/office.ts";
import { createPostgresDatabase, findPostgres, stopPostgres } from "../test/support/postgres.ts";
import { seedSmallRegister } from "../test/support/small-register.ts";

const DATE = "2026-11-23";
const MESSAGES = 300;
const GOAL = 1.1;
const SCALED = Number(process.argv[2] ?? 100);

const runFolder = mkdtempSync(path.join(tmpdir(), "lianxi-bench-"));

interface Landed {
  readonly channel: string;
  /** Milliseconds since the first digest was put on the queue. */
  readonly at: number;
}

/** Delivers `users.length` digests, one to each name in its order; `pace` stands for Slack's second. */
async function deliver(users: readonly string[], pace: number, slack: FakeSlack): Promise<Landed[]> {
  const databaseUrl = findPostgres() === null ? null : await createPostgresDatabase(runFolder);
  const folder = mkdtempSync(path.join(runFolder, "pglite-"));
  const database = await openDatabase(databaseUrl === null ? { folder } : { databaseUrl });
  try {
    await migrate(database);
    await seedSmallRegister(database);
    return await deliverOn(database, users, pace, slack);
  } finally {
    await database.close();
  }
}

async function deliverOn(database: Database, users: readonly string[], pace: number, slack: FakeSlack) {
  const queue = createDigestQueue(database, (error) => console.error(error.message));
  await queue.start();
  const { inbox: _, ...stores } = storesOn(database, queue.enqueue);
  const messenger = createMessenger({ botToken: FAKE_BOT_TOKEN, apiUrl: slack.apiUrl, pace });
  const ports = { ...stores, clock: testClock(DATE), calendar: weekdays, secretaries: [], messenger };
  const { occurrences, tasks } = await stores.registerStore.load();
  const [occurrence] = occurrences;
  const task = tasks.find((one) => one.id === occurrence?.taskId);
  const unitId = task?.assignments.find((one) => one.role === "lead")?.unitId;
  if (!occurrence || !task || unitId === undefined) throw new Error("the sample register has nothing to remind of");
  const { dueDate } = occurrence;
  const base = {
    occurrenceId: occurrence.id,
    taskId: task.id,
    unitId,
    contactId: null,
    role: "lead",
    dueDate,
  } as const;
  const digests = users.map((slackUser, n) => ({
    key: `bench:${n}`,
    slackUser,
    kind: "secretary" as const,
    date: DATE,
    reminders: [{ ...base, key: `bench:${n}`, step: -5, reason: { code: "due-in", params: { days: 5 } } as const }],
  }));
  await queue.work((id, stopping) => deliverDigest(ports, id, stopping));
  slack.state.users = [...new Set(users)].map((id) => ({ id, name: id.toLowerCase(), realName: id }));
  const landed: Landed[] = [];
  const start = performance.now();
  const add = slack.state.addMessage.bind(slack.state);
  slack.state.addMessage = (message) => {
    landed.push({ channel: message.channel, at: performance.now() - start });
    return add(message);
  };
  await stores.reminderStore.savePlan(digests);
  while (landed.length < users.length) await new Promise((resolve) => setTimeout(resolve, 20));
  await queue.stop();
  return landed;
}

const last = (landed: readonly Landed[]) => Math.max(...landed.map((one) => one.at));
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;

async function withSlack<T>(run: (slack: FakeSlack) => Promise<T>): Promise<T> {
  const slack = await FakeSlack.start();
  try {
    return await run(slack);
  } finally {
    await slack.stop();
  }
}

function compare(what: string, landed: readonly Landed[], limit: number): void {
  const ratio = last(landed) / limit;
  const verdict = ratio <= GOAL ? "as it should be" : `more than ${GOAL}`;
  console.log(`${what}: ${seconds(last(landed))}, the limit ${seconds(limit)}, ratio ${ratio.toFixed(3)} (${verdict})`);
}

const one = Array.from({ length: MESSAGES }, () => "UONE");
compare(
  `${MESSAGES} to one channel, a second taken as ${SCALED} ms`,
  await withSlack((slack) => deliver(one, SCALED, slack)),
  MESSAGES * SCALED,
);

const many = Array.from({ length: MESSAGES }, (_, n) => `U${n % 100}`);
const undisturbed = await withSlack((slack) => deliver(many, 1_000, slack));
compare(`${MESSAGES} to 100 channels`, undisturbed, (MESSAGES / 100) * 1_000);

const RETRY_AFTER = 5;
for (const header of [RETRY_AFTER, null]) {
  const disturbed = await withSlack((slack) => {
    slack.fail("chat.postMessage", { kind: "rate-limited", retryAfter: header });
    return deliver(many, 1_000, slack);
  });
  const ends = Map.groupBy(disturbed, (landed) => landed.channel);
  const byEnd = [...ends.values()].map(last).sort((a, b) => b - a);
  const [slowest = 0, next = 0] = byEnd;
  const said = header ?? 30;
  console.log(
    `one 429 ${header === null ? "without Retry-After (taken as 30 s)" : `of ${header} s`}: its channel ends at ${seconds(slowest)} ` +
      `(${seconds(slowest - said * 1_000)} besides the wait), the slowest other at ${seconds(next)}`,
  );
}

stopPostgres(runFolder);
rmSync(runFolder, { recursive: true, force: true });
