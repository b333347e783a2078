// Which tasks a message is about, and which of its words are said of each.
import { taskName } from "../../domain/answers/task-card.ts";
import { can } from "../../domain/permission.ts";
import type { Register } from "../../domain/register/register.ts";
import type { Task } from "../../domain/register/task.ts";
import { resolveTaskRef, type TaskRef } from "../../domain/register/task-ref.ts";
import { Refusal, type RefusalCode } from "../../errors.ts";
import { parseReplies } from "../../reading/replies/parse-replies.ts";
import { readTaskNumbers } from "../../reading/replies/task-numbers.ts";
import { readTaskRef } from "../../reading/task-ref.ts";
import type { Ports } from "../ports.ts";
import { reportableBy } from "./reportable-tasks.ts";

/** Slack takes five answers to one command. */
const MOST_TASKS = 5;

export interface SaidOf {
  /** One, or several of which the person must choose. */
  readonly candidates: readonly Task[];
  readonly text: string;
}

type MeantPorts = Pick<Ports, "registerStore" | "reminderStore" | "clock" | "secretaries">;

interface Said {
  readonly author: string;
  readonly text: string;
  readonly taskRef: string | null;
  readonly thread: { readonly channel: string; readonly ts: string } | null;
}

/**
 * By the number given, else by numbers in the text, else by the digest that was answered, else all the person reports on.
 * Throws `several-tasks` for more than five, `unknown-task`, `ambiguous-task`, `not-your-task` or `missing-argument`.
 */
export async function tasksMeant(
  ports: MeantPorts,
  input: Said,
): Promise<{ readonly said: readonly SaidOf[]; readonly register: Register }> {
  const { registerStore } = ports;
  const own = await registerStore.taskIdsOf(input.author);
  const around = async (taskIds: readonly number[]) => registerStore.loadAround(taskIds);
  const numbered = async () => registerStore.taskIdsByRef(numbersIn(input, ports.clock.today()));
  // Most speak of their own tasks. All others are looked at only for a number that is none of these.
  const wider = [() => around(own), async () => around([...own, ...(await numbered())]), () => registerStore.load()];
  for (const [step, load] of wider.entries()) {
    const register = await load();
    try {
      return { said: await meantIn(register, ports, input), register };
    } catch (error) {
      if (!(error instanceof Refusal) || !FURTHER[step]?.includes(error.code)) throw error;
    }
  }
  throw new Error("the last step returns or throws");
}

/** Refusals that may read otherwise with more of the register, step by step: the last one only for the range of numbers. */
const FURTHER: readonly (readonly RefusalCode[])[] = [["unknown-task", "ambiguous-task"], ["unknown-task"], []];

/** Every number that `partsOf` may take for a task's. */
function numbersIn({ text, taskRef }: Said, today: string): TaskRef[] {
  const said = [...parseReplies(text, today).flatMap((part) => part.refs), ...readTaskNumbers(text)];
  return [...(taskRef === null ? [] : [taskRef]), ...said].map(readTaskRef);
}

async function meantIn(register: Register, ports: MeantPorts, input: Said): Promise<readonly SaidOf[]> {
  const own = new Set(reportableBy(input.author, register).map((t) => t.taskId));
  const said = new Map<Task, string[]>();
  for (const { refs, text } of partsOf(input, own, register, ports.clock.today())) {
    for (const task of new Set(refs.map((ref) => resolveOwn(ref, own, register)))) {
      said.set(task, [...(said.get(task) ?? []), text]);
    }
  }
  if (said.size > MOST_TASKS) {
    const tasks = [...said.keys()].map((t) => taskName(t, register)).join("、");
    throw new Refusal("several-tasks", { tasks, most: MOST_TASKS });
  }
  if (said.size === 1) return [...said.keys()].map((task) => ({ candidates: [task], text: input.text }));
  if (said.size > 1) return [...said].map(([task, texts]) => ({ candidates: [task], text: texts.join("；") }));

  const digest = input.thread && (await ports.reminderStore.findByMessage(input.thread.channel, input.thread.ts));
  const asked = new Set(digest?.reminders.map((r) => r.taskId));
  if (own.size === 0 && !can(input.author, "report", ports)) throw new Refusal("not-your-task");
  const wanted = [...own].filter((id) => !digest || asked.has(id));
  if (wanted.length === 0) throw new Refusal("missing-argument", { name: "task" });
  return [{ candidates: register.tasks.filter((t) => wanted.includes(t.id)), text: input.text }];
}

/** The message cut at its numbers. Behind a number given, only the person's own tasks count: 3号 may be part of the work. */
function partsOf(
  { text, taskRef }: Said,
  own: ReadonlySet<number>,
  register: Register,
  today: string,
): readonly { readonly refs: readonly string[]; readonly text: string }[] {
  const parts = parseReplies(text, today);
  if (taskRef === null) {
    const numbered = parts.filter((part) => part.refs.length > 0);
    // A number within the words (进度60%的21号事项) is as good where it is the only one.
    return numbered.length > 0 ? numbered : readTaskNumbers(text).map((ref) => ({ refs: [ref], text }));
  }
  const others = parts.filter(
    ({ refs }) => refs.length > 0 && refs.every((ref) => ref.includes("·") || isOwn(ref, own, register)),
  );
  const rest = parts.filter((part) => !others.includes(part)).map((part) => part.text);
  // 21号，22号均已完成
  const [shared, ...more] = others;
  if (rest.length === 0 && shared) return [{ refs: [taskRef, ...shared.refs], text: shared.text }, ...more];
  return [{ refs: [taskRef], text: rest.join("；") }, ...others];
}

function isOwn(ref: string, own: ReadonlySet<number>, register: Register): boolean {
  try {
    return own.has(resolveOwn(ref, own, register).id);
  } catch {
    return false;
  }
}

/** A number two documents share means the one among the person's own tasks, where that is only one. */
function resolveOwn(ref: string, own: ReadonlySet<number>, register: Register): Task {
  const parsed = readTaskRef(ref);
  try {
    return resolveTaskRef(parsed, { ...register, tasks: register.tasks.filter((t) => own.has(t.id)) });
  } catch {
    // Not among their own: say it of the whole register, so that the refusal names the right range.
    return resolveTaskRef(parsed, register);
  }
}
