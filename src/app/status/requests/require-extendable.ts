// Whether there is a date that an extension could move.
import { taskName } from "../../../domain/answers/task-card.ts";
import type { IsoDate } from "../../../domain/calendar.ts";
import type { Register } from "../../../domain/register/register.ts";
import type { Task } from "../../../domain/register/task.ts";
import { extendable } from "../../../domain/status/request-decision.ts";
import { Refusal } from "../../../errors.ts";

/** The task's own date. Throws `nothing-to-extend` where it has none: the office could only send the request back. */
export function requireExtendable(task: Task, register: Register): IsoDate {
  const own = extendable(task.id, register);
  if (own === null) throw new Refusal("nothing-to-extend", { task: `${taskName(task, register)} ${task.title}` });
  return own.dueDate;
}
