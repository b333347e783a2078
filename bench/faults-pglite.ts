// `npm run faults:pglite -- 200`: the embedded database opened 50 times while it is in use, and its process killed so many
// times while it writes. Exit 1 when anything acknowledged is lost.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDatabase } from "../src/adapters/db/client.ts";
import { migrate } from "../src/adapters/db/migrate.ts";
import { intrude, killWriters } from "../test/support/pglite-faults.ts";

const KILLS = 200;
const INTRUDERS = 5;
const ATTEMPTS_EACH = 10;
/** From the first write to the middle of a journal segment. */
const linesOf = (run: number) => 1 + ((run * 37) % 150);

const kills = Number(process.argv[2] ?? KILLS);
if (!Number.isInteger(kills) || kills < 0) throw new Error("faults-pglite.ts [KILLS]");

/** Interrupted, it looks at what there is and reports that. */
let enough = false;
process.once("SIGINT", () => {
  enough = true;
});

const root = await mkdtemp(path.join(tmpdir(), "lianxi-faults-"));
try {
  const folder = path.join(root, "data");
  const database = await openDatabase({ folder });
  await migrate(database);
  await database.close();

  const intrusions = await intrude(folder, INTRUDERS, ATTEMPTS_EACH);
  console.log(
    `Opened a second time: ${JSON.stringify(intrusions.outcomes)} of ${INTRUDERS * ATTEMPTS_EACH}, ` +
      `the slowest refusal after ${intrusions.slowestMs} ms; ${intrusions.lost.length} lost, ` +
      `audit chain ${intrusions.brokenAudit === null ? "whole" : `broken at ${intrusions.brokenAudit}`}`,
  );
  const killings = await killWriters(folder, kills, linesOf, (killed, acknowledged) => {
    if (killed % 20 === 0) console.error(`${killed} kills, ${acknowledged} writes acknowledged`);
    return !enough;
  });
  console.log(
    `Killed: ${killings.kills} times, ${killings.acknowledged} writes acknowledged, ${killings.lost.length} lost, ` +
      `audit chain ${killings.brokenAudit === null ? "whole" : `broken at ${killings.brokenAudit}`}`,
  );
  const failed = [intrusions, killings].some(({ lost, brokenAudit }) => lost.length > 0 || brokenAudit !== null);
  if (failed || "opened" in intrusions.outcomes) process.exitCode = 1;
} finally {
  await rm(root, { recursive: true, force: true });
}
