// What the agenda's sections look at: the register seen from one meeting, each open task with its units and reports.
import { taskName } from "../answers/task-card.ts";
import type { IsoDate, WorkingCalendar } from "../calendar.ts";
import type { Occurrence } from "../register/deadline.ts";
import { type KeptDate, lastDate } from "../register/due-dates.ts";
import { reportPeriod } from "../register/occurrences.ts";
import type { Register } from "../register/register.ts";
import { type SourceDocument, type Task, unitIdsOf } from "../register/task.ts";
import { answeringUnits, type Unit } from "../register/unit.ts";
import { receiptsOf, type TaskReceipts } from "../reminders/receipt.ts";
import type { ResponseIndex } from "../reminders/responses.ts";
import { type JointView, jointView } from "../status/joint/joint-reply.ts";
import { leadsThatMustReport } from "../status/lead-units.ts";
import type { Light } from "../status/light.ts";
import type { Request } from "../status/request.ts";
import type { Figures, StatusUpdate } from "../status/status.ts";
import { figuresOf } from "../status/targets/target-actual.ts";
import { dueOccurrence, taskLight } from "../status/task-light.ts";
import type { Meeting } from "./meeting.ts";
import { planTimetable } from "./timetable.ts";

export interface AgendaInput {
  readonly register: Register;
  readonly meeting: Meeting;
  readonly today: IsoDate;
  readonly calendar: WorkingCalendar;
  /** On how many other agendas each task has stood. */
  readonly timesSubmitted: ReadonlyMap<number, number>;
  /** What units said short of a report; absent = nothing. */
  readonly responses?: ResponseIndex;
  /** Due dates of tasks that are open no more, for the ledger; absent = not asked for. */
  readonly closedDates?: readonly Occurrence[];
  /** The newest joint reply of each task that has one; absent = none was signed. */
  readonly signed?: readonly StatusUpdate[];
  /** Reminders that were brought to somebody above the contact; absent = none were. */
  readonly escalated?: readonly { readonly taskId: number; readonly unitId: number; readonly on: IsoDate }[];
}

export interface TaskFacts {
  readonly task: Task;
  readonly document: SourceDocument | null;
  /** "21", or "责任分工·21" where two documents share the number. */
  readonly name: string;
  readonly leads: readonly Unit[];
  readonly supporting: readonly Unit[];
  /** The newest update of each unit, newest first. */
  readonly updates: readonly StatusUpdate[];
  /** What has been reported in figures, newest first. */
  readonly figures: readonly Figures[];
  /** A report counts for this meeting from this day on. */
  readonly since: IsoDate;
  /** The task's own date, where it has one. */
  readonly due: Occurrence | null;
  /** The dates of the ledger: the task's own, else those of the report; of a task that is open no more the last one. */
  readonly dates: KeptDate | null;
  readonly light: Light;
  /** The joint reply of this meeting's period. */
  readonly joint: JointView | null;
  readonly pending: readonly Request[];
  /** Units that say the task is another's: undecided, or agreed to with no other unit named yet. */
  readonly declined: TaskReceipts["declined"];
  /** Which time this is that the task stands on an agenda; 1 = first. */
  readonly timesSubmitted: number;
}

export interface AgendaFacts {
  readonly input: AgendaInput;
  /** All tasks, by document and number; the sections take the open ones, the ledger all. */
  readonly tasks: readonly TaskFacts[];
  readonly open: readonly TaskFacts[];
}

export function gatherFacts(input: AgendaInput): AgendaFacts {
  const { register, meeting, calendar } = input;
  const updatesOf = Map.groupBy(register.latestUpdates, (u) => u.taskId);
  const figuresByTask = Map.groupBy(register.figures, (f) => f.taskId);
  const occurrencesOf = Map.groupBy(register.occurrences, (o) => o.taskId);
  const closedDatesOf = Map.groupBy(input.closedDates ?? [], (o) => o.taskId);
  const requestsOf = Map.groupBy(register.requests, (r) => r.taskId);
  const callForTopics = planTimetable(meeting.date, calendar)[0]?.date ?? meeting.supportingCutOff;

  const tasks = inDocumentOrder(register).map((task): TaskFacts => {
    const newest = (updatesOf.get(task.id) ?? []).toSorted((a, b) => b.on.localeCompare(a.on) || b.id - a.id);
    // What a reopening has taken back is no report to a meeting; the light says why there is none.
    const updates = newest.filter((update) => !update.undone);
    const figures = figuresOf(task, figuresByTask.get(task.id) ?? []);
    const occurrences = occurrencesOf.get(task.id) ?? [];
    const leads = unitIdsOf(task, "lead").flatMap((id) => register.units.get(id) ?? []);
    const supporting = unitIdsOf(task, "supporting").flatMap((id) => register.units.get(id) ?? []);
    const members = leads.filter((u) => u.memberIds.length > 0).flatMap((u) => answeringUnits(u, register.units));
    const mustReport = leadsThatMustReport(task).filter((id) =>
      leads.some((u) => u.id === id && u.memberIds.length === 0),
    );
    const report = occurrences.find((o) => o.kind === "report" && o.period === reportPeriod(meeting)) ?? null;
    const due = dueOccurrence(
      occurrences,
      updates,
      [...leads, ...members].map((u) => u.id),
      [...members.map((u) => u.id), ...mustReport],
    );
    return {
      task,
      document: register.documents.find((d) => d.id === task.documentId) ?? null,
      name: taskName(task, register),
      leads,
      supporting,
      updates,
      figures,
      since: report?.opensOn ?? callForTopics,
      due,
      dates: due ?? report ?? lastDate(task, closedDatesOf.get(task.id) ?? []),
      light: taskLight({
        task,
        register: {
          documents: register.documents,
          occurrences,
          latestUpdates: newest,
          figures,
          units: register.units,
        },
        today: input.today,
        calendar,
      }),
      declined: input.responses ? receiptsOf(task, register, input.responses).declined : [],
      joint: jointView(
        task,
        { ...register, occurrences },
        input.signed?.find((one) => one.taskId === task.id),
      ),
      pending: (requestsOf.get(task.id) ?? []).filter((r) => r.state === "pending"),
      timesSubmitted: (input.timesSubmitted.get(task.id) ?? 0) + 1,
    };
  });
  return { input, tasks, open: tasks.filter((t) => t.task.state === "open") };
}

/** The units that answer for these, groups member by member, each once. */
export function answering(units: readonly Unit[], { input }: AgendaFacts): Unit[] {
  const all = units.flatMap((u) => answeringUnits(u, input.register.units));
  return [...new Map(all.map((u) => [u.id, u])).values()];
}

/** The unit's newest update, if it counts for this meeting. */
export function reportOf(facts: TaskFacts, unit: Unit): StatusUpdate | null {
  return facts.updates.find((u) => u.unitId === unit.id && u.on >= facts.since) ?? null;
}

export function unitName(unitId: number, { input }: AgendaFacts): string {
  return input.register.units.get(unitId)?.name ?? "";
}

function inDocumentOrder({ documents, tasks }: Register): Task[] {
  const place = new Map(documents.map((d, i) => [d.id, i]));
  return tasks.toSorted(
    (a, b) =>
      (place.get(a.documentId) ?? documents.length) - (place.get(b.documentId) ?? documents.length) ||
      a.ref.localeCompare(b.ref, "zh", { numeric: true }),
  );
}
