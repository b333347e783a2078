// One click asks all silent supporting units at once.
import { taskName } from "../../../domain/answers/task-card.ts";
import { can, unitsSpokenFor } from "../../../domain/permission.ts";
import type { Register } from "../../../domain/register/register.ts";
import type { Task } from "../../../domain/register/task.ts";
import type { Unit } from "../../../domain/register/unit.ts";
import { awayOn } from "../../../domain/reminders/recipient.ts";
import { handedBack, responsesOf } from "../../../domain/reminders/responses.ts";
import { nextDigestDay, planUrge, type UrgeWay } from "../../../domain/reminders/support/urge.ts";
import { indexUpdates, silentOf, supportingUnits } from "../../../domain/status/answered.ts";
import { askedNow } from "../../../domain/status/roll-up.ts";
import { Refusal } from "../../../errors.ts";
import type { Ports } from "../../ports.ts";
import { quietNow } from "../../reminders/policy/quiet-now.ts";
import { loadResponses } from "../../reminders/responses/load-responses.ts";
import { taskMeant, urgeView } from "./show-support.ts";
import type { SupportUseCases, Urged } from "./support-use-cases.ts";

type UrgePorts = Pick<
  Ports,
  | "registerStore"
  | "responseStore"
  | "urgeStore"
  | "tickStore"
  | "policyStore"
  | "calendar"
  | "clock"
  | "secretaries"
  | "chairs"
>;

/**
 * A message goes out at once where the person has had no further one today, the day's digests are planned, and it is neither a day off nor a
 * quiet hour; else the next digest says it. A unit that has handed the task back is not urged: the office is deciding.
 */
export async function urgeUnits(
  ports: UrgePorts,
  { task: meant, by }: Parameters<SupportUseCases["urgeUnits"]>[0],
): Promise<Urged> {
  const { clock, calendar, secretaries, urgeStore } = ports;
  const today = clock.today();
  const { task, register } = await taskMeant(ports, meant);
  const named = { taskId: task.id, taskName: taskName(task, register), title: task.title };
  const name = `${named.taskName} ${named.title}`;
  if (!can(by, "urge-units", ports, { task, register })) throw new Refusal("lead-only", { task: name });
  if (task.state !== "open") throw new Refusal("closed-task", { task: name });
  const supporting = supportingUnits(task, register.units);
  if (supporting.length === 0) throw new Refusal("no-supporting", { task: name });
  const occurrence = askedNow(task, register.occurrences);
  if (occurrence === null) throw new Refusal("nothing-asked");

  const [tick] = await ports.tickStore.newest(1);
  const dayIsPlanned = tick?.date === today && tick.finishedAt !== null;
  const digestOn = nextDigestDay(today, dayIsPlanned, calendar);
  const done = { ...named, digestOn, now: [], digest: [], office: [] };
  const earlier = await urgeStore.newest(task.id);
  if (earlier?.on === today) return { ...done, before: urgeView(earlier, register) };

  const responses = await loadResponses(ports, register);
  const silent = silentOf(supporting, task, occurrence, indexUpdates(register.latestUpdates)).filter(
    (unit) => handedBack(responsesOf(responses, task.id, unit.id)) === null,
  );
  if (silent.length === 0) throw new Refusal("nobody-missing", { task: name });
  const unitName = nameOfUrger(by, task, register);
  const quiet = await quietNow(ports);
  const { units, digests } = planUrge({
    task,
    occurrence,
    silent,
    unitName,
    away: awayOn(register.units.values(), today),
    today,
    calendar,
    atOnce: calendar.isWorkingDay(today) && dayIsPlanned && quiet === null,
    office: secretaries[0] === by ? null : (secretaries[0] ?? null),
  });
  const urge = await urgeStore.save(
    { taskId: task.id, occurrenceId: occurrence.id, urgedBy: by, unitName, on: today, units },
    digests,
  );
  if (urge === null) {
    // Somebody else was faster by a moment.
    const theirs = await urgeStore.newest(task.id);
    return { ...done, before: theirs && urgeView(theirs, register) };
  }
  const reached = (way: UrgeWay) =>
    namesOf(
      urge.units.filter((one) => one.way === way).map((one) => one.unitId),
      silent,
    );
  return { ...done, before: null, now: reached("now"), digest: reached("digest"), office: reached("office") };
}

/** The lead unit the person speaks for; "" for the office. */
function nameOfUrger(by: string, task: Task, register: Register): string {
  const assignments = task.assignments.filter((one) => one.role === "lead");
  return unitsSpokenFor(by, { ...task, assignments }, register)[0]?.name ?? "";
}

function namesOf(ids: readonly number[], units: readonly Unit[]): string[] {
  return units.filter((unit) => ids.includes(unit.id)).map((unit) => unit.name);
}
