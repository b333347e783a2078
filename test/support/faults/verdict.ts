// What became of everything that was due: counted from the tables and from what stands in Slack.
import type { Database } from "../../../src/adapters/db/client.ts";
import type { VirtualSlack } from "./virtual-slack.ts";

/** Counted in reminders: a digest that is lost loses all it carries. */
export interface Verdict {
  readonly reminders: number;
  readonly digests: number;
  readonly lost: number;
  readonly doubled: number;
  /** Reminders that could not arrive for good and were handed to somebody else, once. */
  readonly handedOn: number;
  /** For each loss and double, what it was: the first few. */
  readonly findings: readonly string[];
}

const FINDINGS_SHOWN = 8;

/** `expected`: keys of the reminders that were due, by a dry run on each day. */
export async function judge(database: Database, slack: VirtualSlack, expected: ReadonlySet<string>): Promise<Verdict> {
  const digests = await database.prisma.digest.findMany({ include: { reminders: true }, orderBy: { id: "asc" } });
  const copies = slack.copies();
  const standing = new Set(slack.state.messages.map(({ channel, ts }) => `${channel} ${ts}`));
  const stored = new Set(digests.flatMap((digest) => digest.reminders.map((reminder) => reminder.key)));
  const arrived = new Set(
    digests.filter(({ key }) => copies.has(key)).flatMap(({ reminders }) => reminders.map(sameAsk)),
  );

  const findings: string[] = [];
  let lost = 0;
  let doubled = 0;
  let handedOn = 0;
  for (const key of expected) {
    if (stored.has(key)) continue;
    lost += 1;
    findings.push(`lost: ${key} was due and never planned`);
  }
  for (const { key, state, reminders, slackChannel, slackTs, attempts, lastError } of digests) {
    const count = copies.get(key) ?? 0;
    if (count > 1) {
      doubled += (count - 1) * reminders.length;
      findings.push(`doubled: ${key} stands there ${count} times (${state}, ${attempts} attempts)`);
    }
    if (state === "sent" && count > 0 && standing.has(`${slackChannel} ${slackTs}`)) continue;
    // A failure is a loss unless the same is said by another message.
    const missing = reminders.filter(
      (reminder) => count === 0 && !(state === "failed" && arrived.has(sameAsk(reminder))),
    );
    if (state === "failed" && missing.length === 0) {
      handedOn += reminders.length;
      continue;
    }
    const affected = state === "sent" && count > 0 ? reminders.length : missing.length;
    if (affected === 0 && count > 0) {
      findings.push(`lost sight of: ${key} stands there, and its row is ${state}`);
      lost += reminders.length;
      continue;
    }
    lost += affected;
    findings.push(`lost: ${key} is ${state} with ${count} messages after ${attempts} attempts (${lastError})`);
  }
  return {
    reminders: stored.size,
    digests: digests.length,
    lost,
    doubled,
    handedOn,
    findings: findings.slice(0, FINDINGS_SHOWN),
  };
}

/** The ask behind a reminder, whoever it is put to. */
function sameAsk({
  occurrenceId,
  unitId,
  role,
  step,
}: {
  occurrenceId: number;
  unitId: number;
  role: string;
  step: number;
}): string {
  return `${occurrenceId}:${unitId}:${role}:${step}`;
}
