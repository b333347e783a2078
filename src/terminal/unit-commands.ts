// unit …: units, their names, members and contacts from the terminal.
import path from "node:path";
import type { Directory } from "../app/ports.ts";
import { addAlias } from "../app/register/units/add-alias.ts";
import { importMembers, reviewMembers } from "../app/register/units/import-members.ts";
import { listUnits } from "../app/register/units/list-units.ts";
import { mergeUnits, reviewMerge, reviewUnmerge, unmergeUnit } from "../app/register/units/merge-units.ts";
import { nameContact } from "../app/register/units/name-contact.ts";
import { setGroupMembers } from "../app/register/units/set-group-members.ts";
import { showUnit } from "../app/register/units/show-unit.ts";
import type { MembersReview, UnitOverview, UnitPage } from "../app/register/units/unit-use-cases.ts";
import type { Config } from "../config.ts";
import type { IsoDate } from "../domain/calendar.ts";
import { OPERATOR } from "../domain/permission.ts";
import type { ContactRole, Unit } from "../domain/register/unit.ts";
import { say } from "../text/say.ts";
import { sayAliasPeriod, sayBadLine, sayPeriod } from "../text/unit-words.ts";
import { readBytes } from "./input.ts";
import { print, printJson } from "./output.ts";
import { withRegister } from "./with-register.ts";

const by = OPERATOR;

export function unitList(config: Config, options: { json?: boolean }): Promise<void> {
  return withRegister(config, async (ports) => {
    const units = await listUnits(ports);
    if (options.json) printJson({ units: units.map(overviewJson) });
    else if (units.length === 0) print(say("cli.empty-register"));
    else for (const unit of units) print(unitLine(unit));
  });
}

function overviewJson({ unit, memberNames, leads, supports }: UnitOverview) {
  return { ...unitJson(unit), members: memberNames, leads, supports };
}

function unitJson({ name, kind, aliases, contacts }: Unit) {
  const people = contacts.map(({ slackUser, name: person, role }) => ({ slackUser, name: person, role }));
  return { name, kind, aliases, contacts: people };
}

function unitLine({ unit, memberNames, leads, supports }: UnitOverview): string {
  const common = { name: unit.name, kind: say(`cli.kind-${unit.kind}`), leads, supports };
  if (memberNames.length > 0)
    return say("cli.unit-line-group", { ...common, members: memberNames.join(say("common.list-comma")) });
  const contacts = unit.contacts.map((c) => c.name).join(say("common.list-comma")) || say("cli.no-contact");
  return say("cli.unit-line", { ...common, contacts });
}

export function unitShow(config: Config, unitName: string, options: { json?: boolean }): Promise<void> {
  return withRegister(config, async (ports) => {
    const page = await showUnit(ports, { unitName });
    const { unit, ...rest } = page;
    if (options.json) printJson({ ...unitJson(unit), absorbed: (unit.absorbed ?? []).map((one) => one.name), ...rest });
    else print(pageText(page));
  });
}

function pageText({ unit, leads, supports, members, groups }: UnitPage): string {
  const { name, absorbed = [], aliases, datedAliases = [] } = unit;
  const merged = absorbed.map((one) => one.name);
  const names = aliases
    .filter((alias) => !merged.includes(alias))
    .map((alias) => {
      const dates = datedAliases.find((one) => one.name === alias);
      return sayPeriod(alias, { from: dates?.validFrom ?? null, to: dates?.validTo ?? null });
    });
  const tasks = (heading: string, all: UnitPage["leads"]) =>
    all.length === 0
      ? []
      : [say("common.heading", { heading }), ...all.map((task) => `  ${task.taskName} ${task.title}`)];
  const contacts = unit.contacts.map((contact) =>
    say("units.page-contact", { role: say(`common.contact-${contact.role}`), people: contact.name }),
  );
  return [
    say("units.page-title", { unit: name, leads: leads.length, supports: supports.length }),
    ...contacts,
    ...(names.length > 0 ? [say("units.page-aliases", { names: names.join(say("common.list-comma")) })] : []),
    ...merged
      .slice(0, 1)
      .map((example) => say("units.page-absorbed", { names: merged.join(say("common.list-comma")), example })),
    ...(groups.length > 0
      ? [say("units.page-groups", { groups: groups.map((g) => sayPeriod(g.name, g)).join(say("common.list-comma")) })]
      : []),
    ...members.map((member) => `  ${sayPeriod(member.name, member)}`),
    ...tasks(say("units.page-leads"), leads),
    ...tasks(say("units.page-supports"), supports),
  ].join("\n");
}

