// Units and who speaks for them: first those that nobody speaks for yet.
import type { KnownBlock } from "@slack/types";
import type { UnitOverview } from "../../../../app/register/units/unit-use-cases.ts";
import type { IsoDate } from "../../../../domain/calendar.ts";
import type { ContactRole, Unit } from "../../../../domain/register/unit.ts";
import { say, sayList } from "../../../../text/say.ts";
import { sayAliasPeriod } from "../../../../text/unit-words.ts";
import { bold, context, cut, dotted, fitting, inSections, line, message, section } from "../blocks.ts";
import type { SlackMessage } from "../message.ts";
import { sentence } from "../refusal.ts";

/** This list is the only place where all units can be looked up, so it is not cut at five. */
const ALL_UNITS = 100;

export function renderUnits(units: readonly UnitOverview[]): SlackMessage {
  if (units.length === 0) return sentence(say("register.units-none"));
  const single = units.filter(({ unit }) => unit.kind === "single");
  const missing = single.filter(({ unit }) => unit.contacts.length === 0);
  const set = single.filter(({ unit }) => unit.contacts.length > 0);
  const groups = units.filter(({ unit }) => unit.kind === "group");
  const unresolved = units.filter(({ unit }) => unit.kind === "unresolved");
  const [first] = missing;
  const title = first
    ? say("register.units-missing-contact", { total: units.length, count: missing.length })
    : say("register.units-all-set", { total: units.length });
  const how = first ? [line(say("register.units-how", { example: cut(first.unit.name, "name") }))] : [];
  const lines = [
    ...listed(say("register.units-heading-missing"), missing),
    ...listed(say("register.units-heading-set"), set),
    ...listed(say("register.units-heading-group"), groups),
    ...listed(say("register.units-heading-unresolved"), unresolved),
  ];
  const shown = fitting(lines, ALL_UNITS);
  const rest = lines.length - shown.length;
  const blocks: KnownBlock[] = [section([bold(title), ...how]), ...inSections(shown)];
  if (rest > 0) blocks.push(context(say("common.more-units", { count: rest })));
  return message(title, blocks);
}

/** Only the contact is reminded; who held the role until now is named. */
export function renderContactNamed(named: {
  unit: Unit;
  person: { name: string };
  role: ContactRole;
  replaced: readonly string[];
  isGuest?: boolean;
}): SlackMessage {
  const person = cut(named.person.name, "name");
  const role = say(`common.contact-${named.role}`);
  const parts = [
    say("register.contact-named", { unit: cut(named.unit.name, "name"), person, role }),
    ...(named.role === "primary" ? [say("register.contact-reminded", { person })] : []),
    ...(named.replaced.length > 0
      ? [say("register.contact-replaced", { role, people: sayList(named.replaced.map((name) => cut(name, "name"))) })]
      : []),
    ...(named.isGuest === true ? [say("escalation.contact-guest", { person })] : []),
  ];
  return sentence(parts.join(say("common.list-semicolon")));
}

export function renderGroupSet(set: {
  group: Unit;
  members: readonly string[];
  created: readonly string[];
}): SlackMessage {
  const done = say("register.group-set", {
    group: cut(set.group.name, "name"),
    count: set.members.length,
    members: names(set.members),
  });
  const [example] = set.created;
  if (example === undefined) return sentence(done);
  const created = say("register.group-created", { units: names(set.created), example: cut(example, "name") });
  return message(done, [section([line(done), line(created)])]);
}

export function renderAliasAdded(
  unit: Unit,
  alias: string,
  dates: { from: IsoDate | null; to: IsoDate | null } = { from: null, to: null },
): SlackMessage {
  const names = { unit: cut(unit.name, "name"), alias: cut(alias, "name") };
  const period = sayAliasPeriod(dates);
  return sentence(
    period === null ? say("register.alias-added", names) : say("units.alias-dated", { ...names, period }),
  );
}

function listed(heading: string, units: readonly UnitOverview[]): string[] {
  return units.length === 0
    ? []
    : [bold(say("common.bracketed", { text: heading, more: units.length })), ...units.map(unitLine)];
}

function unitLine({ unit, memberNames, leads, supports }: UnitOverview): string {
  const contacts = [...Map.groupBy(unit.contacts, (contact) => contact.role)].map(([role, people]) =>
    say("register.unit-contact", { role: say(`common.contact-${role}`), names: names(people.map((p) => p.name)) }),
  );
  const members =
    memberNames.length > 0
      ? say("register.unit-members", { members: names(memberNames) })
      : say("register.unit-no-members");
  return dotted([
    line(say("register.unit-line", { unit: cut(unit.name, "name"), leads, supports })),
    unit.kind === "group" ? line(members) : null,
    ...contacts.map(line),
  ]);
}

function names(all: readonly string[]): string {
  return sayList(all.map((one) => cut(one, "name")));
}
