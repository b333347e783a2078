// Sample views for the renderers: few, many, very long, hostile.

import type { CompiledAgenda } from "../../../../src/app/meetings/compile-agenda.ts";
import type { MyTaskRow } from "../../../../src/app/ports.ts";
import type { TaskPage } from "../../../../src/app/register/task-page.ts";
import type { UnitOverview } from "../../../../src/app/register/units/unit-use-cases.ts";
import type { LitTask } from "../../../../src/app/status/lights/light-use-cases.ts";
import type { MeetingOverview, ProposalView, ReviewView } from "../../../../src/app/use-cases.ts";
import type { Answer, TaskCard } from "../../../../src/domain/answers/answer.ts";
import type { Agenda, AgendaItem, AgendaSectionKey } from "../../../../src/domain/meetings/agenda-types.ts";
import type { DraftDocument, DraftTask } from "../../../../src/domain/register/draft.ts";
import { reviewItems } from "../../../../src/domain/register/review/review-items.ts";
import type { Unit } from "../../../../src/domain/register/unit.ts";
import type { DayPlan, DigestLine, DigestView } from "../../../../src/domain/reminders/digest.ts";
import type { Notice } from "../../../../src/domain/status/targets/notices.ts";

export const TODAY = "2026-12-02";

/** Texts that a person or a document may bring. */
export const TEXTS = {
  plain: "市财政局",
  empty: "",
  long: "市".repeat(10_000),
  markup: `<!channel> @everyone <@U1> <https://evil.example|看这里> *粗* _斜_ ~删~ \`码\` &amp; :tada: `.repeat(120),
  ampersands: "&".repeat(10_000),
  marks: "<".repeat(10_000),
  pairs: "😀".repeat(5_000),
  lines: "第一行\n第二行\n".repeat(1_000),
} as const;

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

export function digestLine(over: Partial<DigestLine> = {}): DigestLine {
  return {
    taskId: 21,
    occurrenceId: 5,
    unitId: 3,
    taskName: "21",
    title: "订单班补助",
    role: "lead",
    unitName: "市财政局",
    leadName: "市财政局",
    kind: "report",
    dueDate: "2026-12-09",
    daysLeft: 5,
    ownDue: null,
    light: { colour: "yellow", reason: { code: "report-due-in", params: { days: 5 } } },
    last: { status: "on_track", percent: 60, on: "2026-11-03" },
    supportingAnswered: { answered: 9, total: 12 },
    answered: false,
    response: null,
    reason: { code: "report-due-in", params: { days: 5 } },
    ...over,
  };
}

export function digest(lines: readonly DigestLine[], kind: DigestView["kind"] = "contact"): DigestView {
  return { digestId: 1, kind, date: TODAY, lines };
}

export function plan(digests: number, skipped: number): DayPlan {
  const reminder = {
    key: "1",
    occurrenceId: 1,
    taskId: 21,
    unitId: 3,
    contactId: 1,
    role: "lead",
    step: -5,
    dueDate: "2026-12-09",
    reason: { code: "report-due-in", params: { days: 5 } },
  } as const;
  return {
    date: TODAY,
    workingDay: true,
    digests: times(digests, (i) => ({
      key: `${i}`,
      slackUser: `U${i}`,
      kind: "contact",
      date: TODAY,
      reminders: times(4, () => reminder),
    })),
    skipped: times(skipped, (i) => ({
      taskId: i + 1,
      unitId: 3,
      role: "lead",
      reason:
        i % 3 === 0
          ? { code: "already-reported", params: { date: "2026-12-01" } }
          : { code: "no-step-today", params: { days: i } },
    })),
  };
}

export function card(text: string = TEXTS.plain, over: Partial<TaskCard> = {}): TaskCard {
  return {
    taskId: 21,
    documentTitle: text === TEXTS.plain ? "责任分工" : text,
    documentShortTitle: text,
    ref: "21",
    label: "21.",
    taskName: "21",
    title: text === TEXTS.plain ? "订单班补助" : text,
    quote: text,
    lead: [text],
    supporting: ["各县区人民政府", "市各功能区管委会"],
    contacts: [{ unit: text, people: [{ slackUser: "U1", name: text }] }],
    latest: { unit: text, status: "on_track", percent: null, text, on: "2026-11-03" },
    light: { colour: "yellow", reason: { code: "light-at-risk", params: { date: "2026-11-03" } } },
    reportDue: "2026-12-09",
    ownDue: "2026-12-31",
    ...over,
  };
}