export function unitAlias(
  config: Config,
  unitName: string,
  alias: string,
  { from = null, to = null }: { from?: string | null; to?: string | null },
): Promise<void> {
  return withRegister(config, async (ports) => {
    const unit = await addAlias(ports, { unitName, alias, from, to, by });
    const period = sayAliasPeriod({ from, to });
    print(
      period === null
        ? say("cli.alias-added", { alias, unit: unit.name })
        : say("units.alias-dated", { alias, unit: unit.name, period }),
    );
  });
}

/** Members by name take effect at once; a file is shown first and stored with `--yes`. */
export function unitGroup(
  config: Config,
  groupName: string,
  memberNames: readonly string[],
  options: { file?: string; yes?: boolean },
): Promise<void> {
  return withRegister(config, async (ports) => {
    if (options.file === undefined) {
      const { group, members } = await setGroupMembers(ports, { groupName, memberNames, by });
      print(say("cli.members-set", { group: group.name, members: members.join(say("common.list-comma")) }));
      return;
    }
    const input = { groupName, fileName: path.basename(options.file), bytes: await readBytes(options.file), by };
    const review = await reviewMembers(ports, input);
    print(membersText(review));
    if (!options.yes) return print(say("cli.members-next"));
    await importMembers(ports, input);
    print(say("cli.members-imported", { group: review.group.name }));
  });
}

function membersText({ group, fileName, added, redated, ended, unchanged, bad }: MembersReview): string {
  const listed = (all: readonly { name: string; from: IsoDate | null; to: IsoDate | null }[]) => {
    return { count: all.length, names: all.map((one) => sayPeriod(one.name, one)).join(say("common.list-comma")) };
  };
  return [
    say("units.members-ask", { file: fileName, group: group.name }),
    ...(added.length > 0 ? [say("units.members-added", listed(added))] : []),
    ...(redated.length > 0 ? [say("units.members-redated", listed(redated))] : []),
    ...(ended.length > 0 ? [say("units.members-ended", listed(ended.map((one) => ({ ...one, from: null }))))] : []),
    say("units.members-unchanged", { count: unchanged }),
    ...(bad.length > 0 ? [say("units.members-bad", { count: bad.length })] : []),
    ...bad.map((one) => `  ${sayBadLine(one, one.text)}`),
  ].join("\n");
}

/** The terminal says what moves and does it: `unit unmerge` takes it back. */
export function unitMerge(config: Config, fromName: string, intoName: string): Promise<void> {
  return withRegister(config, async (ports) => {
    const { from, into } = await reviewMerge(ports, { fromName, intoName, by });
    const moved = await mergeUnits(ports, { fromId: from.id, intoId: into.id, by });
    print(say("cli.merged", { from: from.name, into: into.name }));
    print(say("units.merge-moves", moved));
  });
}

export function unitUnmerge(config: Config, unitName: string): Promise<void> {
  return withRegister(config, async (ports) => {
    const { unit } = await reviewUnmerge(ports, { unitName, by });
    await unmergeUnit(ports, { unitId: unit.id, by });
    print(say("units.unmerged", { from: unit.name }));
  });
}

/** The terminal does not ask Slack who somebody is: the id and the name are given. */
export function unitContact(
  config: Config,
  unitName: string,
  person: string,
  options: { name: string; role: ContactRole },
): Promise<void> {
  const { name } = options;
  const directory: Directory = {
    find: (id) => Promise.resolve(/^[UW][A-Z0-9]+$/.test(id) ? { id, name, isBot: false } : null),
  };
  return withRegister(config, async (ports) => {
    const named = await nameContact({ ...ports, directory }, { unitName, person, role: options.role, by });
    print(say("cli.contact-named", { unit: named.unit.name, person: named.person.name }));
  });
}
