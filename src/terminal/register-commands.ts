// import, unit and task: the register from the terminal.
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Directory } from "../app/ports.ts";
import { addAlias } from "../app/register/add-alias.ts";
import { importDocument } from "../app/register/import-document.ts";
import { listUnits } from "../app/register/list-units.ts";
import { nameContact } from "../app/register/name-contact.ts";
import { reviewDocument } from "../app/register/review-document.ts";
import { setGroupMembers } from "../app/register/set-group-members.ts";
import { showTask } from "../app/register/show-task.ts";
import type { DocumentReview, ImportSummary, TaskPage, UnitOverview } from "../app/use-cases.ts";
import type { Config } from "../config.ts";
import { OPERATOR } from "../domain/permission.ts";
import type { ContactRole } from "../domain/register/unit.ts";
import { Refusal } from "../errors.ts";
import { say, sayDate, sayReason, sayStatus } from "../text/say.ts";
import { importJson } from "./json.ts";
import { print, printJson } from "./output.ts";
import { withRegister } from "./with-register.ts";
import { cardText, reviewText } from "./words.ts";

/** Every file is read before the first is stored, so that one unreadable file changes nothing. */
export function importDocuments(
  config: Config,
  files: readonly string[],
  options: { dryRun?: boolean; yes?: boolean; asNew?: boolean; json?: boolean },
): Promise<void> {
  return withRegister(config, async (ports) => {
    const inputs: { fileName: string; bytes: Uint8Array }[] = [];
    const reviews: DocumentReview[] = [];
    for (const file of files) {
      const input = { fileName: path.basename(file), bytes: await readBytes(file) };
      inputs.push(input);
      const review = await reviewDocument(ports, input);
      reviews.push(options.asNew ? { ...review, changes: null } : review);
    }
    if (options.json) printJson(importJson(reviews, sayReason));
    else for (const review of reviews) print(reviewText(review));

    if (!options.yes || options.dryRun) {
      if (!options.json) print(say("cli.review-next"));
      return;
    }
    const known = reviews.find((review) => review.alreadyImported);
    if (known) throw new Refusal("already-imported", { title: known.draft.title });
    const same = reviews.find((review) => review.changes?.same)?.changes;
    if (same) throw new Refusal("same-as-current", { title: same.previous.title });
    for (const input of inputs) {
      const summary = await importDocument(ports, { ...input, by: OPERATOR, asNew: options.asNew ?? false });
      if (options.json) continue;
      print(importedText(summary));
      const { unitsWithoutContact: units } = summary;
      if (units.length > 0) print(say("cli.imported-without-contact", { units: units.join("、") }));
    }
  });
}

function importedText({ title, tasks, unitsCreated, amended }: ImportSummary): string {
  if (!amended) return say("cli.imported", { title, tasks, units: unitsCreated });
  const { digestIds: _, ...figures } = amended;
  return say("register.imported-amended", { title, ...figures });
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch {
    throw new Refusal("file-not-found", { file });
  }
}

export function unitList(config: Config, options: { json?: boolean }): Promise<void> {
  return withRegister(config, async (ports) => {
    const units = await listUnits(ports);
    if (options.json) printJson({ units: units.map(unitJson) });
    else for (const unit of units) print(unitLine(unit));
  });
}

function unitJson({ unit, memberNames, leads, supports }: UnitOverview) {
  const { name, kind, aliases } = unit;
  const contacts = unit.contacts.map(({ slackUser, name: person, role }) => ({ slackUser, name: person, role }));
  return { name, kind, aliases, members: memberNames, contacts, leads, supports };
}

function unitLine({ unit, memberNames, leads, supports }: UnitOverview): string {
  const common = { name: unit.name, kind: say(`cli.kind-${unit.kind}`), leads, supports };
  if (memberNames.length > 0) return say("cli.unit-line-group", { ...common, members: memberNames.join("、") });
  const contacts = unit.contacts.map((c) => c.name).join("、") || say("cli.no-contact");
  return say("cli.unit-line", { ...common, contacts });
}

export function unitAlias(config: Config, unitName: string, alias: string): Promise<void> {
  return withRegister(config, async (ports) => {
    const unit = await addAlias(ports, { unitName, alias, by: OPERATOR });
    print(say("cli.alias-added", { alias, unit: unit.name }));
  });
}

export function unitGroup(config: Config, groupName: string, memberNames: readonly string[]): Promise<void> {
  return withRegister(config, async (ports) => {
    const { group, members } = await setGroupMembers(ports, { groupName, memberNames, by: OPERATOR });
    print(say("cli.members-set", { group: group.name, members: members.join("、") }));
  });
}

/** The terminal does not ask Slack who somebody is: the id and the name are given. */
export function unitContact(
  config: Config,
  unitName: string,
  person: string,
  options: { name?: string; role: ContactRole },
): Promise<void> {
  const { name } = options;
  if (name === undefined)
    throw new Refusal("missing-argument", { name: "--name", usage: "unit contact UNIT SLACK_ID --name NAME" });
  const directory: Directory = {
    find: (id) => Promise.resolve(/^[UW][A-Z0-9]+$/.test(id) ? { id, name, isBot: false } : null),
  };
  return withRegister(config, async (ports) => {
    const named = await nameContact({ ...ports, directory }, { unitName, person, role: options.role, by: OPERATOR });
    print(say("cli.contact-named", { unit: named.unit.name, person: named.person.name }));
  });
}

export function taskShow(config: Config, ref: string, options: { json?: boolean }): Promise<void> {
  return withRegister(config, async (ports) => {
    const page = await showTask(ports, { ref });
    if (options.json) printJson(page);
    else print(pageText(page));
  });
}

function pageText({ card, updates, versions = [] }: TaskPage): string {
  const former = versions.map(({ documentTitle, ref, lead, text }) =>
    say("register.version-line", { document: documentTitle, ref, lead: lead.join("、"), text }),
  );
  const history = updates.map((u) => `${sayDate(u.on)} ${u.unitName} ${sayStatus(u.status, u.percent)}：${u.text}`);
  return [`${card.taskName} ${card.title}`, cardText(card), ...history, ...former].join("\n");
}