export function answer(kind: Answer["kind"], tasks: readonly TaskCard[], question = "订单班补助谁管"): Answer {
  return { kind, tasks, unitName: "市财政局", role: "any", question, mode: "rules" };
}

export function page(text: string, updates: number): TaskPage {
  return {
    card: card(text),
    state: "open",
    mayReport: true,
    dates: times(updates, (i) => ({ originalDueDate: "2026-06-30", dueDate: "2026-12-31", changes: i })),
    evidence: updates,
    receipts: {
      accepted: 1,
      total: 40,
      missing: Array(updates).fill(text),
      declined: times(updates, (i) => ({ unit: text, reason: text, on: "2026-11-03", agreed: i % 2 === 0 })),
    },
    links: times(updates, () => text),
    trails: times(updates, (i) => ({
      text,
      unit: text,
      disagrees: i % 2 === 0,
      sources: times(updates, () => ({
        unitName: text,
        entries: times(updates, (n) => ({ on: "2026-11-03", value: 156 + n, corrects: n > 0 })),
      })),
    })),
    rollUps: times(updates, (i) => ({
      unit: i === 0 ? null : text,
      answered: 1,
      total: 40,
      missing: Array(39).fill(text),
    })),
    targets: times(updates, (i) => ({
      text,
      unit: text,
      actual: i % 2 === 0 ? { kind: "figure", value: 156, percent: 78, on: TODAY } : null,
    })),
    decisions: times(updates, (i) => ({ date: "2026-06-17", text, dueDate: i % 2 === 0 ? "2026-09-30" : null })),
    agendas: times(updates, () => ({ date: "2026-06-17", topic: text })),
    deadlines: times(updates, () => ({ text, due: null })),
    updates: times(updates, (i) => ({
      id: i,
      taskId: 21,
      unitId: 3,
      author: "U1",
      status: "on_track",
      percent: 60,
      quantities: [],
      needsCoordination: false,
      text,
      on: "2026-11-03",
      unitName: text,
    })),
    requests: times(updates, (i) => ({
      id: i,
      taskId: 21,
      unitId: 3,
      kind: i % 2 === 0 ? "extension" : "closure",
      reason: text,
      proposedDate: i % 4 === 0 ? "2026-12-20" : null,
      requestedOn: "2026-11-30",
      state: "pending",
      unitName: text,
    })),
  };
}

export function myRow(index: number, over: Partial<MyTaskRow> = {}): MyTaskRow {
  return {
    taskId: index + 1,
    documentShortTitle: "责任分工",
    ref: `${index + 1}`,
    refIsShared: false,
    title: "订单班补助",
    role: "lead",
    unitName: "市财政局",
    dueDate: "2026-12-09",
    status: null,
    percent: null,
    reportedOn: null,
    ...over,
  };
}

export function unit(name: string, over: Partial<Unit> = {}): Unit {
  return { id: 3, name, kind: "single", aliases: [], memberIds: [], contacts: [], ...over };
}

export function overview(name: string, over: Partial<Unit> = {}): UnitOverview {
  return { unit: unit(name, over), memberNames: [name, name], leads: 3, supports: 5 };
}

function draftTask(index: number, text: string): DraftTask {
  const mention = { name: text, key: text, kind: "unresolved" } as const;
  return {
    ref: `${index + 1}`,
    label: `${index + 1}.`,
    section: null,
    title: text,
    text,
    lead: [mention],
    supporting: [],
    deadlines: [],
    targets: [],
    origin: "rules",
    review: [
      { field: "lead", reason: { code: "lead-from-merged-cell", params: { from: `${index}` } } },
      { field: "supporting", reason: { code: "responsible-first-leads", params: { lead: text } } },
      { field: "unit", reason: { code: "unit-unresolved", params: { unit: text } } },
      { field: "deadline", reason: { code: "deadline-from-target", params: { date: "2025-12-31" } } },
      { field: "target", reason: { code: "deadline-from-target" } },
      { field: "task", reason: { code: "model-proposed" } },
    ],
  };
}

