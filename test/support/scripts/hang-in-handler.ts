// Takes jobs off the queue and never finishes one: `hang-in-handler.ts DATABASE_URL`. Prints the digest id it holds.
import { createDigestQueue } from "../../../src/adapters/jobs/queue.ts";

const queue = createDigestQueue({ pglite: null, databaseUrl: process.argv[2] ?? "" }, (error) => {
  throw error;
});
await queue.start();
await queue.work((digestId) => {
  process.stdout.write(`${digestId}\n`);
  return new Promise(() => undefined);
});
