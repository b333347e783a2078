// The JSON of the operator's terminal: a contract with scripts, so it is written out here field by field.
import type { Amendment } from "../app/register/amendment/plan-amendment.ts";
import type { DocumentReview } from "../app/use-cases.ts";
import type { Answer } from "../domain/answers/answer.ts";
import type { Agenda } from "../domain/meetings/agenda-types.ts";
import { type Reason, reason } from "../domain/reason.ts";
import type { DraftDocument, DraftTask } from "../domain/register/draft.ts";
import type { DayPlan, PlannedReminder } from "../domain/reminders/digest.ts";
import { levelOf } from "../domain/reminders/escalation-policy.ts";
import type { StatusReading } from "../domain/status/status.ts";

/** Names by id, for plans, which hold ids. */
export interface Names {
  task(taskId: number): string;
  unit(unitId: number): string;
}

/** Turns a reason into its sentence; passed in, so that this file knows no words. */
type SayReason = (why: Reason) => string;

export function importJson(reviews: readonly DocumentReview[], sayReason: SayReason) {
  return {
    documents: reviews.map(({ draft, changes }) => ({
      ...documentJson(draft, sayReason),
      ...(changes ? { changes: changesJson(changes) } : {}),
    })),
    units: unitsJson(reviews),
  };
}

function documentJson(draft: DraftDocument, sayReason: SayReason) {
  const { title, issuer, number, date } = draft;
  return { title, issuer, number, date, tasks: draft.tasks.map((task) => taskJson(task, sayReason)) };
}

/**
 * Against the version in force. `ref` is the number in the newer version (of withdrawn tasks: in the earlier one), `from` the
 * number in the earlier one. `fields`: what reads otherwise, among number, text, lead, supporting, deadlines, targets.
 */
function changesJson({ previous, diff }: Amendment) {
  const { added, changed, withdrawn, unchanged } = diff;
  return {
    previous: { title: previous.title, number: previous.number, date: previous.date },
    added: added.map(({ ref, title, lead, dividedFrom }) => ({ ref, title, lead, dividedFrom })),
    changed: changed.map(({ ref, fromRef, title, changes }) => ({
      ref,
      from: fromRef,
      title,
      fields: Object.fromEntries(changes.map(({ field, before, after }) => [field, { from: before, to: after }])),
    })),
    withdrawn: withdrawn.map(({ ref, title, lead, mergedInto }) => ({ ref, title, lead, mergedInto })),
    unchanged: unchanged.map(({ ref }) => ({ ref })),
  };
}

function taskJson(task: DraftTask, sayReason: SayReason) {
  return {
    ref: task.ref,
    section: task.section,
    title: task.title,
    text: task.text,
    lead: task.lead.map((unit) => unit.name),
    supporting: task.supporting.map((unit) => unit.name),
    deadlines: task.deadlines.map(({ kind, due, text }) => ({ kind, due, text })),
    targets: task.targets.map(({ comparator, value, unit, period, scope, text }) => ({
      comparator,
      value,
      unit,
      period,
      scope,
      text,
    })),
    review: task.review.map(({ field, reason: why }) => ({ field, reason: sayReason(why) })),
  };
}

/** One entry a unit, over all documents of the call: a second document's spelling is an alias of the first's. */
function unitsJson(reviews: readonly DocumentReview[]) {
  const mentions = reviews.flatMap((r) => r.draft.tasks.flatMap((t) => [...t.lead, ...t.supporting]));
  return [...Map.groupBy(mentions, (m) => m.key).values()].flatMap(([first, ...rest]) => {
    if (!first) return [];
    const aliases = [...new Set(rest.map((m) => m.name))].filter((name) => name !== first.name);
    return [{ name: first.name, kind: first.kind, aliases }];
  });
}

export function answerJson(answer: Answer, text: string) {
  return {
    kind: answer.kind,
    tasks: answer.tasks.map(({ documentTitle, ref, title, lead, supporting, quote }) => ({
      document: documentTitle,
      ref,
      title,
      lead,
      supporting,
      quote,
    })),
    answer: text,
    mode: answer.mode,
  };
}

export function readingJson(reading: StatusReading) {
  const { status, percent, quantities, needsCoordination, extensionTo, note, unsure } = reading;
  return { status, percent, quantities, needsCoordination, extensionTo, note, unsure };
}

function escalated(reminder: PlannedReminder, names: Names, sayReason: SayReason) {
  const { taskId, unitId, role, dueDate, reason: why } = reminder;
  return { task: names.task(taskId), unit: names.unit(unitId), role, due: dueDate, reason: sayReason(why) };
}

export function planJson(plan: DayPlan, names: Names, sayReason: SayReason) {
  return {
    date: plan.date,
    workingDay: plan.workingDay,
    digests: plan.digests.map((digest) => ({
      contact: digest.slackUser,
      unit: [...new Set(digest.reminders.map((r) => names.unit(r.unitId)))].join("、"),
      reminders: digest.reminders.map((r) => ({
        task: names.task(r.taskId),
        role: r.role,
        step: r.step,
        level: r.level ?? 0,
        due: r.dueDate,
        reason: sayReason(r.reason),
      })),
    })),
    skipped: plan.skipped.map((s) => ({
      task: names.task(s.taskId),
      unit: names.unit(s.unitId),
      role: s.role,
      reason: sayReason(s.reason),
    })),
    // Who is told of a silent unit; and what nobody of a unit can be reminded of, which goes to the secretary at once.
    escalations: [
      ...(plan.escalations ?? []).map(({ rung, slackUser, reminder, passedOver }) => ({
        ...escalated(reminder, names, sayReason),
        level: levelOf(rung),
        rung,
        to: slackUser,
        passedOver: passedOver.map((why) => sayReason(why)),
      })),
      ...plan.digests
        .filter((digest) => digest.kind === "secretary")
        .flatMap((digest) =>
          digest.reminders
            .filter((r) => (r.level ?? 0) === 0)
            .map((r) => ({
              ...escalated(r, names, sayReason),
              level: levelOf("secretary"),
              rung: "secretary",
              to: digest.slackUser,
              passedOver: [],
            })),
        ),
    ],
  };
}

export function agendaJson(
  agenda: Agenda,
  sayReason: SayReason,
  sectionTitle: (key: Agenda["sections"][number]["key"]) => string,
) {
  return {
    meeting: { date: agenda.meetingDate, cutOff: agenda.cutOff },
    sections: agenda.sections.map((section) => ({
      title: sectionTitle(section.key),
      items: section.items.map((item) => ({
        topic: item.topic,
        task: item.taskLabel,
        reportingUnit: item.reportingUnit,
        attending: item.attending,
        reason: item.reasons.map(sayReason).join("；"),
        minutes: item.minutes,
        timesSubmitted: item.timesSubmitted,
      })),
      ...(section.items.length === 0 ? { empty: sayReason(section.emptyReason ?? reason("nothing-in-section")) } : {}),
    })),
    annex: agenda.ledger.map(({ light, ...row }) => ({
      ...row,
      light: { colour: light.colour, reason: sayReason(light.reason) },
    })),
  };
}
