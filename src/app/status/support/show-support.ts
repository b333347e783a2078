// What the supporting units of a task have answered, for its units and the office.
import { taskName } from "../../../domain/answers/task-card.ts";
import { workingDaysBetween } from "../../../domain/calendar.ts";
import { can, unitsSpokenFor } from "../../../domain/permission.ts";
import type { Register } from "../../../domain/register/register.ts";
import type { Task } from "../../../domain/register/task.ts";
import { currentUnit } from "../../../domain/register/unit.ts";
import type { Urge } from "../../../domain/reminders/support/urge.ts";
import { supportingUnits } from "../../../domain/status/answered.ts";
import { jointView } from "../../../domain/status/joint/joint-reply.ts";
import { type SupportView, supportOf } from "../../../domain/status/joint/support.ts";
import { askedNow } from "../../../domain/status/roll-up.ts";
import { Refusal } from "../../../errors.ts";
import type { Ports } from "../../ports.ts";
import { findTask } from "../../register/find-task.ts";
import type { SupportPage, SupportUseCases, TaskMeant, UrgeView } from "./support-use-cases.ts";

export async function showSupport(
  ports: Pick<Ports, "registerStore" | "statusStore" | "urgeStore" | "calendar" | "clock" | "secretaries" | "chairs">,
  { task: meant, by }: Parameters<SupportUseCases["showSupport"]>[0],
): Promise<SupportPage> {
  const { task, register } = await taskMeant(ports, meant);
  const name = `${taskName(task, register)} ${task.title}`;
  if (!can(by, "see-support", ports, { task, register })) throw new Refusal("not-of-task", { task: name });
  if (supportingUnits(task, register.units).length === 0) throw new Refusal("no-supporting", { task: name });
  const signed = await ports.statusStore.newestSigned(task.id);
  const urge = await ports.urgeStore.newest(task.id);
  const asked = task.state === "open" ? askedNow(task, register.occurrences) : null;
  const support = supportOf(task, register, signed);
  const dueDate = asked?.supportingDueDate;
  return {
    taskId: task.id,
    taskName: taskName(task, register),
    title: task.title,
    due:
      dueDate === undefined
        ? null
        : { date: dueDate, daysLeft: workingDaysBetween(ports.clock.today(), dueDate, ports.calendar) },
    support,
    urged: urge !== null && asked?.id === urge.occurrenceId ? urgeView(urge, register) : null,
    joint: jointView(task, register, signed),
    mayUrge: asked !== null && support.missing.length > 0 && can(by, "urge-units", ports, { task, register }),
    leads: leadsTask(by, task, register),
  };
}

/** For the form of somebody who reports for a lead. */
export async function supportBrief(
  ports: Pick<Ports, "registerStore" | "statusStore">,
  { taskId, by }: Parameters<SupportUseCases["supportBrief"]>[0],
): Promise<SupportView | null> {
  const register = await ports.registerStore.loadAround([taskId]);
  const task = register.tasks.find((one) => one.id === taskId);
  if (task?.state !== "open" || !leadsTask(by, task, register)) return null;
  return briefOf(task, register);
}

/** Null where nobody supports the task. */
export function briefOf(task: Task, register: Register): SupportView | null {
  return supportingUnits(task, register.units).length === 0 ? null : supportOf(task, register, null);
}

/** Throws `unknown-task` or `ambiguous-task`; a button whose task is gone is as stale as one that cannot be read. */
export async function taskMeant(
  ports: Pick<Ports, "registerStore">,
  meant: TaskMeant,
): Promise<{ task: Task; register: Register }> {
  if ("ref" in meant) return findTask(ports, meant.ref);
  const register = await ports.registerStore.loadAround([meant.taskId]);
  const task = register.tasks.find((one) => one.id === meant.taskId);
  if (!task) throw new Refusal("proposal-gone");
  return { task, register };
}

/** Whether the person answers for one of the task's lead units. */
export function leadsTask(actor: string, task: Task, register: Register): boolean {
  const assignments = task.assignments.filter((one) => one.role === "lead");
  return unitsSpokenFor(actor, { ...task, assignments }, register).length > 0;
}

/** Who of those urged has answered since. */
export function urgeView(urge: Urge, { units, latestUpdates }: Register): UrgeView {
  const replied: string[] = [];
  const silent: string[] = [];
  const office: string[] = [];
  for (const { unitId, way } of urge.units) {
    const unit = currentUnit(unitId, units);
    if (unit === null) continue;
    const update = latestUpdates.find((one) => one.taskId === urge.taskId && one.unitId === unit.id);
    (update && update.on >= urge.on ? replied : way === "office" ? office : silent).push(unit.name);
  }
  return { on: urge.on, unitName: urge.unitName, replied, silent, office };
}
