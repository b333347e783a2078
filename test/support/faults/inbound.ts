// Commands, clicks, forms and replies to processes that die, a third of them delivered again: each must take effect once.

import type { Database } from "../../../src/adapters/db/client.ts";
import { encodeProposal, encodeUpdateModal, FIELD, VIEW } from "../../../src/adapters/slack/ids.ts";
import type { InboxStore } from "../../../src/app/ports.ts";
import { storesOn } from "../../../src/composition/stores.ts";
import type { BotSurroundings } from "./bot.ts";
import { InboundSeat } from "./inbound-bot.ts";
import { Kills } from "./kills.ts";
import { SECRETARY, usersOf } from "./office-to-remind.ts";
import { type Draw, drawFrom } from "./random.ts";
import { remembering } from "./run-seed.ts";
import { SimQueue } from "./sim-queue.ts";
import { Simulation } from "./simulation.ts";
import { VirtualSlack } from "./virtual-slack.ts";

export interface InboundResult {
  readonly seed: number;
  readonly deliveries: number;
  readonly redelivered: number;
  readonly kills: Kills["counts"];
  /** Acknowledged, and no effect. */
  readonly lost: number;
  /** Effects or audit rows beyond the first of a delivery. */
  readonly doubled: number;
  /** Without an effect, and the person was asked to do it again: it ended its process as often as it was tried. */
  readonly told: number;
  readonly findings: readonly string[];
}

interface Delivery {
  readonly body: Record<string, unknown>;
  /** Where its one effect must stand. */
  readonly effect: { readonly table: "proposal" | "update"; readonly sourceKey: string };
  acked: boolean;
}

const REDELIVERED = 0.3;
/** Virtual milliseconds. Slack gives up on an acknowledgement after three seconds and delivers again. */
const APART = 150;
const PATIENCE = 3_000;
const SEATS = 3;
/** After the last delivery: enough for every minute's look, several times; and the most it may take to have done everything. */
const AFTERMATH = 5 * 60_000;
const LONGEST_AFTERMATH = 2 * 3_600_000;
const FINDINGS_SHOWN = 8;

export async function runInbound(options: {
  readonly seed: number;
  /** An office filled with so many units. */
  readonly database: Database;
  readonly units: number;
  readonly deliveries: number;
  readonly killsPerPoint: number;
}): Promise<InboundResult> {
  const { seed, database, units } = options;
  const draw = drawFrom(seed);
  const sim = new Simulation(new Date("2026-11-04T02:00:00Z"));
  const kills = new Kills(draw, options.killsPerPoint, 1);
  const slack = new VirtualSlack(sim, draw, null, { secretary: SECRETARY, tooLate: false, ahead: 0 });
  slack.state.users = usersOf(units).map((user) => ({ ...user, deleted: false }));
  const queue = new SimQueue(sim, draw);
  const plain = storesOn(database, (_transaction, ids, more) => queue.enqueue(ids, more));
  const stores = { ...plain, registerStore: remembering(plain.registerStore), inbox: inVirtualTime(plain.inbox, sim) };
  const seen = { pauses: 0, databaseErrors: 0, errors: 0 };
  const around: BotSurroundings = { sim, draw, kills, seen, database, queue, stores };
  await database.prisma.$executeRaw`TRUNCATE "InboxDelivery", "Proposal", "StatusUpdate", "AuditEvent" CASCADE`;
  const deliveries = await makeDeliveries(plain, { ...options, draw });
  const uninstall = slack.install();
  const told = new Set<unknown>();
  let redelivered = 0;
  try {
    const seats = Array.from(
      { length: SEATS },
      (_, n) => new InboundSeat(`seat${n}`, around, (body) => told.add(idOf(body))),
    );
    const deliver = (delivery: Delivery, turn: number) => {
      const free = seats.filter((seat) => seat.alive);
      const seat = free[Math.floor(draw("seat", delivery.effect.sourceKey, turn) * free.length)];
      seat?.deliver(delivery.body, {
        acked: () => {
          delivery.acked = true;
        },
        notSaved: () => {
          delivery.acked = false;
          sim.at(sim.now + PATIENCE, () => {
            if (!delivery.acked) deliver(delivery, turn + 1);
          });
        },
      });
      sim.at(sim.now + PATIENCE, () => {
        if (!delivery.acked) deliver(delivery, turn + 1);
      });
    };
    for (const [n, delivery] of deliveries.entries()) {
      const at = sim.now + n * APART;
      sim.at(at, () => deliver(delivery, 0));
      if (draw("again", n) >= REDELIVERED) continue;
      redelivered += 1;
      // At the same instant to another process, or some seconds later.
      const later = draw("how late", n) < 0.5 ? 0 : 10_000 * draw("how much later", n);
      sim.at(at + later, () => deliver(delivery, 1_000));
    }
    let over = false;
    const last = sim.now + deliveries.length * APART;
    const lookWhetherDone = async (): Promise<void> => {
      const undone = await sim.work(() => database.prisma.inboxDelivery.count({ where: { effectDoneAt: null } }));
      if (undone === 0 || sim.now > last + LONGEST_AFTERMATH) over = true;
      else sim.at(sim.now + 60_000, () => void lookWhetherDone());
    };
    sim.at(last + AFTERMATH, () => void lookWhetherDone());
    await sim.runUntil(() => over);
  } finally {
    uninstall();
  }
  return {
    seed,
    deliveries: deliveries.length,
    redelivered,
    kills: kills.counts,
    ...(await count(database, deliveries, told)),
  };
}

