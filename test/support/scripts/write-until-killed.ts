// Writes to a data folder until it is killed: `write-until-killed.ts FOLDER RUN`. Prints what was acknowledged, a line each.
import { openDatabase } from "../../../src/adapters/db/client.ts";
import { createInboxStore } from "../../../src/adapters/db/inbox-store.ts";
import { createUnitStore } from "../../../src/adapters/db/unit-store.ts";

const [folder = "", run = ""] = process.argv.slice(2);
const database = await openDatabase({ folder });
const inbox = createInboxStore(database);
const units = createUnitStore(database.prisma);
for (let n = 0; ; n += 1) {
  const id = `${run}-${n}`;
  await inbox.receive({ deliveryId: id, kind: "event", payload: { n } });
  process.stdout.write(`delivery ${id}\n`);
  await units.create({ name: `单位${id}`, key: id, kind: "single" }, "U1");
  process.stdout.write(`unit ${id}\n`);
  // PGlite answers in microtasks: without a pause no timer and no signal gets its turn.
  await new Promise((resolve) => setImmediate(resolve));
}
