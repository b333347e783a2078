// Records what somebody says to a reminder short of a report: is on it, remind me again, not our task.
import { taskName } from "../../../domain/answers/task-card.ts";
import { addDays, type IsoDate } from "../../../domain/calendar.ts";
import { can, type People } from "../../../domain/permission.ts";
import type { Occurrence } from "../../../domain/register/deadline.ts";
import { nextMeeting, reportPeriod } from "../../../domain/register/occurrences.ts";
import type { Register } from "../../../domain/register/register.ts";
import type { Task } from "../../../domain/register/task.ts";
import { resolveTaskRef } from "../../../domain/register/task-ref.ts";
import { currentUnit, type Unit } from "../../../domain/register/unit.ts";
import { type LocalTime, remindAt, remindOn } from "../../../domain/reminders/responses.ts";
import { Refusal } from "../../../errors.ts";
import { readTaskRef } from "../../../reading/task-ref.ts";
import type { Ports } from "../../ports.ts";
import { requireReporter } from "../../status/reporter.ts";
import { localNow, planFurther } from "../plan-further.ts";
import type { Responded, ResponseUseCases, Said, SaidTo } from "./response-use-cases.ts";

/** Messages older than this are not redrawn: they have left the screen. Days. */
const REDRAWN_DAYS = 30;

/** How a claim is written. */
const EXAMPLE = "不属本单位职责：应由某单位办理";

type RespondPorts = Parameters<typeof planFurther>[0] & Pick<Ports, "postedStore">;

interface Meant {
  readonly occurrence: Occurrence;
  readonly task: Task;
  readonly unit: Unit;
}

/** One row per task it is said to, each once per click; a claim is put before the secretary at once. */
export async function respond(
  ports: RespondPorts,
  input: Parameters<ResponseUseCases["respond"]>[0],
): Promise<Responded> {
  const { said, by } = input;
  const today = ports.clock.today();
  const register = await ports.registerStore.load();
  const meant = await meantBy(ports, input.to, by, register);
  const [first] = meant;
  if (first === undefined) throw new Refusal("nothing-asked");
  const reason = said.kind === "not_mine" ? said.reason.trim() : null;
  if (reason === "") throw new Refusal("missing-argument", { name: "reason", usage: EXAMPLE });
  if (reason !== null && meant.length > 1) {
    throw new Refusal("several-tasks", { tasks: meant.map(({ task }) => taskName(task, register)).join("、") });
  }
  const when = said.kind === "later" ? timeOf(said, ports) : null;
  let stored = 0;
  for (const { occurrence, unit } of meant) {
    const response = await ports.responseStore.append({
      occurrenceId: occurrence.id,
      unitId: unit.id,
      slackUser: by,
      kind: said.kind,
      remindAt: when,
      reason,
      on: today,
      sourceKey: `${input.sourceKey}:${occurrence.id}`,
    });
    if (response !== null) stored += 1;
  }
  if (said.kind === "not_mine") {
    await planFurther(ports);
    if (stored === 0) throw new Refusal("already-claimed");
  }
  return {
    kind: said.kind,
    tasks: meant.map(({ task }) => ({ taskId: task.id, taskName: taskName(task, register), title: task.title })),
    unitName: first.unit.name,
    remindAt: when,
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

/** The lines that are meant, authorised anew: what comes back from Slack is a hint, never a right. */
async function meantBy(
  ports: Pick<Ports, "reminderStore" | "secretaries">,
  to: SaidTo,
  by: string,
  register: Register,
): Promise<Meant[]> {
  if ("occurrenceId" in to) {
    const occurrence = register.occurrences.find((one) => one.id === to.occurrenceId);
    const task = register.tasks.find((one) => one.id === occurrence?.taskId);
    if (!occurrence || !task) throw new Refusal("nothing-asked");
    const unit = requireReporter(by, task, register, ports);
    const named = currentUnit(to.unitId, register.units);
    return [{ occurrence, task, unit: named && speaksFor(by, named, ports) ? named : unit }];
  }
  if (to.taskRef !== null) {
    const task = resolveTaskRef(readTaskRef(to.taskRef), register);
    const unit = requireReporter(by, task, register, ports);
    return openOf(task, register).map((occurrence) => ({ occurrence, task, unit }));
  }
  const found = "thread" in to ? await ports.reminderStore.findByMessage(to.thread.channel, to.thread.ts) : null;
  return (found?.reminders ?? []).flatMap((reminder): Meant[] => {
    const occurrence = register.occurrences.find((one) => one.id === reminder.occurrenceId);
    const task = register.tasks.find((one) => one.id === reminder.taskId && one.state === "open");
    const unit = currentUnit(reminder.unitId, register.units);
    if (!occurrence || !task || !unit || !speaksFor(by, unit, { secretaries: [] })) return [];
    return [{ occurrence, task, unit }];
  });
}

function speaksFor(by: string, unit: Unit, people: People): boolean {
  return unit.contacts.some((one) => one.slackUser === by) || can(by, "report", people);
}

/** What is asked of the task next: its earliest open date. */
function openOf(task: Task, { occurrences, meetings, day }: Register): Occurrence[] {
  const meeting = nextMeeting(meetings, day ?? "");
  const open = occurrences.filter(
    (one) => one.taskId === task.id && (one.kind === "due" || meeting === null || one.period === reportPeriod(meeting)),
  );
  return open.sort((a, b) => a.dueDate.localeCompare(b.dueDate)).slice(0, 1);
}

/** The posted digests of the last weeks that show any of the tasks. */
export async function showingTasks(
  ports: Pick<Ports, "postedStore" | "clock">,
  taskIds: readonly number[],
): Promise<number[]> {
  const posted = await ports.postedStore.showing({ taskIds }, redrawnSince(ports.clock.today()));
  return posted.map((one) => one.digestId);
}

export function redrawnSince(today: IsoDate): IsoDate {
  return addDays(today, -REDRAWN_DAYS);
}
