// Receipt (签收): somebody takes tasks on in their unit's name. Once per unit and task, whoever presses how often.
import { taskName } from "../../../domain/answers/task-card.ts";
import type { Register } from "../../../domain/register/register.ts";
import { personOf } from "../../../domain/register/unit.ts";
import { type Receipt, receiptOf } from "../../../domain/reminders/receipt.ts";
import { responsesOf } from "../../../domain/reminders/responses.ts";
import { indexUpdates, updateOf } from "../../../domain/status/answered.ts";
import { Refusal } from "../../../errors.ts";
import type { Ports } from "../../ports.ts";
import { colleagueBefore } from "./colleagues.ts";
import { loadResponses } from "./load-responses.ts";
import type { Meant } from "./meant-by.ts";
import type { Responded, ResponseUseCases } from "./response-use-cases.ts";
import { showingTasks } from "./showing-tasks.ts";

type AcceptPorts = Pick<Ports, "responseStore" | "postedStore" | "clock">;

/**
 * A single task may be accepted against one's own claim 不属本单位职责 as long as that waits; several at once leave such tasks
 * out. Throws `nothing-to-accept`, `already-accepted` or `handed-back`.
 */
export async function acceptTasks(
  ports: AcceptPorts,
  { by, sourceKey }: Parameters<ResponseUseCases["respond"]>[0],
  all: readonly Meant[],
  register: Register,
): Promise<Responded> {
  const meant = onePerUnit(all);
  if (meant.length === 0) throw new Refusal("nothing-to-accept");
  const open = await stillAsked(ports, meant, register);
  if (open.length === 0) throw await refusalFor(ports, meant, register);
  const taken: Meant[] = [];
  let colleague: Responded["colleague"] = null;
  for (const one of open) {
    const stored = await ports.responseStore.append({
      occurrenceId: one.occurrence.id,
      unitId: one.unit.id,
      slackUser: by,
      kind: "accepted",
      remindAt: null,
      reason: null,
      on: ports.clock.today(),
      sourceKey: `${sourceKey}:${one.occurrence.id}:${one.unit.id}`,
    });
    if (stored === null) continue;
    taken.push(one);
    colleague ??= await colleagueBefore(ports, stored, register);
  }
  // Somebody else was first, within the same moment.
  if (taken.length === 0) throw await refusalFor(ports, open, register);
  const tasks = taken.map(({ task }) => ({ taskId: task.id, taskName: taskName(task, register), title: task.title }));
  return {
    kind: "accepted",
    tasks,
    unitName: taken[0]?.unit.name ?? "",
    remindAt: null,
    colleague,
    digestIds: await showingTasks(
      ports,
      tasks.map((task) => task.taskId),
    ),
  };
}

/** A task with two dates is accepted once. */
function onePerUnit(meant: readonly Meant[]): Meant[] {
  return [...new Map(meant.map((one) => [`${one.task.id}/${one.unit.id}`, one])).values()];
}

async function stillAsked(ports: AcceptPorts, meant: readonly Meant[], register: Register): Promise<Meant[]> {
  const receipts = await receiptsOf(ports, meant, register);
  return meant.filter((_, i) => {
    const receipt = receipts[i] ?? null;
    return receipt === null || (receipt.kind === "declined" && meant.length === 1);
  });
}

async function refusalFor(ports: AcceptPorts, meant: readonly Meant[], register: Register): Promise<Refusal> {
  const receipts = await receiptsOf(ports, meant, register);
  for (const [i, { task, unit }] of meant.entries()) {
    const receipt = receipts[i];
    const name = `${taskName(task, register)} ${task.title}`;
    if (receipt?.kind === "handed-back" && meant.length === 1) return new Refusal("handed-back", { task: name });
    if (receipt?.kind === "accepted" && meant.length === 1) {
      const person = personOf(receipt.by, unit);
      return new Refusal("already-accepted", { task: name, date: receipt.on, ...(person === null ? {} : { person }) });
    }
  }
  return new Refusal("nothing-to-accept");
}

async function receiptsOf(
  ports: AcceptPorts,
  meant: readonly Meant[],
  register: Register,
): Promise<(Receipt | null)[]> {
  const responses = await loadResponses(ports, register);
  const updates = indexUpdates(register.latestUpdates);
  return meant.map(({ task, unit }) =>
    receiptOf(responsesOf(responses, task.id, unit.id), updateOf(updates, task.id, unit.id)),
  );
}