/** The table dates a delivery by the database's clock: here it is as old as the run says. */
function inVirtualTime(inbox: InboxStore, sim: Simulation): InboxStore {
  const received = new Map<string, number>();
  return {
    ...inbox,
    async receive(delivery) {
      const isNew = await inbox.receive(delivery);
      if (isNew) received.set(delivery.deliveryId, sim.now);
      return isNew;
    },
    async undone({ to }) {
      const all = await inbox.undone({ from: new Date(0), to: new Date(8.64e15) });
      return all.filter(({ deliveryId }) => (received.get(deliveryId) ?? 0) < to.getTime());
    },
  };
}

async function makeDeliveries(
  stores: ReturnType<typeof storesOn>,
  { units, deliveries, draw }: { units: number; deliveries: number; draw: Draw },
): Promise<Delivery[]> {
  const { tasks } = await stores.registerStore.load();
  const made: Delivery[] = [];
  for (let n = 0; n < deliveries; n += 1) {
    const task = tasks[Math.floor(draw("task", n) * tasks.length)];
    if (task === undefined) throw new Error("the office has no task");
    const user = `U${((Number(task.ref) - 1) % units) + 1}`;
    const text = `${task.ref} 推进中，已完成${1 + (n % 90)}%`;
    const kinds = [commandOf, replyOf, formOf] as const;
    const kind = Math.floor(4 * draw("kind", n));
    const make = kinds[kind];
    made.push(make ? make(n, user, text, task.id) : await clickOf(stores, n, user, text, task.id));
  }
  return made;
}

const RESPONSE_URL = "http://slack.simulated/respond";

function commandOf(n: number, user: string, text: string): Delivery {
  const body = {
    command: "/lianxi",
    text: `进展 ${text}`,
    user_id: user,
    channel_id: `D${user.slice(1)}`,
    team_id: "T0",
    trigger_id: `trigger.${n}`,
    response_url: RESPONSE_URL,
  };
  return { body, effect: { table: "proposal", sourceKey: `command:trigger.${n}` }, acked: false };
}

function replyOf(n: number, user: string, text: string): Delivery {
  const ts = `1700${String(n).padStart(6, "0")}.000100`;
  const channel = `D${user.slice(1)}`;
  const event = { type: "message", channel, channel_type: "im", user, text, ts, thread_ts: "1600000000.000100" };
  const body = { type: "event_callback", team_id: "T0", event_id: `Ev${n}`, event };
  return { body, effect: { table: "proposal", sourceKey: `message:${channel}:${ts}` }, acked: false };
}