/** A review with guesses of every kind, `count` of each. */
export function reviewView(count: number, text: string, over: Partial<ReviewView> = {}): ReviewView {
  const tasks = times(count, (i) => draftTask(i, text));
  const draft: DraftDocument = {
    title: text,
    shortTitle: text,
    issuer: text,
    number: text,
    date: null,
    standingTopics: times(6, () => text),
    tasks,
    unread: times(count, (i) => ({ text, at: i + 1 })),
    notices: ["text-boxes-ignored", "macros-ignored"],
    context: times(count, (i) => ({ ref: `${i}`, label: `${i}`, title: text })),
  };
  const items = reviewItems(draft);
  const named = { name: text, aliases: [], known: false, hasContact: false };
  const alike = { code: "unit-alike-but-place", params: { unit: text } } as const;
  return {
    importId: 1,
    fileName: text,
    message: null,
    draft,
    begins: true,
    items,
    open: items,
    decided: { accepted: 0, changed: 0, rejected: 0 },
    units: [
      ...times(count, () => ({ ...named, kind: "unresolved" as const })),
      ...times(count, () => ({ ...named, kind: "single" as const, suggestion: { name: text, why: alike } })),
    ],
    changes: null,
    ...over,
  };
}

export function proposal(text: string, over: Partial<ProposalView> = {}): ProposalView {
  return {
    proposalId: 7,
    text,
    reading: {
      status: "on_track",
      percent: null,
      quantities: [
        { value: 156, unit: "个" },
        { value: 4200, unit: "人" },
      ],
      needsCoordination: false,
      extensionTo: null,
      forecast: null,
      note: text,
      unsure: false,
    },
    task: { taskId: 21, taskName: "21", title: text },
    choices: [],
    comparisons: [{ value: 156, unit: "个", target: 200, percent: 78 }],
    ...over,
  };
}

export function meeting(date: string, workingDaysLeft: number, state: "planned" | "held" = "planned"): MeetingOverview {
  const steps = [
    "call-for-topics",
    "supporting-cut-off",
    "lead-cut-off",
    "draft-agenda",
    "approval",
    "notice",
    "meeting",
  ] as const;
  return {
    meeting: { id: 1, date, cutOff: "2026-12-01", supportingCutOff: "2026-11-25", state },
    workingDaysLeft,
    timetable: steps.map((step) => ({ step, date: "2026-11-25" })),
    onWorkingDay: false,
    officialCalendar: false,
  };
}

const SECTIONS =
  "previous-decisions overall-progress lead-reports coordination standing-topics requests confirm-decisions".split(
    " ",
  ) as AgendaSectionKey[];

export function agendaItem(text: string, over: Partial<AgendaItem> = {}): AgendaItem {
  return {
    topic: text,
    taskId: 17,
    taskLabel: "17",
    reportingUnit: text,
    presenter: null,
    attending: times(12, () => text),
    reasons: [
      { code: "task-overdue", params: { days: 3 } },
      { code: "supporting-missing", params: { missing: text, answered: 5, total: 9 } },
    ],
    opinions: times(9, (i) => ({ unit: text, text: i % 2 === 0 ? null : text })),
    minutes: 5,
    timesSubmitted: 2,
    ...over,
  };
}

export function agenda(items: number, text: string): Agenda {
  return {
    meetingId: 1,
    meetingDate: "2026-12-16",
    cutOff: "2026-12-09",
    compiledOn: TODAY,
    sections: SECTIONS.map((key) => ({
      key,
      items: times(items, () => agendaItem(text)),
      emptyReason: items === 0 ? { code: "nothing-in-section" } : null,
    })),
    ledger: [],
    totalMinutes: 85,
  };
}

/** As it is compiled, before anybody has approved it. */
export function draft(agenda: Agenda, mayApprove = false): Omit<CompiledAgenda, "docx"> {
  return { agenda, fingerprint: "a".repeat(64), approval: null, mayApprove };
}

export function notices(text: string, count: number): Notice[] {
  return times(count, (i) =>
    i % 2 === 0
      ? { kind: "lower", value: 120, earlier: 156, unit: text, on: "2026-11-03" }
      : { kind: "back", last: "done", on: "2026-11-03" },
  );
}

export function litTask(text: string): LitTask {
  const instead = { code: "light-on-track", params: { date: "2026-11-03" } } as const;
  const reason = { code: "light-set", params: { why: text, was: "green" }, instead } as const;
  return {
    taskId: 21,
    taskName: `${text}1`,
    title: text,
    light: { colour: "yellow", reason },
    isSet: true,
    digestIds: [],
  };
}
