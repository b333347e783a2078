// Records what somebody says to a reminder short of a report: is on it, remind me again, not our task.
import { taskName } from "../../../domain/answers/task-card.ts";
import { type LocalTime, type ReminderResponse, remindAt, remindOn } from "../../../domain/reminders/responses.ts";
import { Refusal } from "../../../errors.ts";
import type { Ports } from "../../ports.ts";
import { localNow, planFurther } from "../plan-further.ts";
import { acceptTasks } from "./accept-tasks.ts";
import { colleagueBefore } from "./colleagues.ts";
import { meantBy } from "./meant-by.ts";
import type { Responded, ResponseUseCases, Said } from "./response-use-cases.ts";
import { showingTasks } from "./showing-tasks.ts";

export type RespondPorts = Parameters<typeof planFurther>[0] & Pick<Ports, "postedStore">;

/** One row per task it is said to, each once per click; a claim is put before the secretaries at once. */
export async function respond(
  ports: RespondPorts,
  input: Parameters<ResponseUseCases["respond"]>[0],
): Promise<Responded> {
  const { said, by } = input;
  const register = await ports.registerStore.load();
  const meant = await meantBy(ports, input, register);
  if (said.kind === "accepted") return acceptTasks(ports, input, meant, register);
  const [first] = meant;
  if (first === undefined) throw new Refusal("nothing-asked");
  const reason = said.kind === "not_mine" ? said.reason.trim() : null;
  if (reason === "") throw new Refusal("missing-argument", { name: "not-mine" });
  if (reason !== null && meant.length > 1) {
    throw new Refusal("several-tasks", { tasks: meant.map(({ task }) => taskName(task, register)).join("、") });
  }
  const when = said.kind === "later" ? timeOf(said, ports) : null;
  let stored: ReminderResponse | null = null;
  for (const { occurrence, unit } of meant) {
    const appended = await ports.responseStore.append({
      occurrenceId: occurrence.id,
      unitId: unit.id,
      slackUser: by,
      kind: said.kind,
      remindAt: when,
      reason,
      on: ports.clock.today(),
      sourceKey: `${input.sourceKey}:${occurrence.id}`,
    });
    stored ??= appended;
  }
  if (said.kind === "not_mine") {
    await planFurther(ports);
    if (stored === null) throw new Refusal("already-claimed");
  }
  return {
    kind: said.kind,
    tasks: meant.map(({ task }) => ({ taskId: task.id, taskName: taskName(task, register), title: task.title })),
    unitName: first.unit.name,
    remindAt: when,
    colleague: stored?.kind === "not_mine" ? await colleagueBefore(ports, stored, register) : null,
    digestIds: await showingTasks(
      ports,
      meant.map(({ task }) => task.id),
    ),
  };
}

function timeOf(
  said: Extract<Said, { kind: "later" }>,
  { clock, calendar }: Pick<Ports, "clock" | "calendar">,
): LocalTime {
  if (typeof said.when === "string") return remindAt(said.when, localNow(clock), calendar);
  if (said.when.on <= clock.today()) throw new Refusal("past-date", { date: said.when.on });
  return remindOn(said.when.on, calendar);
}