function formOf(n: number, user: string, text: string, taskId: number): Delivery {
  const values = {
    [FIELD.task]: { [FIELD.task]: { selected_option: { value: String(taskId) } } },
    [FIELD.status]: { [FIELD.status]: { selected_option: { value: "on_track" } } },
    [FIELD.percent]: { [FIELD.percent]: { value: String(1 + (n % 90)) } },
    [FIELD.details]: { [FIELD.details]: { value: text } },
  };
  const body = {
    type: "view_submission",
    team: { id: "T0" },
    user: { id: user },
    trigger_id: `trigger.${n}`,
    view: {
      id: `V${n}`,
      callback_id: VIEW.update,
      private_metadata: encodeUpdateModal({ proposalId: null, receipt: { how: "ephemeral", url: RESPONSE_URL } }),
      state: { values },
    },
  };
  return { body, effect: { table: "update", sourceKey: `view:V${n}` }, acked: false };
}

async function clickOf(
  stores: ReturnType<typeof storesOn>,
  n: number,
  user: string,
  text: string,
  taskId: number,
): Promise<Delivery> {
  const reading = {
    status: "on_track" as const,
    percent: 1 + (n % 90),
    quantities: [],
    needsCoordination: false,
    extensionTo: null,
    forecast: null,
    note: "",
    unsure: false,
  };
  const { id } = await stores.statusStore.saveProposal({
    sourceKey: `before:${n}`,
    author: user,
    taskId,
    reading,
    text,
    permalink: null,
    proposedOn: "2026-11-04",
  });
  const body = {
    type: "block_actions",
    team: { id: "T0" },
    user: { id: user },
    channel: { id: `D${user.slice(1)}` },
    container: { type: "message", channel_id: `D${user.slice(1)}` },
    trigger_id: `trigger.${n}`,
    response_url: RESPONSE_URL,
    actions: [
      {
        type: "button",
        action_id: "confirm_update",
        block_id: "b",
        value: encodeProposal({ proposalId: id, taskId }),
      },
    ],
  };
  return { body, effect: { table: "update", sourceKey: `proposal:${id}` }, acked: false };
}

/** What Slack calls a delivery. */
function idOf(body: Readonly<Record<string, unknown>>): unknown {
  return body.event_id ?? body.trigger_id;
}

async function count(database: Database, deliveries: readonly Delivery[], told: ReadonlySet<unknown>) {
  const { prisma } = database;
  const proposals = await prisma.proposal.findMany({ where: { NOT: { sourceKey: { startsWith: "before:" } } } });
  const updates = await prisma.statusUpdate.findMany();
  const audits = await prisma.auditEvent.findMany({ where: { action: { in: ["proposal.save", "update.append"] } } });
  const effects = new Map<string, number>();
  const written = new Map<string, number>();
  const more = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const { sourceKey } of [...proposals, ...updates]) more(effects, sourceKey);
  for (const { after } of audits) {
    if (typeof after === "object" && after !== null && "sourceKey" in after) more(written, String(after.sourceKey));
  }
  const findings: string[] = [];
  let lost = 0;
  let doubled = 0;
  let toldAgain = 0;
  for (const { body, effect, acked } of deliveries) {
    const { sourceKey } = effect;
    const [times, rows] = [effects.get(sourceKey) ?? 0, written.get(sourceKey) ?? 0];
    effects.delete(sourceKey);
    if (times === 1 && rows === 1) continue;
    if (times === 0 && told.has(idOf(body))) {
      toldAgain += 1;
      continue;
    }
    if (times === 0) lost += 1;
    else doubled += Math.max(times, rows) - 1;
    findings.push(
      `${sourceKey}: ${times} effects, ${rows} audit rows, ${acked ? "acknowledged" : "never acknowledged"}`,
    );
  }
  // What nobody asked for.
  doubled += effects.size;
  return { lost, doubled, told: toldAgain, findings: findings.slice(0, FINDINGS_SHOWN) };
}
