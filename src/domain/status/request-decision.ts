// What a decision on a request (申请) does to the register, and when it cannot be taken.
import { Refusal } from "../../errors.ts";
import { taskName } from "../answers/task-card.ts";
import { type IsoDate, isIsoDate, type WorkingCalendar } from "../calendar.ts";
import type { Meeting } from "../meetings/meeting.ts";
import type { Occurrence } from "../register/deadline.ts";
import { nextMeeting, supportingDueDateOf } from "../register/occurrences.ts";
import type { Register } from "../register/register.ts";
import type { Task } from "../register/task.ts";
import type { Request } from "./request.ts";
import { requestAfter, statusStep, taskAfter } from "./transitions.ts";

export type RequestAnswer =
  /** `date`: another one than was asked for; null = as asked for. A closure has none. */
  { readonly kind: "approve"; readonly date: IsoDate | null } | { readonly kind: "send-back"; readonly reason: string };

/** What changes besides the request itself. */
export type RequestEffect =
  | {
      readonly kind: "extend";
      readonly occurrenceId: number;
      readonly dueDate: IsoDate;
      readonly supportingDueDate: IsoDate;
    }
  | { readonly kind: "close" }
  | { readonly kind: "none" };

/**
 * Throws `request-decided` for one that is no longer pending, `closed-task` and its like, `missing-argument` for sending back without a
 * reason, for a closure `evidence-missing` and `closure-taken-back`, and for an extension `bad-date`, `past-date`, `extension-not-later`, `nothing-to-extend` and `dates-frozen`.
 */
export function decideRequest(input: {
  request: Request;
  answer: RequestAnswer;
  register: Register;
  today: IsoDate;
  calendar: WorkingCalendar;
  /** The closure takes evidence, and none has come. */
  evidenceMissing?: boolean;
}): RequestEffect {
  const { request, answer, register, today } = input;
  requestAfter(request.state, answer.kind);
  if (answer.kind === "send-back") {
    if (answer.reason.trim() === "") throw new Refusal("missing-argument", { name: "send-back" });
    return { kind: "none" };
  }
  const task = register.tasks.find((t) => t.id === request.taskId);
  if (!task) throw new Refusal("closed-task");
  taskAfter(task.state, `approve-${request.kind}`, `${taskName(task, register)} ${task.title}`);
  if (request.kind === "closure") {
    requireClosable(request, task, input);
    return { kind: "close" };
  }

  const date = answer.date ?? request.proposedDate ?? "";
  if (!isIsoDate(date)) throw new Refusal("bad-date", { text: date });
  if (date <= today) throw new Refusal("past-date", { date });
  const freeze = frozenBy(register.meetings, today);
  if (freeze) throw new Refusal("dates-frozen", { from: freeze.cutOff, until: freeze.date });
  const occurrence = extendable(request.taskId, register);
  if (occurrence === null) throw new Refusal("nothing-to-extend");
  if (date <= occurrence.dueDate) throw new Refusal("extension-not-later", { date, due: occurrence.dueDate });
  const supportingDueDate = supportingDueDateOf(date, input.calendar);
  return { kind: "extend", occurrenceId: occurrence.id, dueDate: date, supportingDueDate };
}

function requireClosable(
  { unitId }: Request,
  task: Task,
  { register, evidenceMissing = false }: { register: Register; evidenceMissing?: boolean },
): void {
  const name = taskName(task, register);
  const last = register.latestUpdates.find((u) => u.taskId === task.id && u.unitId === unitId);
  if (last && statusStep("done", last.status) === "takes-back") {
    const unit = register.units.get(unitId)?.name ?? "";
    throw new Refusal("closure-taken-back", { task: `${name} ${task.title}`, unit });
  }
  if (evidenceMissing) throw new Refusal("evidence-missing", { task: `${name} ${task.title}`, ref: name });
}

/** The meeting before which no date is moved any more: from its cut-off to its day. Null outside that time. */
export function frozenBy(meetings: readonly Meeting[], today: IsoDate): Meeting | null {
  const meeting = nextMeeting(meetings, today);
  return meeting !== null && meeting.cutOff <= today ? meeting : null;
}

/** The task's earliest own due date. The report to a meeting has the meeting's date and is not extended. */
export function extendable(taskId: number, { occurrences }: Pick<Register, "occurrences">): Occurrence | null {
  const own = occurrences.filter((o) => o.taskId === taskId && o.kind === "due");
  return own.sort((a, b) => a.dueDate.localeCompare(b.dueDate))[0] ?? null;
}
