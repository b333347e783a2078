// One of several bot processes on one server, to be killed: `bot-on-server.ts DATABASE_URL SLACK_URL DATE`. Migrates, says
// "ready", and from the parent's word on ticks, delivers and reconciles every 300 ms, telling what is still on its way.
import { once } from "node:events";
import { openDatabase } from "../../../src/adapters/db/client.ts";
import { migrate } from "../../../src/adapters/db/migrate.ts";
import { openReminderOffice } from "../office.ts";

const [databaseUrl = "", apiUrl = "", date = ""] = process.argv.slice(2);
const database = await openDatabase({ databaseUrl });
await migrate(database);
const office = await openReminderOffice(database, apiUrl, ["US"]);
process.send?.("ready");
await once(process, "message");

// Longer than a post takes here, so that only what a dead process left behind is settled.
const SETTLE_MS = 5_000;
for (;;) {
  const tickId = await office.tickDay(date);
  if (tickId !== null) process.send?.(tickId);
  await office.reconcileNow(SETTLE_MS);
  process.send?.(await database.prisma.digest.count({ where: { state: { in: ["pending", "sending"] } } }));
  await new Promise((resolve) => setTimeout(resolve, 300));
}
