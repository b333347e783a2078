// Longer texts of the terminal: an answer, a review, a plan and an agenda, as plain lines.
import type { DocumentReview } from "../app/use-cases.ts";
import type { Answer, TaskCard } from "../domain/answers/answer.ts";
import { ownerName } from "../domain/answers/task-card.ts";
import type { Agenda } from "../domain/meetings/agenda-types.ts";
import { reason } from "../domain/reason.ts";
import type { DayPlan, PlannedEscalation } from "../domain/reminders/digest.ts";
import { say, sayDate, sayLight, sayList, sayReason, sayRole, sayStatus } from "../text/say.ts";
import { changesText } from "./changes.ts";
import type { Names } from "./json.ts";

const QUOTE_LENGTH = 120;
const NEAREST_SHOWN = 3;

/** The answer as one paragraph: who leads and supports, on what words, who the contact is, what the latest report says. */
export function answerText(answer: Answer): string {
  switch (answer.kind) {
    case "task":
      return answer.tasks.slice(0, 1).map(cardText).join("\n");
    case "list":
      return [listTitle(answer), ...answer.tasks.map(lineOf)].join("\n");
    case "clarify":
      return [say("answers.clarify"), ...answer.tasks.map(lineOf)].join("\n");
    case "none": {
      const near = answer.tasks.slice(0, NEAREST_SHOWN).map(lineOf);
      const nearest = near.length > 0 ? [say("answers.nearest"), ...near] : [];
      return [say("answers.none", { question: answer.question }), ...nearest, say("answers.none-next")].join("\n");
    }
    default:
      return answer.kind satisfies never;
  }
}

function listTitle({ unitName, role, tasks }: Answer): string {
  const unit = unitName ?? "";
  if (tasks.length === 0) return say("answers.list-none", { unit });
  if (role === "lead") return say("answers.list-lead", { unit, count: tasks.length });
  if (role === "supporting") return say("answers.list-supporting", { unit, count: tasks.length });
  const leads = tasks.filter((t) => t.lead.includes(unit)).length;
  return say("answers.list-any", { unit, leads, supports: tasks.length - leads });
}

function lineOf(card: TaskCard): string {
  return say("register.change-task", {
    task: `${card.taskName} ${card.title}`,
    lead: sayList(card.lead),
  });
}

export function cardText(card: TaskCard): string {
  const quote = card.quote.length > QUOTE_LENGTH ? `${card.quote.slice(0, QUOTE_LENGTH)}…` : card.quote;
  const owners = (all: readonly string[]) => sayList(all.map((one) => ownerName(one, card)));
  const owner =
    card.supporting.length > 0
      ? say("answers.owner", { lead: owners(card.lead), supporting: owners(card.supporting) })
      : say("answers.owner-lead-only", { lead: owners(card.lead) });
  const contacts = card.contacts.map(({ unit, people }) =>
    people.length > 0
      ? people.map((p) => p.name).join(say("common.list-comma"))
      : sayReason(reason("unit-without-contact", { unit })),
  );
  const latest = card.latest
    ? say("answers.latest", {
        light: sayLight(card.light.colour),
        status: sayStatus(card.latest.status, card.latest.percent),
        unit: card.latest.unit,
        date: sayDate(card.latest.on),
      })
    : say("answers.latest-none", { light: sayLight(card.light.colour) });
  return [
    owner,
    say("answers.source", { document: card.documentTitle, ref: card.ref, quote }),
    say("answers.contacts", { contacts: contacts.join(say("common.list-semicolon")) }),
    latest,
    ...(card.light.reason.code === "light-set" ? [sayReason(card.light.reason)] : []),
  ].join("\n");
}

/** A review for the operator: how much was read, then every guess. */
export function reviewText({ draft, units, alreadyImported, changes }: DocumentReview): string {
  const unresolved = units.filter((u) => u.kind === "unresolved").map((u) => u.name);
  const guesses = draft.tasks.flatMap((task) =>
    task.review.map((note) => say("cli.guess", { ref: task.ref, title: task.title, reason: sayReason(note.reason) })),
  );
  return [
    say("cli.review", { title: draft.title, tasks: draft.tasks.length, units: units.length, guesses: guesses.length }),
    ...(alreadyImported ? [say("cli.review-known")] : []),
    ...(changes ? [changesText(changes)] : []),
    ...(unresolved.length > 0
      ? [say("cli.review-unresolved", { units: unresolved.join(say("common.list-comma")) })]
      : []),
    ...units.flatMap(({ name, suggestion }) =>
      suggestion ? say("cli.review-alike", { name, known: suggestion.name, why: sayReason(suggestion.why) }) : [],
    ),
    ...new Set(guesses),
  ].join("\n");
}

/** A day's plan, person by person; where nothing goes out it says so. */
export function planText(plan: DayPlan, names: Names): string {
  const digests = plan.digests.flatMap((digest) => [
    say("cli.plan-digest", { person: digest.slackUser, count: digest.reminders.length }),
    ...digest.reminders.map(
      (r) =>
        `  ${names.task(r.taskId)} · ${names.unit(r.unitId)} · ${sayRole(r.role)} · ${sayReason(r.reason, plan.date)}`,
    ),
  ]);
  const nothing = plan.workingDay ? say("cli.plan-nothing") : sayReason(reason("not-a-working-day"));
  const skipped = [...Map.groupBy(plan.skipped, (s) => sayReason(s.reason, plan.date))].map(([why, same]) =>
    say("cli.plan-skipped", { count: same.length, reason: why }),
  );
  const climbing = (plan.escalations ?? []).map((one) => escalationText(one, plan, names));
  const heading = climbing.length > 0 ? [say("escalation.day-escalations", { count: climbing.length })] : [];
  return [sayDate(plan.date), ...(digests.length > 0 ? digests : [nothing]), ...heading, ...climbing, ...skipped].join(
    "\n",
  );
}

function escalationText({ rung, reminder, passedOver }: PlannedEscalation, plan: DayPlan, names: Names): string {
  const line = say("escalation.day-line", {
    task: names.task(reminder.taskId),
    unit: names.unit(reminder.unitId),
    to: say(`escalation.rung-${rung}`),
    reason: sayReason(reminder.reason, plan.date),
  });
  const passed = passedOver.map((why) => sayReason(why)).join(say("common.list-semicolon"));
  return `  ${passed === "" ? line : say("escalation.day-passed-over", { line, passed })}`;
}

/** The agenda as Markdown. */
export function agendaMarkdown(agenda: Agenda): string {
  const sections = agenda.sections.flatMap((section) => [
    `## ${say(`meetings.section-${section.key}`)}`,
    "",
    ...(section.items.length > 0
      ? section.items.flatMap((item, i) => [
          `${i + 1}. ${say("common.bracketed", {
            text: item.topic,
            more: [
              ...(item.reportingUnit ? [item.reportingUnit] : []),
              say("meetings.item-minutes", { minutes: item.minutes }),
              ...(item.timesSubmitted > 1 ? [say("meetings.item-times", { times: item.timesSubmitted })] : []),
            ].join(say("common.list-clause")),
          })}`,
          `   ${say("meetings.item-reasons", { reasons: item.reasons.map((r) => sayReason(r)).join(say("common.list-semicolon")) })}`,
        ])
      : [sayReason(section.emptyReason ?? reason("nothing-in-section"))]),
    "",
  ]);
  return [
    `# ${say("meetings.agenda-title", { date: sayDate(agenda.meetingDate, null), count: agenda.sections.reduce((n, s) => n + s.items.length, 0), minutes: agenda.totalMinutes })}`,
    "",
    ...sections,
  ].join("\n");
}
