// Reads a reply and shows it back. Nothing counts before the person confirms it with one click.
import { taskName } from "../../domain/answers/task-card.ts";
import { isSecretary } from "../../domain/permission.ts";
import type { Register } from "../../domain/register/register.ts";
import type { Task } from "../../domain/register/task.ts";
import { resolveTaskRef } from "../../domain/register/task-ref.ts";
import { compareWithTargets, statusOf } from "../../domain/status/recordable.ts";
import { Refusal } from "../../errors.ts";
import { readImpossible } from "../../reading/replies/impossible.ts";
import { readStatusReply, saysNothing } from "../../reading/replies/status-reply.ts";
import { readTaskNumbers } from "../../reading/replies/task-numbers.ts";
import { readTaskRef } from "../../reading/task-ref.ts";
import type { Ports } from "../ports.ts";
import type { ProposalView } from "../use-cases.ts";
import { reportableBy } from "./reportable-tasks.ts";
import { requireReporter } from "./reporter.ts";

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

/** Throws `nothing-said`, `several-tasks`, `percent-out-of-range`, `past-date`, `unknown-task`, `ambiguous-task`, `closed-task` or `not-your-task`. */
export async function proposeUpdate(
  ports: Pick<Ports, "registerStore" | "reminderStore" | "statusStore" | "clock" | "secretaries">,
  input: ProposeInput,
): Promise<ProposalView> {
  const today = ports.clock.today();
  const register = await ports.registerStore.load();
  const read = readStatusReply(input.text, today);
  const status = statusOf(read);
  if (input.plain && (read.unsure || (read.status === null && read.percent === null)))
    throw new Refusal("nothing-said");
  if (saysNothing(read) && [...input.text.trim()].length <= LONGEST_COURTESY) throw new Refusal("nothing-said");
  refuseImpossible(input.text, today);

  const candidates = await tasksMeant(ports, input, register);
  const task = candidates.length === 1 ? (candidates[0] ?? null) : null;
  if (task) requireReporter(input.author, task, register, ports.secretaries);
  const reading = { ...read, status };
  const stored = await ports.statusStore.saveProposal({
    sourceKey: input.sourceKey,
    author: input.author,
    taskId: task?.id ?? null,
    reading,
    text: input.text,
    permalink: input.permalink,
    proposedOn: today,
  });
  const named = (t: Task) => ({ taskId: t.id, taskName: taskName(t, register), title: t.title });
  return {
    proposalId: stored.id,
    reading,
    text: input.text,
    task: task && named(task),
    choices: task ? [] : candidates.map(named),
    comparisons: task ? compareWithTargets(reading.quantities, task.targets) : [],
  };
}

function refuseImpossible(text: string, today: string): void {
  const impossible = readImpossible(text, today);
  if (impossible?.kind === "percent") throw new Refusal("percent-out-of-range", { percent: impossible.percent });
  if (impossible?.kind === "past-extension") throw new Refusal("past-date", { date: impossible.date });
}

/** By the number given, else by numbers in the text, else by the digest that was answered, else all the person reports on. */
async function tasksMeant(
  ports: Pick<Ports, "reminderStore" | "secretaries">,
  input: ProposeInput,
  register: Register,
): Promise<Task[]> {
  const numbers = readTaskNumbers(input.text);
  // Behind a number, only one with its document is another task for sure: 完成第3条线路 may be part of the work.
  const others = input.taskRef === null ? numbers : numbers.filter((number) => number.includes("·"));
  const refs = [...new Set(input.taskRef === null ? others : [input.taskRef, ...others])];
  const meant = [...new Set(refs.map((ref) => resolveOwn(ref, input.author, register)))];
  if (meant.length > 1)
    throw new Refusal("several-tasks", { tasks: meant.map((t) => taskName(t, register)).join("、") });
  if (meant.length === 1) return meant;

  const digest = input.thread && (await ports.reminderStore.findByMessage(input.thread.channel, input.thread.ts));
  const asked = new Set(digest?.reminders.map((r) => r.taskId));
  const own = reportableBy(input.author, register).map((t) => t.taskId);
  if (own.length === 0 && !isSecretary(input.author, ports.secretaries)) throw new Refusal("not-your-task");
  const wanted = digest ? own.filter((id) => asked.has(id)) : own;
  if (wanted.length === 0) throw new Refusal("missing-argument", { name: "task" });
  return register.tasks.filter((t) => wanted.includes(t.id));
}

/** A number two documents share means the one among the person's own tasks, where that is only one. */
function resolveOwn(ref: string, author: string, register: Register): Task {
  const own = new Set(reportableBy(author, register).map((t) => t.taskId));
  const parsed = readTaskRef(ref);
  try {
    return resolveTaskRef(parsed, { ...register, tasks: register.tasks.filter((t) => own.has(t.id)) });
  } catch {
    // Not among their own: say it of the whole register, so that the refusal names the right range.
    return resolveTaskRef(parsed, register);
  }
}
