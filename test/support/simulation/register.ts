// A register like those of real offices, made from a seed: eight documents, 200 tasks, 300 contacts, groups, dates of every kind.
import { endOfMonth } from "../../../src/domain/calendar.ts";
import type { DeadlineRule } from "../../../src/domain/register/deadline.ts";
import type { Register } from "../../../src/domain/register/register.ts";
import type { Assignment, SourceDocument, Task } from "../../../src/domain/register/task.ts";
import type { Contact, ContactRole, Unit } from "../../../src/domain/register/unit.ts";
import { aDocument, aTask } from "../facts.ts";
import { type Chance, createChance } from "./chance.ts";

/** Departments of the city lead and support; counties and other bodies are mostly named as groups. */
const DEPARTMENTS = 70;
const COUNTIES = 20;
const OTHERS = 150;
/** Of the departments so many have a deputy and so many a head besides the contact. */
const DEPUTIES = 30;
const HEADS = 30;
const DOCUMENTS = 8;
const OTHER_GROUPS = 10;

export const CONTACTS = DEPARTMENTS + COUNTIES + OTHERS + DEPUTIES + HEADS;

/** Without meetings and occurrences: those come in the course of the year. */
export function simulatedRegister(seed: number, year: number, tasks = 200): Register {
  const chance = createChance(seed);
  const singles = Array.from({ length: DEPARTMENTS + COUNTIES + OTHERS }, (_, i) => aSingle(i + 1));
  const counties = singles.slice(DEPARTMENTS, DEPARTMENTS + COUNTIES);
  const others = singles.slice(DEPARTMENTS + COUNTIES);
  const size = others.length / OTHER_GROUPS;
  const groups = [
    aGroup(singles.length + 1, counties),
    ...Array.from({ length: OTHER_GROUPS }, (_, i) =>
      aGroup(singles.length + 2 + i, others.slice(i * size, (i + 1) * size)),
    ),
  ];
  return {
    documents: Array.from({ length: DOCUMENTS }, (_, i): SourceDocument => ({ ...aDocument, id: i + 1 })),
    tasks: Array.from({ length: tasks }, (_, i) => simulatedTask(i + 1, year, groups, chance)),
    units: new Map([...singles, ...groups].map((unit) => [unit.id, unit])),
    occurrences: [],
    latestUpdates: [],
    figures: [],
    requests: [],
    meetings: [],
    decisions: [],
  };
}

function aSingle(id: number): Unit {
  const roles: ContactRole[] = ["primary"];
  if (id <= DEPUTIES) roles.push("deputy");
  if (id <= HEADS) roles.push("head");
  const contacts = roles.map(
    (role, i): Contact => ({ id: id * 10 + i, unitId: id, slackUser: `U${id}${role}`, name: `联络员${id}`, role }),
  );
  return { id, name: `单位${id}`, kind: "single", aliases: [], memberIds: [], contacts };
}

function aGroup(id: number, members: readonly Unit[]): Unit {
  return { id, name: `集合${id}`, kind: "group", aliases: [], memberIds: members.map((m) => m.id), contacts: [] };
}

/** A few departments lead much, most of them little, as in the documents: the square of a share makes the small numbers likely. */
function simulatedTask(id: number, year: number, groups: readonly Unit[], chance: Chance): Task {
  const department = () => 1 + Math.floor(chance.share() ** 2 * DEPARTMENTS);
  const lead = department();
  const supporting = new Set(Array.from({ length: chance.whole(0, 6) }, department));
  supporting.delete(lead);
  const [counties, ...rest] = groups;
  if (counties && chance.happens(0.35)) supporting.add(counties.id);
  if (chance.happens(0.2)) supporting.add(chance.oneOf(rest).id);
  const assignments: Assignment[] = [
    { unitId: lead, role: "lead", order: 0 },
    ...[...supporting].map((unitId, order): Assignment => ({ unitId, role: "supporting", order })),
  ];
  const documentId = 1 + ((id - 1) % DOCUMENTS);
  return aTask(id, [], [], { documentId, assignments, deadlines: [simulatedDeadline(year, chance)] });
}

function simulatedDeadline(year: number, chance: Chance): DeadlineRule {
  const rule: DeadlineRule = { kind: "undated", due: null, everyMonths: null, day: null, text: "" };
  const kind = chance.share();
  if (kind < 0.4) return rule; // 长期推进: only the meeting asks
  if (kind < 0.7) {
    const month = chance.happens(0.6) ? chance.oneOf([6, 9, 12]) : chance.whole(2, 12);
    return { ...rule, kind: "by", due: endOfMonth(year, month) };
  }
  if (kind < 0.9) return { ...rule, kind: "annual" };
  if (kind < 0.97) return { ...rule, kind: "recurring", everyMonths: 3 };
  return { ...rule, kind: "recurring", everyMonths: 1, day: 10 };
}
