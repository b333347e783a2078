// One unit on one page: names, people, tasks, groups, members with their dates.
import type { KnownBlock } from "@slack/types";
import type { UnitPage } from "../../../../app/register/units/unit-use-cases.ts";
import type { Contact, Unit } from "../../../../domain/register/unit.ts";
import { say, sayList, sayShortDate } from "../../../../text/say.ts";
import { sayPeriod } from "../../../../text/unit-words.ts";
import { LIMITS, textLength } from "../../limits.ts";
import {
  bold,
  context,
  cut,
  fitting,
  inSections,
  LIST_LINES,
  line,
  message,
  moreTasks,
  section,
  taskText,
} from "../blocks.ts";
import type { SlackMessage } from "../message.ts";

export function renderUnitPage(page: UnitPage): SlackMessage {
  const { unit, leads, supports } = page;
  const name = cut(unit.name, "name");
  const title = say("units.page-title", { unit: name, leads: leads.length, supports: supports.length });
  const names = [kindLine(unit), aliasLine(unit), absorbedLine(unit), groupLine(page)].filter((one) => one !== null);
  const blocks: KnownBlock[] = [
    section([bold(title), ...peopleLines(page)]),
    ...(names.length > 0 ? [context(names.map(line))] : []),
    ...memberBlocks(page),
    ...taskBlocks(say("units.page-leads"), leads),
    ...taskBlocks(say("units.page-supports"), supports),
  ];
  return message(title, [...blocks, ...restOf([...leads.slice(LIST_LINES), ...supports.slice(LIST_LINES)], blocks)]);
}

function kindLine(unit: Unit): string | null {
  if (unit.kind === "group") return say("units.page-kind-group");
  if (unit.kind === "single") return null;
  return unit.memberIds.length > 0
    ? say("units.page-kind-named")
    : say("units.page-kind-unresolved", { unit: cut(unit.name, "name") });
}

/** The names of merged units have a line of their own. */
function aliasLine({ aliases, datedAliases = [], absorbed = [] }: Unit): string | null {
  const merged = new Set(absorbed.map((one) => one.name));
  const names = aliases
    .filter((alias) => !merged.has(alias))
    .map((alias) => {
      const dates = datedAliases.find((one) => one.name === alias);
      return sayPeriod(cut(alias, "name"), { from: dates?.validFrom ?? null, to: dates?.validTo ?? null });
    });
  return names.length === 0 ? null : say("units.page-aliases", { names: sayList(names) });
}

function absorbedLine({ absorbed = [] }: Unit): string | null {
  const names = absorbed.map((one) => cut(one.name, "name"));
  const [example] = names;
  return example === undefined ? null : say("units.page-absorbed", { names: sayList(names), example });
}

function groupLine({ groups }: UnitPage): string | null {
  const current = groups.filter((group) => group.isCurrent).map((group) => cut(group.name, "name"));
  return current.length === 0 ? null : say("units.page-groups", { groups: sayList(current) });
}

/** Whom the bot asks; of a group whose members are known it asks the members. */
function peopleLines({ unit }: UnitPage): string[] {
  if (unit.contacts.length === 0) {
    const asked = unit.kind === "single";
    return asked ? [line(say("units.page-no-contact", { unit: cut(unit.name, "name") }))] : [];
  }
  return [...Map.groupBy(unit.contacts, (contact) => contact.role)].map(([role, people]) => {
    const names = sayList(people.map(personText));
    return line(say("units.page-contact", { role: say(`common.contact-${role}`), people: names }));
  });
}

/** With an absence that is not over. */
function personText({ name, absence }: Contact): string {
  const person = cut(name, "name");
  if (absence === undefined) return person;
  const period = { name: person, from: sayShortDate(absence.from), to: sayShortDate(absence.to) };
  return absence.substitute === null
    ? say("escalation.page-away-alone", period)
    : say("escalation.page-away", { ...period, substitute: cut(absence.substitute.name, "name") });
}

function memberBlocks({ members }: UnitPage): KnownBlock[] {
  const current = members.filter((member) => member.isCurrent);
  const others = members.filter((member) => !member.isCurrent);
  return [
    ...listed(say("units.page-members", { count: current.length }), current),
    ...listed(say("units.page-former"), others),
  ];
}

/** So many members are listed, former ones apart; most cities have fewer districts. */
const MEMBERS = 10;

function listed(heading: string, members: UnitPage["members"]): KnownBlock[] {
  if (members.length === 0) return [];
  const lines = members.map((member) => line(sayPeriod(cut(member.name, "name"), member)));
  const shown = fitting(lines, MEMBERS);
  const rest = lines.length - shown.length;
  const more = rest > 0 ? [context(say("common.more-units", { count: rest }))] : [];
  return [...inSections([bold(heading), ...shown]), ...more];
}

/** To choose from, where the message has room for it; else counted. */
function restOf(tasks: UnitPage["leads"], blocks: readonly KnownBlock[]): KnownBlock[] {
  if (tasks.length === 0) return [];
  const choice = moreTasks(tasks);
  const fits = textLength([...blocks, ...choice]) <= LIMITS.textPerMessage;
  return fits ? choice : [context(say("common.more", { count: tasks.length }))];
}

function taskBlocks(heading: string, tasks: UnitPage["leads"]): KnownBlock[] {
  if (tasks.length === 0) return [];
  const shown = tasks.slice(0, LIST_LINES).map((task) => line(taskText(task)));
  return [section([bold(heading), ...shown])];
}
