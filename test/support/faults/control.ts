// The control: reminders as Netflix Dispatch sends them. An hourly loop fires what is due in the hour it runs in, keeps no
// record of what it sent, and repeats a post that timed out. The same Slack, the same faults, as many deaths.
import type { Draw } from "./random.ts";
import { Simulation } from "./simulation.ts";
import { VIRTUAL_API, VirtualSlack, type VirtualSlackOptions } from "./virtual-slack.ts";

export interface ControlDigest {
  readonly key: string;
  readonly slackUser: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly reminders: number;
}

export interface ControlVerdict {
  /** Counted in reminders. */
  readonly lost: number;
  readonly doubled: number;
}

const HOUR = 3_600_000;
/** Office hours in Shanghai, in UTC: a reminder is due in one of them. */
const FIRST_HOUR = 1;
const HOURS = 8;
/** `stop_after_attempt(5)` of its posting function. */
const ATTEMPTS = 5;
const DOWNTIME = { shortest: 1_000, longest: 90_000 } as const;

/** Sends `digests` by that rule; `gone`: who cannot be reached for good, and so is nobody's loss. */
export async function runControl(input: {
  readonly digests: readonly ControlDigest[];
  readonly gone: ReadonlySet<string>;
  readonly draw: Draw;
  readonly kills: number;
  readonly slack: VirtualSlackOptions;
  readonly users: VirtualSlack["state"]["users"];
}): Promise<ControlVerdict> {
  const { draw, kills } = input;
  const digests = input.digests.filter((digest) => !input.gone.has(digest.slackUser));
  const hourOf = (digest: ControlDigest) =>
    Date.parse(`${digest.date}T00:00:00Z`) + (FIRST_HOUR + Math.floor(HOURS * draw("hour", digest.key))) * HOUR;
  const hours = Map.groupBy(digests, hourOf);
  const days = [...new Set(digests.map(({ date }) => date))].sort();
  const [firstDay] = days;
  if (firstDay === undefined) return { lost: 0, doubled: 0 };

  const sim = new Simulation(new Date(`${firstDay}T00:00:00Z`));
  const slack = new VirtualSlack(sim, draw, null, input.slack);
  slack.state.users = input.users;
  let generation = 0;
  let over = false;
  // The loop's hour counts from the process's start, so that a restart moves it.
  const loop = async (own: number): Promise<void> => {
    for (;;) {
      await sim.sleep(HOUR);
      const due = hours.get(Math.floor(sim.now / HOUR) * HOUR) ?? [];
      for (const digest of due) {
        if (own !== generation || over) return;
        await send(sim, slack, digest, () => own === generation);
      }
      if (own !== generation || over) return;
    }
  };
  const restart = (at: number) =>
    sim.at(at, () => {
      generation += 1;
      void loop(generation);
    });
  restart(sim.now + 1);
  for (let n = 0; n < kills; n += 1) {
    const day = Date.parse(`${days[Math.floor(days.length * draw("day of death", n))]}T00:00:00Z`);
    const death = day + (FIRST_HOUR + HOURS * draw("time of death", n)) * HOUR;
    sim.at(death, () => {
      generation += 1;
    });
    restart(death + DOWNTIME.shortest + (DOWNTIME.longest - DOWNTIME.shortest) * draw("downtime", n));
  }
  const uninstall = slack.install();
  try {
    const end = Date.parse(`${days.at(-1)}T00:00:00Z`) + (FIRST_HOUR + HOURS + 2) * HOUR;
    sim.at(end, () => {
      over = true;
    });
    await sim.runUntil(() => over);
  } finally {
    uninstall();
  }
  const copies = slack.copies();
  const count = (of: (copies: number) => number) =>
    digests.reduce((sum, { key, reminders }) => sum + reminders * of(copies.get(key) ?? 0), 0);
  return { lost: count((n) => (n === 0 ? 1 : 0)), doubled: count((n) => Math.max(0, n - 1)) };
}

/** One reminder: a time-out, a broken connection and a 429 are tried again, anything else is logged and forgotten. */
async function send(sim: Simulation, slack: VirtualSlack, digest: ControlDigest, alive: () => boolean): Promise<void> {
  const metadata = JSON.stringify({ event_type: "control", event_payload: { key: digest.key } });
  const body = new URLSearchParams({ channel: slack.state.dmOf(digest.slackUser), text: digest.key, metadata });
  for (let attempt = 1; attempt <= ATTEMPTS && alive(); attempt += 1) {
    try {
      const response = await fetch(`${VIRTUAL_API}chat.postMessage`, { method: "POST", body: body.toString() });
      const wait = response.status === 429 ? Number(response.headers.get("retry-after") ?? 0) : 0;
      if (wait === 0) return;
      await sim.sleep(wait * 1000);
    } catch {
      await sim.sleep(1000);
    }
  }
}
