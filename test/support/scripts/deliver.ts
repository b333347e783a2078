// A bot process without Bolt, to be killed: opens the folder given, delivers what waits, reconciles every 300 ms.
import { openDatabase } from "../../../src/adapters/db/client.ts";
import { openReminderOffice } from "../office.ts";

const [folder = "", apiUrl = "", tickDate = ""] = process.argv.slice(2);
const office = await openReminderOffice(await openDatabase({ folder }), apiUrl, ["US"]);
if (tickDate !== "") await office.tick(tickDate);
// Longer than a post takes here, so that only what a dead process left behind is settled.
const SETTLE_MS = 2_000;
setInterval(() => void office.reconcileNow(SETTLE_MS), 300);
