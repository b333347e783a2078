// Who is asked about what: every open occurrence, every assigned unit, groups member by member.
import type { IsoDate } from "../calendar.ts";
import type { Occurrence } from "../register/deadline.ts";
import { nextMeeting, reportPeriod } from "../register/occurrences.ts";
import type { Register } from "../register/register.ts";
import { type Assignment, type Task, unitIdsOf } from "../register/task.ts";
import { answeringUnits, type Unit } from "../register/unit.ts";
import { indexUpdates, type UpdateIndex, updateOf } from "../status/answered.ts";
import type { Request } from "../status/request.ts";

export interface Asked {
  readonly occurrence: Occurrence;
  readonly task: Task;
  readonly assignment: Assignment;
  readonly unit: Unit;
}

/** The register, looked through once, so that a decision on one unit looks nothing up by walking over all. */
export interface PlanIndex {
  readonly updates: UpdateIndex;
  /** Tasks that a lead unit has reported done. */
  readonly doneTasks: ReadonlySet<number>;
  /** The undecided extension request of a task. */
  readonly extensionOf: ReadonlyMap<number, Request>;
}

export function indexForPlan({ tasks, latestUpdates, requests }: Register): PlanIndex {
  const updates = indexUpdates(latestUpdates);
  const done = tasks.filter((task) =>
    unitIdsOf(task, "lead").some((id) => updateOf(updates, task.id, id)?.status === "done"),
  );
  const extensions = requests.filter((r) => r.kind === "extension" && r.state === "pending");
  return {
    updates,
    doneTasks: new Set(done.map((task) => task.id)),
    // The earliest of a task's requests is the one that is being decided: a Map keeps the last it is given.
    extensionOf: new Map(extensions.toReversed().map((request) => [request.taskId, request])),
  };
}

export function* askedUnits(register: Register, today: IsoDate): Generator<Asked> {
  const tasks = new Map(register.tasks.map((task) => [task.id, task]));
  const answering = new Map([...register.units].map(([id, unit]) => [id, answeringUnits(unit, register.units)]));
  const meeting = nextMeeting(register.meetings, today);
  const currentReport = meeting && reportPeriod(meeting);
  for (const occurrence of register.occurrences) {
    const task = tasks.get(occurrence.taskId);
    if (task?.state !== "open") continue;
    // A report nobody sent before its meeting is not asked for afterwards: the next meeting asks anew.
    if (occurrence.kind === "report" && occurrence.period !== currentReport) continue;
    for (const assignment of task.assignments) {
      for (const unit of answering.get(assignment.unitId) ?? []) yield { occurrence, task, assignment, unit };
    }
  }
}
