// Reads a reply and shows it back, task by task. Nothing counts before the person confirms it with one click.
import { taskName } from "../../domain/answers/task-card.ts";
import type { IsoDate } from "../../domain/calendar.ts";
import type { Register } from "../../domain/register/register.ts";
import type { Task } from "../../domain/register/task.ts";
import { compareWithTargets, statusOf } from "../../domain/status/recordable.ts";
import type { StatusReading } from "../../domain/status/status.ts";
import { type Notice, noticesOf } from "../../domain/status/targets/notices.ts";
import { targetFactsOf } from "../../domain/status/task-light.ts";
import { Refusal } from "../../errors.ts";
import { readImpossible } from "../../reading/replies/impossible.ts";
import { parseReplies } from "../../reading/replies/parse-replies.ts";
import { readStatusReply, saysNothing } from "../../reading/replies/status-reply.ts";
import type { Ports } from "../ports.ts";
import type { ProposalView } from "../use-cases.ts";
import { readWithModel } from "./read-with-model.ts";
import { requireReporter } from "./reporter.ts";
import { requireExtendable } from "./requests/require-extendable.ts";
import { briefOf, leadsTask } from "./support/show-support.ts";
import { tasksMeant } from "./tasks-meant.ts";

/** 收到，谢谢: a reply as short as this without any progress in it is a courtesy. A longer one is asked back. */
const LONGEST_COURTESY = 8;

interface ProposeInput {
  readonly author: string;
  readonly text: string;
  /** The task as the person named it, or null. */
  readonly taskRef: string | null;
  /** The digest message that was answered, or null. */
  readonly thread: { readonly channel: string; readonly ts: string } | null;
  /** Said in plain words, neither as a command nor in a reminder's thread: progress only where that is certain. */
  readonly plain?: boolean;
  readonly permalink: string | null;
  readonly sourceKey: string;
}

/**
 * One proposal for each task the message is about; none is stored where one is refused. Throws `nothing-said`, `several-tasks`,
 * `percent-out-of-range`, `past-date`, `nothing-to-extend`, `unknown-task`, `ambiguous-task`, `closed-task` or `not-your-task`.
 */
export async function proposeUpdate(
  ports: Pick<Ports, "registerStore" | "reminderStore" | "statusStore" | "clock" | "secretaries" | "model">,
  input: ProposeInput,
): Promise<readonly ProposalView[]> {
  const today = ports.clock.today();
  const whole = readStatusReply(input.text, today);
  const courtesy = saysNothing(whole) && [...input.text.trim()].length <= LONGEST_COURTESY;
  // Behind a task's number a few words may be progress that only a model reads.
  const forModel = ports.model !== null && input.taskRef !== null && !input.plain;
  if (courtesy && !forModel) throw new Refusal("nothing-said");
  const said = [whole, ...parseReplies(input.text, today).map((reply) => reply.reading)];
  if (input.plain && !said.some(isCertain)) throw new Refusal("nothing-said");
  const { register, said: parts } = await tasksMeant(ports, input);
  const meant = parts.map(({ candidates, text }) => {
    const read = readStatusReply(text, today);
    return { task: candidates.length === 1 ? (candidates[0] ?? null) : null, candidates, text, read };
  });
  for (const { task, text, read } of meant) {
    refuseImpossible(text, today);
    if (task) requireReporter(input.author, task, register, ports);
    // A task that is closed is refused as that.
    if (task?.state === "open" && read.extensionTo !== null) requireExtendable(task, register);
  }

  // Asked only of who may report, and only where an answer was meant.
  const readings = await Promise.all(meant.map((one) => (input.plain ? one.read : readWithModel(ports, one))));
  if (courtesy && readings.every((one) => one.by === undefined)) throw new Refusal("nothing-said");
  const views: ProposalView[] = [];
  for (const [i, { task, candidates, text, read }] of meant.entries()) {
    const together = readings[i] ?? read;
    const { id, reading } = await ports.statusStore.saveProposal({
      sourceKey: i === 0 ? input.sourceKey : `${input.sourceKey}:${i}`,
      author: input.author,
      taskId: task?.id ?? null,
      reading: { ...together, status: statusOf(together) },
      text,
      permalink: input.permalink,
      proposedOn: today,
    });
    const shown = tasksShown(task, candidates, reading, register);
    const notices = noticesFor(input.author, task, reading);
    const support = task && leadsTask(input.author, task, register) ? briefOf(task, register) : null;
    views.push({ proposalId: id, reading, text, support, ...shown, notices });
  }
  return views;

  function noticesFor(author: string, task: Task | null, { status, quantities }: StatusReading): Notice[] {
    if (task === null) return [];
    const { id: unitId } = requireReporter(author, task, register, ports);
    const last = register.latestUpdates.find((u) => u.taskId === task.id && u.unitId === unitId && !u.undone) ?? null;
    return noticesOf({ unitId, status, quantities }, { facts: targetFactsOf(task, register), last });
  }
}

function tasksShown(
  task: Task | null,
  candidates: readonly Task[],
  reading: StatusReading,
  register: Register,
): Pick<ProposalView, "task" | "choices" | "comparisons"> {
  const named = (t: Task) => ({ taskId: t.id, taskName: taskName(t, register), title: t.title });
  if (task === null) return { task, choices: candidates.map(named), comparisons: [] };
  return { task: named(task), choices: [], comparisons: compareWithTargets(reading.quantities, task.targets) };
}

function isCertain(read: StatusReading): boolean {
  return !read.unsure && (read.status !== null || read.percent !== null);
}

function refuseImpossible(text: string, today: IsoDate): void {
  const impossible = readImpossible(text, today);
  if (impossible?.kind === "percent") throw new Refusal("percent-out-of-range", { percent: impossible.percent });
  if (impossible?.kind === "past-extension") throw new Refusal("past-date", { date: impossible.date });
}
