// A bot process without Bolt, to be killed: opens the folder given, delivers what waits, reconciles every 300 ms.
import { openDatabase } from "../../../src/adapters/db/client.ts";
import { openReminderOffice } from "../office.ts";

const [folder = "", apiUrl = "", tickDate = ""] = process.argv.slice(2);
const database = await openDatabase({ folder });
const office = await openReminderOffice(database, apiUrl, ["US"]);
if (tickDate !== "") await office.tick(tickDate);
// Longer than a post takes here, so that only what a dead process left behind is settled.
const SETTLE_MS = 5_000;
setInterval(async () => {
  await office.reconcileNow(SETTLE_MS);
  // The parent waits until nothing is on its way any more.
  process.send?.(await database.prisma.digest.count({ where: { state: { in: ["pending", "sending"] } } }));
}, 300);
