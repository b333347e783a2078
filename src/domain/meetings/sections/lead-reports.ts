// 三、牵头单位汇报: every open task, one by one, with what its supporting units said.
import { workingDaysBetween } from "../../calendar.ts";
import { type Reason, reason } from "../../reason.ts";
import { currentUnit, type Unit } from "../../register/unit.ts";
import { computedReason } from "../../status/light.ts";
import type { AgendaItem } from "../agenda-types.ts";
import { type AgendaFacts, answering, reportOf, type TaskFacts, unitName } from "../facts.ts";
import { reportTopic, unitList } from "../notation.ts";
import { reportMinutes } from "../time-allowed.ts";
import { taskItem } from "./item.ts";
import { opinionsOf } from "./opinions.ts";

/** By document and number. A task without a lead has nobody to report it: it stands in 四. */
export function leadReportItems(facts: AgendaFacts): AgendaItem[] {
  return facts.open
    .filter((task) => task.leads.length > 0)
    .map((task) =>
      taskItem(task, {
        group: task.document?.title ?? "",
        topic: reportTopic(task.task.title),
        reasons: [
          ...reportReasons(task, facts),
          ...jointReasons(task),
          ...statusReasons(task, facts),
          ...overdueReasons(task, facts),
          ...supportingReasons(task, facts),
          ...escalatedReasons(task, facts),
          ...(task.light.reason.code === "light-set" ? [task.light.reason] : []),
        ],
        opinions: opinionsOf(task.supporting, task, facts),
        minutes: reportMinutes(task.light),
      }),
    );
}

/**
 * Received or missing. Joint leads answer for each other unless each reports by itself; of a group that leads, every member is
 * counted.
 */
function reportReasons(task: TaskFacts, facts: AgendaFacts): Reason[] {
  const [groups, single] = partition(task.leads, (u) => u.memberIds.length > 0);
  const received = single.flatMap((unit) => {
    const report = reportOf(task, unit);
    return report ? [reason("meeting-report-received", { unit: unit.name, date: report.on })] : [];
  });
  const silent = single.filter((unit) => reportOf(task, unit) === null);
  const missing = silent.length > 0 && (received.length === 0 || task.task.leadRule === "each");
  return [
    ...received,
    ...(missing ? [reason("meeting-report-missing", { unit: unitList(silent) })] : []),
    ...groups.map((group) => groupReason(group, task, facts)),
  ];
}

/** Who signed for all, without whom, and what came since. */
function jointReasons({ joint }: TaskFacts): Reason[] {
  if (joint === null) return [];
  const { unitName: unit, on: date, covers: count, missing, later } = joint;
  return [
    reason("joint-reply", { unit, date, count }),
    ...(missing.length > 0 ? [reason("joint-missing", { missing: missing.join("、") })] : []),
    ...(later.length > 0 ? [reason("joint-later", { units: later.join("、") })] : []),
  ];
}

function groupReason(group: Unit, task: TaskFacts, facts: AgendaFacts): Reason {
  const members = answering([group], facts);
  const reports = members.flatMap((unit) => reportOf(task, unit) ?? []);
  const missing = members.filter((unit) => reportOf(task, unit) === null);
  const latest = reports
    .map((r) => r.on)
    .sort()
    .at(-1);
  if (missing.length === 0 && latest !== undefined) {
    return reason("meeting-report-received", { unit: group.name, date: latest });
  }
  const counts = { answered: reports.length, total: members.length };
  return reason("group-missing", { unit: group.name, missing: unitList(missing), ...counts });
}

/** What any unit of the task has reported as standing in the way; older reports count until they are replaced. */
export function statusReasons(task: TaskFacts, facts: AgendaFacts): Reason[] {
  return task.updates.flatMap((update) => {
    const unit = unitName(update.unitId, facts);
    return [
      ...(update.status === "blocked" ? [reason("status-blocked", { unit })] : []),
      ...(update.status === "at_risk" ? [reason("status-at-risk", { unit })] : []),
      ...(update.needsCoordination ? [reason("asks-coordination", { unit })] : []),
    ];
  });
}

function overdueReasons(task: TaskFacts, { input }: AgendaFacts): Reason[] {
  if (task.due === null || computedReason(task.light).code === "light-done") return [];
  const days = workingDaysBetween(task.due.dueDate, input.today, input.calendar);
  return days > 0 ? [reason("task-overdue", { days })] : [];
}

function supportingReasons(task: TaskFacts, facts: AgendaFacts): Reason[] {
  const units = answering(task.supporting, facts);
  const missing = units.filter((unit) => reportOf(task, unit) === null);
  if (missing.length === 0) return [];
  const counts = { answered: units.length - missing.length, total: units.length };
  return [reason("supporting-missing", { missing: unitList(missing), ...counts })];
}

/** Whose silence was brought to others, and when for the last time; not of units that were heard of since. */
function escalatedReasons(task: TaskFacts, { input }: AgendaFacts): Reason[] {
  const silent = (input.escalated ?? []).filter(
    ({ taskId, unitId, on }) =>
      taskId === task.task.id &&
      !task.updates.some(
        (update) => currentUnit(unitId, input.register.units)?.id === update.unitId && update.on >= on,
      ),
  );
  const date = silent
    .map((one) => one.on)
    .sort()
    .at(-1);
  if (date === undefined) return [];
  const units = new Set(silent.flatMap(({ unitId }) => currentUnit(unitId, input.register.units) ?? []));
  return [reason("reminders-escalated", { unit: unitList([...units]), date })];
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): [yes: T[], no: T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}
