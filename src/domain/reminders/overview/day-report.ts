// What became of a day's reminders: planned, sent, seen, answered, waiting, failed.
import type { IsoDate } from "../../calendar.ts";
import type { Register } from "../../register/register.ts";
import { currentUnit } from "../../register/unit.ts";
import { indexUpdates, updateOf } from "../../status/answered.ts";
import type { DigestKind } from "../digest.ts";
import { type DeliveryFacts, type ProblemKind, problemOf } from "./problem.ts";

/** A stored digest with what it asked. */
export interface DigestFacts extends DeliveryFacts {
  readonly digestId: number;
  readonly slackUser: string;
  readonly date: IsoDate;
  readonly attempts: number;
  readonly sentAt: Date | null;
  readonly reminders: readonly { readonly occurrenceId: number; readonly taskId: number; readonly unitId: number }[];
}

/** What a person said to a reminder short of a report. */
export interface ResponseFacts {
  readonly occurrenceId: number;
  readonly unitId: number;
  readonly slackUser: string;
}

export interface DigestRow {
  readonly digestId: number;
  readonly kind: DigestKind;
  readonly slackUser: string;
  /** The contact's name; null where nobody of that id is a contact (any more). */
  readonly person: string | null;
  readonly units: readonly string[];
  readonly date: IsoDate;
  readonly state: DeliveryFacts["state"];
  readonly sentAt: Date | null;
  readonly notBefore: Date | null;
  readonly attempts: number;
  readonly problem: ProblemKind | null;
  readonly error: string | null;
  /** Reminders in it, and those whose unit has reported since. */
  readonly asked: number;
  readonly answered: number;
  /** Somebody reported, or pressed a button that says it was read. */
  readonly seen: boolean;
}

export interface DayReport {
  readonly planned: number;
  readonly sent: number;
  readonly seen: number;
  readonly waiting: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly asked: number;
  readonly answered: number;
  /** What needs somebody first, then what waits, then what was sent without an answer. */
  readonly rows: readonly DigestRow[];
}

/** Smaller = earlier in the list. */
const URGENCY: Readonly<Record<ProblemKind, number>> = {
  token: 0,
  gone: 1,
  rejected: 2,
  unreachable: 3,
  "slack-trouble": 4,
  "rate-limited": 5,
  uncertain: 6,
  queued: 7,
  scheduled: 8,
};
const SENT_UNANSWERED = 9;
const DONE = 10;

export function reportDay(input: {
  digests: readonly DigestFacts[];
  responses: readonly ResponseFacts[];
  register: Register;
  now: Date;
}): DayReport {
  const { register, now } = input;
  const updates = indexUpdates(register.latestUpdates);
  const people = new Map(
    [...register.units.values()].flatMap((unit) => unit.contacts.map((c) => [c.slackUser, c.name])),
  );
  const responded = new Set(input.responses.map((r) => `${r.occurrenceId}/${r.unitId}/${r.slackUser}`));

  const rows = input.digests.map((digest): DigestRow => {
    const { reminders, slackUser, date } = digest;
    const answered = reminders.filter((reminder) => {
      const unit = currentUnit(reminder.unitId, register.units);
      const update = unit && updateOf(updates, reminder.taskId, unit.id);
      return update !== null && update.on >= date;
    }).length;
    const units = [...new Set(reminders.map((r) => currentUnit(r.unitId, register.units)?.name ?? ""))];
    return {
      ...{ digestId: digest.digestId, kind: digest.kind, slackUser, date, state: digest.state, sentAt: digest.sentAt },
      ...{ notBefore: digest.notBefore, attempts: digest.attempts, error: digest.error },
      person: people.get(slackUser) ?? null,
      units: units.filter((name) => name !== ""),
      problem: problemOf(digest, now),
      asked: reminders.length,
      answered,
      seen: answered > 0 || reminders.some((r) => responded.has(`${r.occurrenceId}/${r.unitId}/${slackUser}`)),
    };
  });
  const count = (holds: (row: DigestRow) => boolean) => rows.filter(holds).length;
  const total = (figure: (row: DigestRow) => number) => rows.reduce((sum, row) => sum + figure(row), 0);
  return {
    planned: rows.length,
    sent: count((row) => row.state === "sent"),
    seen: count((row) => row.state === "sent" && row.seen),
    waiting: count((row) => row.state === "pending" || row.state === "sending"),
    failed: count((row) => row.state === "failed"),
    cancelled: count((row) => row.state === "cancelled"),
    asked: total((row) => (row.state === "cancelled" ? 0 : row.asked)),
    answered: total((row) => row.answered),
    rows: rows.toSorted((a, b) => urgencyOf(a) - urgencyOf(b) || a.digestId - b.digestId),
  };
}

function urgencyOf(row: DigestRow): number {
  if (row.problem !== null) return URGENCY[row.problem];
  return row.state === "sent" && row.answered < row.asked ? SENT_UNANSWERED : DONE;
}
