// A small register of our own making, seen before its second meeting: the given of the meeting tests.
import { type IsoDate, type WorkingCalendar, weekdayOf } from "../../src/domain/calendar.ts";
import { compileAgenda } from "../../src/domain/meetings/agenda.ts";
import type { AgendaItem, AgendaSectionKey } from "../../src/domain/meetings/agenda-types.ts";
import type { Meeting } from "../../src/domain/meetings/meeting.ts";
import type { Occurrence } from "../../src/domain/register/deadline.ts";
import type { Register } from "../../src/domain/register/register.ts";
import type { Target } from "../../src/domain/register/target.ts";
import type { Role, SourceDocument, Task } from "../../src/domain/register/task.ts";
import type { Unit, UnitKind } from "../../src/domain/register/unit.ts";
import type { Request } from "../../src/domain/status/request.ts";
import type { Status, StatusUpdate } from "../../src/domain/status/status.ts";

export const TODAY = "2026-12-15";

/** Weekends only. */
export const calendar: WorkingCalendar = { isWorkingDay: (date) => weekdayOf(date) <= 5, isOfficial: () => true };

export const meeting: Meeting = {
  id: 2,
  date: "2026-12-25",
  cutOff: "2026-12-11",
  supportingCutOff: "2026-12-04",
  state: "planned",
};

/** Reports count from the call for topics on. */
const OPENS_ON = "2026-11-13";

const UNIT_NAMES = {
  education: "市教育局",
  labour: "市人力资源社会保障局",
  industry: "市工业和信息化局",
  finance: "市财政局",
  counties: "各县区人民政府",
  north: "北山县人民政府",
  south: "南湖区人民政府",
  west: "西河县人民政府",
  someBodies: "有关部门",
} as const;

export type UnitKey = keyof typeof UNIT_NAMES;
const KEYS = Object.keys(UNIT_NAMES) as UnitKey[];

export function idOf(unit: UnitKey): number {
  return KEYS.indexOf(unit) + 1;
}

function unit(key: UnitKey, contact: string | null): Unit {
  const kind: UnitKind = key === "counties" ? "group" : key === "someBodies" ? "unresolved" : "single";
  const id = idOf(key);
  const contacts =
    contact === null ? [] : [{ id, unitId: id, slackUser: `U${id}`, name: contact, role: "primary" as const }];
  const memberIds = key === "counties" ? [idOf("north"), idOf("south"), idOf("west")] : [];
  return { id, name: UNIT_NAMES[key], kind, aliases: [], memberIds, contacts };
}

/** Every unit has a contact, except those listed. */
export function units(options: { withoutContact?: readonly UnitKey[] } = {}): ReadonlyMap<number, Unit> {
  const silent: readonly UnitKey[] = options.withoutContact ?? [];
  return new Map(KEYS.map((key) => [idOf(key), unit(key, silent.includes(key) ? null : `${UNIT_NAMES[key]}联络员`)]));
}

export const plan: SourceDocument = {
  id: 1,
  title: "实训基地建设责任分工方案",
  shortTitle: "责任分工",
  issuer: "市人民政府办公室",
  number: null,
  date: "2026-01-15",
  standingTopics: [],
};

let nextId = 100;

/** A task; its title is what topics are made of. */
export function task(
  ref: string,
  title: string,
  parts: {
    lead?: readonly UnitKey[];
    supporting?: readonly UnitKey[];
    targets?: readonly Target[];
    state?: Task["state"];
    documentId?: number;
    text?: string;
  } = {},
): Task {
  nextId += 1;
  const assign = (keys: readonly UnitKey[], role: Role) =>
    keys.map((key, order) => ({ unitId: idOf(key), role, order }));
  return {
    id: nextId,
    documentId: parts.documentId ?? plan.id,
    ref,
    label: `${ref}.`,
    section: null,
    title,
    text: parts.text ?? `${title}。`,
    state: parts.state ?? "open",
    assignments: [...assign(parts.lead ?? ["education"], "lead"), ...assign(parts.supporting ?? [], "supporting")],
    deadlines: [],
    targets: parts.targets ?? [],
  };
}

export function target(value: number, unit: string, parts: Partial<Target> = {}): Target {
  return { comparator: ">=", value, unit, period: null, scope: "whole", text: `${value}${unit}以上`, ...parts };
}

/** What a unit said of a task; on 8 December where nothing else is given. */
export function said(of: Task, by: UnitKey, status: Status, parts: Partial<StatusUpdate> = {}): StatusUpdate {
  nextId += 1;
  return {
    id: nextId,
    taskId: of.id,
    unitId: idOf(by),
    author: `U${idOf(by)}`,
    status,
    percent: null,
    quantities: [],
    needsCoordination: false,
    text: "",
    on: "2026-12-08",
    ...parts,
  };
}

/** A date of the task's own. */
export function due(of: Task, dueDate: IsoDate, parts: Partial<Occurrence> = {}): Occurrence {
  nextId += 1;
  return {
    id: nextId,
    taskId: of.id,
    kind: "due",
    period: dueDate,
    opensOn: "1900-01-01",
    dueDate,
    supportingDueDate: dueDate,
    originalDueDate: dueDate,
    changes: 0,
    ...parts,
  };
}

export function asked(of: Task, by: UnitKey, parts: Partial<Request> & Pick<Request, "kind">): Request {
  nextId += 1;
  return {
    id: nextId,
    taskId: of.id,
    unitId: idOf(by),
    reason: "",
    proposedDate: null,
    requestedOn: "2026-12-09",
    state: "pending",
    ...parts,
  };
}

/** The register; every open task has the report the meeting asks for. */
export function register(parts: Partial<Register> & { readonly tasks: readonly Task[] }): Register {
  const reports = parts.tasks
    .filter((t) => t.state === "open")
    .map((t) =>
      due(t, meeting.cutOff, {
        kind: "report",
        period: `meeting:${meeting.id}`,
        opensOn: OPENS_ON,
        supportingDueDate: meeting.supportingCutOff,
      }),
    );
  return {
    documents: [plan],
    units: units(),
    latestUpdates: [],
    figures: parts.latestUpdates ?? [],
    requests: [],
    meetings: [meeting],
    decisions: [],
    ...parts,
    occurrences: [...reports, ...(parts.occurrences ?? [])],
  };
}

/** The agenda of `meeting`, compiled on `TODAY`. */
export function compile(facts: Register, timesSubmitted: ReadonlyMap<number, number> = new Map()) {
  return compileAgenda({ register: facts, meeting, today: TODAY, calendar, timesSubmitted });
}

/** What one section holds. */
export function items(facts: Register, key: AgendaSectionKey): readonly AgendaItem[] {
  return compile(facts).sections.find((s) => s.key === key)?.items ?? [];
}

/** "code unit=… days=…", as one reads it. */
export function reasonsOf(item: AgendaItem | undefined): string[] {
  return (item?.reasons ?? []).map(({ code, params }) =>
    [code, ...Object.entries(params ?? {}).map(([name, value]) => `${name}=${value}`)].join(" "),
  );
}
