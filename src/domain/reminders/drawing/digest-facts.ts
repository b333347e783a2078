// What digests are drawn from, looked up instead of searched: hundreds are drawn from the same facts.
import { taskName } from "../../answers/task-card.ts";
import { type IsoDate, type WorkingCalendar, workingDaysBetween } from "../../calendar.ts";
import type { Meeting } from "../../meetings/meeting.ts";
import type { Occurrence } from "../../register/deadline.ts";
import { nextMeeting } from "../../register/occurrences.ts";
import type { Register } from "../../register/register.ts";
import type { Task } from "../../register/task.ts";
import { indexUpdates, type UpdateIndex } from "../../status/answered.ts";
import type { Light } from "../../status/light.ts";
import { taskLight } from "../../status/task-light.ts";
import { type Away, awayOn } from "../recipient.ts";
import type { ResponseIndex } from "../responses.ts";

export interface DigestFacts {
  readonly register: Register;
  readonly today: IsoDate;
  readonly calendar: WorkingCalendar;
  /** Absent: nothing was said. */
  readonly responses?: ResponseIndex | undefined;
  readonly updates: UpdateIndex;
  readonly away: Away;
  readonly meeting: Meeting | null;
  readonly tasks: ReadonlyMap<number, Task>;
  readonly occurrences: ReadonlyMap<number, Occurrence>;
  occurrencesOf(taskId: number): readonly Occurrence[];
  nameOf(task: Task): string;
  lightOf(task: Task): Light;
  /** Working days from today; negative when over. */
  daysTo(date: IsoDate): number;
}

export function digestFacts(input: {
  register: Register;
  today: IsoDate;
  calendar: WorkingCalendar;
  responses?: ResponseIndex;
}): DigestFacts {
  const { register, today, calendar, responses } = input;
  const occurrencesByTask = Map.groupBy(register.occurrences, ({ taskId }) => taskId);
  const updatesByTask = Map.groupBy(register.latestUpdates, ({ taskId }) => taskId);
  const figuresByTask = Map.groupBy(register.figures, ({ taskId }) => taskId);
  const occurrencesOf = (taskId: number) => occurrencesByTask.get(taskId) ?? [];
  return {
    register,
    today,
    calendar,
    responses,
    updates: indexUpdates(register.latestUpdates),
    away: awayOn(register.units.values(), today),
    meeting: nextMeeting(register.meetings, today),
    tasks: new Map(register.tasks.map((task) => [task.id, task])),
    occurrences: new Map(register.occurrences.map((occurrence) => [occurrence.id, occurrence])),
    occurrencesOf,
    nameOf: once((task) => taskName(task, register)),
    lightOf: once((task) => {
      const own = {
        occurrences: occurrencesOf(task.id),
        latestUpdates: updatesByTask.get(task.id) ?? [],
        figures: figuresByTask.get(task.id) ?? [],
      };
      const { documents, units } = register;
      return taskLight({ task, register: { ...own, documents, units }, today, calendar });
    }),
    daysTo: once((date) => workingDaysBetween(today, date, calendar)),
  };
}

/** Answers the same question from memory: from the same facts it is the same answer. */
function once<Key, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const had = known.get(key);
    if (had !== undefined) return had;
    const value = answer(key);
    known.set(key, value);
    return value;
  };
}
