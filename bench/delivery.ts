// `npm run bench:delivery`: digests through PostgreSQL against raw pg-boss, and acknowledgements while a tick delivers.
// Options: --json, --digests N (default 2000), --rounds N (default 3), --requests N (default 600).
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { findPostgres, HOW_TO_GET_POSTGRES, stopPostgres } from "../test/support/postgres.ts";
import { acknowledgements } from "./delivery/acknowledgements.ts";
import { deliveryRates } from "./delivery/rates.ts";

/** Delivered digests a second over what raw pg-boss works off in batches; p99 of acknowledgements over a bare Bolt app's. */
const GOAL = { rate: 0.5, ack: 5 };

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    digests: { type: "string", default: "2000" },
    rounds: { type: "string", default: "3" },
    requests: { type: "string", default: "600" },
  },
});

const verdict = (met: boolean) => (met ? "met" : "missed");

async function run(root: string): Promise<void> {
  console.error("Delivery through PostgreSQL");
  const rates = await deliveryRates(root, { digests: Number(values.digests), rounds: Number(values.rounds) });
  const rate = rates.delivered / rates.raw;
  console.error("Acknowledgements while a tick delivers");
  const acks = await acknowledgements(root, { digests: Number(values.digests), requests: Number(values.requests) });
  const ack = acks.lianxi.p99 / acks.bare.p99;
  if (values.json) {
    console.log(JSON.stringify({ rates: { ...rates, ratio: rate }, acks: { ...acks, ratio: ack } }, null, 2));
    return;
  }
  console.log(
    [
      `delivered    ${rates.delivered.toFixed(0)} digests/s (claimed, drawn, posted, recorded; the posts are free)`,
      `raw pg-boss  ${rates.raw.toFixed(0)} jobs/s in batches`,
      `ratio        ${rate.toFixed(2)} (goal: at least ${GOAL.rate}): ${verdict(rate >= GOAL.rate)}`,
      "",
      `ack p99      ${acks.lianxi.p99.toFixed(1)} ms (p50 ${acks.lianxi.p50.toFixed(1)}) of ${acks.asked} commands while ${acks.delivered} digests go out`,
      `bare Bolt    ${acks.bare.p99.toFixed(1)} ms (p50 ${acks.bare.p50.toFixed(1)}) in turns with them`,
      `ratio        ${ack.toFixed(2)} (goal: at most ${GOAL.ack}): ${verdict(ack <= GOAL.ack)}`,
    ].join("\n"),
  );
}

if (findPostgres() === null) throw new Error(HOW_TO_GET_POSTGRES);
const root = await mkdtemp(path.join(tmpdir(), "lianxi-bench-"));
try {
  await run(root);
} finally {
  stopPostgres(root);
  await rm(root, { recursive: true, force: true });
}
