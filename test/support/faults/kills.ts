// Where a process may be killed, and when it is: so many times at each point, at passings that the seed chooses.
import type { Draw } from "./random.ts";

export const CRASH_POINTS = [
  "before claim",
  "after claim",
  "before post",
  "post begun",
  "while posting",
  "after post",
  "after record",
  "handing over",
  "in the reconciler",
  "planning, before commit",
  "planning, after commit",
  "planning, elsewhere",
] as const;

export const INBOUND_POINTS = [
  "before storing a delivery",
  "after storing it",
  "before its effect",
  "after its effect",
  "while answering",
  "taking up what was left",
] as const;

const ALL_POINTS = [...CRASH_POINTS, ...INBOUND_POINTS];

export type CrashPoint = (typeof ALL_POINTS)[number];

/** What a process is at when it calls a port. */
export type Duty = "deliver" | "reconcile" | "plan" | "listen" | "recover";

/** The crash point of a call, by its duty and the method's name. */
export function pointOf(duty: Duty, method: string, when: "before" | "after"): CrashPoint {
  if (duty === "listen") return inboundPoint(method, when);
  if (duty === "recover") return "taking up what was left";
  if (duty === "reconcile") return "in the reconciler";
  if (duty === "plan")
    return method === "savePlan" && when === "after" ? "planning, after commit" : "planning, elsewhere";
  if (method === "claim") return when === "before" ? "before claim" : "after claim";
  if (method === "takeTurn") return "before claim";
  if (method === "beginPost" && when === "after") return "post begun";
  if (/^post/.test(method)) return when === "before" ? "before post" : "after post";
  if (/^(mark|note|release|interrupt|cancel|fail)/.test(method))
    return when === "before" ? "after post" : "after record";
  return method === "savePlan" ? "handing over" : "before post";
}

function inboundPoint(method: string, when: "before" | "after"): CrashPoint {
  if (method === "receive") return when === "before" ? "before storing a delivery" : "after storing it";
  if (method === "append" || method === "saveProposal")
    return when === "before" ? "before its effect" : "after its effect";
  return /^(sent|find|markDone)/.test(method) ? "while answering" : "before its effect";
}

/** How many passings one kill is drawn from: a point that is passed often strikes seldom, so that kills spread over the run. */
const ONE_IN: Readonly<Record<CrashPoint, number>> = {
  "before claim": 250,
  "after claim": 70,
  "before post": 120,
  "post begun": 60,
  "while posting": 60,
  "after post": 70,
  "after record": 60,
  "handing over": 4,
  "in the reconciler": 120,
  "planning, before commit": 2,
  "planning, after commit": 2,
  "planning, elsewhere": 12,
  "before storing a delivery": 60,
  "after storing it": 50,
  "before its effect": 120,
  "after its effect": 40,
  "while answering": 120,
  "taking up what was left": 15,
};

export class Kills {
  readonly counts: Record<CrashPoint, number>;
  readonly #passings: Record<CrashPoint, number>;
  readonly #perPoint: number;
  readonly #draw: Draw;
  readonly #size: number;

  /** At most `perPoint` kills at each point. `size`: of the run; in a smaller one points are passed less often and strike more. */
  constructor(draw: Draw, perPoint: number, size: number) {
    const zero = () => Object.fromEntries(ALL_POINTS.map((point) => [point, 0])) as Record<CrashPoint, number>;
    this.counts = zero();
    this.#passings = zero();
    this.#perPoint = perPoint;
    this.#draw = draw;
    this.#size = size;
  }

  /** True when whoever passes this point now dies here. */
  strikes(point: CrashPoint): boolean {
    this.#passings[point] += 1;
    if (this.counts[point] >= this.#perPoint) return false;
    if (this.#draw("kill", point, this.#passings[point]) >= 1 / Math.max(2, ONE_IN[point] * this.#size)) return false;
    this.counts[point] += 1;
    return true;
  }

  get total(): number {
    return ALL_POINTS.reduce((sum, point) => sum + this.counts[point], 0);
  }
}
