// A bot process that takes digests off the queue and stops at a named point, to be killed there: `stuck-process.ts URL API POINT`.
import { openDatabase } from "../src/adapters/db/client.ts";
import { createDigestQueue } from "../src/adapters/jobs/queue.ts";
import { createMessenger } from "../src/adapters/slack/messenger.ts";
import { deliverDigest } from "../src/app/reminders/deliver-digest.ts";
import { storesOn } from "../src/composition/stores.ts";
import { weekdays } from "../test/support/facts.ts";
import { FAKE_BOT_TOKEN } from "../test/support/fake-slack.ts";
import { testClock } from "../test/support/office.ts";

const [databaseUrl = "", apiUrl = "", point = ""] = process.argv.slice(2);

/** Says that it is there, and stays. */
function stuck(): Promise<never> {
  process.stdout.write(`${point}\n`);
  return new Promise(() => undefined);
}

const database = await openDatabase({ databaseUrl });
const queue = createDigestQueue(database, (error) => console.error(error.message));
await queue.start();
const { inbox: _, ...stores } = storesOn(database, queue.enqueue);
const ports = {
  ...stores,
  reminderStore: {
    ...stores.reminderStore,
    beginPost: (...args: Parameters<typeof stores.reminderStore.beginPost>) =>
      point === "claimed" ? stuck() : stores.reminderStore.beginPost(...args),
  },
  clock: testClock("2026-11-23"),
  calendar: weekdays,
  secretaries: [],
  messenger: createMessenger({ botToken: FAKE_BOT_TOKEN, apiUrl, pace: 0 }),
};
await queue.work((id, stopping) => (point === "taken" ? stuck() : deliverDigest(ports, id, stopping)));
