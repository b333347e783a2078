// Which tasks of which units somebody answers for when they say a word to a reminder.
import { can, type People, unitsSpokenFor } from "../../../domain/permission.ts";
import type { Occurrence } from "../../../domain/register/deadline.ts";
import { nextMeeting, reportPeriod } from "../../../domain/register/occurrences.ts";
import type { Register } from "../../../domain/register/register.ts";
import type { Task } from "../../../domain/register/task.ts";
import { resolveTaskRef } from "../../../domain/register/task-ref.ts";
import { currentUnit, type Unit } from "../../../domain/register/unit.ts";
import { readTaskRef } from "../../../reading/task-ref.ts";
import type { Ports } from "../../ports.ts";
import { requireReporter } from "../../status/reporter.ts";
import type { StoredReminder } from "../reminder-store.ts";
import type { Said, SaidTo } from "./response-use-cases.ts";
import { redrawnSince } from "./showing-tasks.ts";

export interface Meant {
  readonly occurrence: Occurrence;
  readonly task: Task;
  readonly unit: Unit;
}

type MeantPorts = Pick<Ports, "reminderStore" | "postedStore" | "clock" | "secretaries" | "chairs">;

/** The lines that are meant, authorised anew: what comes back from Slack is a hint, never a right. */
export async function meantBy(
  ports: MeantPorts,
  { said, to, by }: { said: Said; to: SaidTo; by: string },
  register: Register,
): Promise<Meant[]> {
  if ("occurrenceId" in to) {
    const occurrence = register.occurrences.find((one) => one.id === to.occurrenceId);
    const task = register.tasks.find((one) => one.id === occurrence?.taskId);
    if (!occurrence || !task) return [];
    const unit = requireReporter(by, task, register, ports);
    const named = currentUnit(to.unitId, register.units);
    return [{ occurrence, task, unit: named && mayAnswer(by, named, task, register, ports) ? named : unit }];
  }
  if ("digestId" in to) {
    const found = await ports.reminderStore.find(to.digestId);
    return found?.digest.slackUser === by ? remindedOf(found.reminders, by, register) : [];
  }
  if ("everything" in to) return remindedOf(await remindersOf(ports, by, register), by, register);
  if (to.taskRef !== null) {
    const task = resolveTaskRef(readTaskRef(to.taskRef), register);
    const unit = requireReporter(by, task, register, ports);
    const spokenFor = unitsSpokenFor(by, task, register);
    const units = said.kind === "accepted" && spokenFor.length > 0 ? spokenFor : [unit];
    return openOf(task, register).flatMap((occurrence) => units.map((one) => ({ occurrence, task, unit: one })));
  }
  const found = "thread" in to ? await ports.reminderStore.findByMessage(to.thread.channel, to.thread.ts) : null;
  return remindedOf(found?.reminders ?? [], by, register);
}

/** Those of the reminders whose unit the person still answers for, as contact or in a contact's place. */
function remindedOf(reminders: readonly StoredReminder[], by: string, register: Register): Meant[] {
  return reminders.flatMap((reminder): Meant[] => {
    const occurrence = register.occurrences.find((one) => one.id === reminder.occurrenceId);
    const task = register.tasks.find((one) => one.id === reminder.taskId && one.state === "open");
    const unit = currentUnit(reminder.unitId, register.units);
    if (!occurrence || !task || !unit || !mayAnswer(by, unit, task, register, { secretaries: [] })) return [];
    return [{ occurrence, task, unit }];
  });
}

/** What the person was reminded of in the digests of the last weeks. */
async function remindersOf(ports: MeantPorts, by: string, register: Register): Promise<StoredReminder[]> {
  const unitIds = [...new Set(register.tasks.flatMap((task) => unitsSpokenFor(by, task, register)))].map((u) => u.id);
  const posted = await ports.postedStore.showing({ unitIds }, redrawnSince(ports.clock.today()));
  const own = posted.filter((one) => one.slackUser === by);
  const found = await Promise.all(own.map((one) => ports.reminderStore.find(one.digestId)));
  return found.flatMap((one) => one?.reminders ?? []);
}

function mayAnswer(by: string, unit: Unit, task: Task, register: Register, people: People): boolean {
  return unitsSpokenFor(by, task, register).some((one) => one.id === unit.id) || can(by, "report", people);
}

/** What is asked of the task next: its earliest open date. */
function openOf(task: Task, { occurrences, meetings, day }: Register): Occurrence[] {
  const meeting = nextMeeting(meetings, day ?? "");
  const open = occurrences.filter(
    (one) => one.taskId === task.id && (one.kind === "due" || meeting === null || one.period === reportPeriod(meeting)),
  );
  return open.sort((a, b) => a.dueDate.localeCompare(b.dueDate)).slice(0, 1);
}
