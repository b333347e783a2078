// The register: own tasks, one task, documents, units, contacts.
import { createHash } from "node:crypto";
import { Refusal } from "../../../errors.ts";
import type { SlackFile } from "../files.ts";
import { decodeApplyImport, decodeDiscardImport, decodeShowTask } from "../ids.ts";
import { parseContact, parseUnits } from "../input/arguments.ts";
import { lacksArgument } from "../input/commands.ts";
import { renderImportDiscarded, renderImported, renderReview } from "../render/register.ts";
import { renderMyTasks, renderTaskPage } from "../render/tasks.ts";
import { renderAliasAdded, renderContactNamed, renderGroupSet, renderUnits } from "../render/units.ts";
import type { Click, Occasion, Office } from "./office.ts";

export async function mine(occasion: Occasion, _text: string, office: Office): Promise<void> {
  const rows = await office.useCases.listMyTasks({ slackUser: occasion.user });
  await occasion.reply(renderMyTasks(rows, office.clock.today()));
}

export async function show(occasion: Occasion, ref: string, office: Office): Promise<void> {
  if (ref === "") throw lacksArgument("show");
  await occasion.reply(renderTaskPage(await office.useCases.showTask({ ref }), office.clock.today()));
}

export async function showClicked(click: Click, office: Office): Promise<void> {
  await show(click, decodeShowTask(click.value).ref, office);
}

export async function units(occasion: Occasion, text: string, office: Office): Promise<void> {
  const { useCases } = office;
  const wanted = parseUnits(text);
  switch (wanted.kind) {
    case "list":
      return occasion.reply(renderUnits(await useCases.listUnits()));
    case "group":
      return occasion.reply(renderGroupSet(await useCases.setGroupMembers({ ...wanted, by: occasion.user })));
    case "alias": {
      const unit = await useCases.addAlias({ unitName: wanted.unitName, alias: wanted.alias, by: occasion.user });
      return occasion.reply(renderAliasAdded(unit, wanted.alias));
    }
  }
}

export async function contacts(occasion: Occasion, text: string, office: Office): Promise<void> {
  if (text === "") return units(occasion, "", office);
  const named = await office.useCases.nameContact({ ...parseContact(text), by: occasion.user });
  await occasion.reply(renderContactNamed(named));
}

/** A file in the bot's direct messages: read and shown for review, nothing is stored. */
export async function reviewFile(occasion: Occasion, file: SlackFile, office: Office): Promise<void> {
  const { fileName, bytes } = await office.files.fetch(file);
  const review = await office.useCases.reviewDocument({ fileName, bytes });
  await occasion.reply(renderReview(review, { fileId: file.id ?? "", sha256: sha256Of(bytes) }));
}

const RECENT_MESSAGES = 50;

/** 「导入」: the newest file the person sent to the bot. */
export async function importNewest(occasion: Occasion, _text: string, office: Office): Promise<void> {
  const channel = await office.openDm(occasion.user);
  const { messages = [] } = await office.client.conversations.history({ channel, limit: RECENT_MESSAGES });
  const file = messages.find((message) => message.user === occasion.user && message.files?.length)?.files?.at(-1);
  if (file === undefined) throw lacksArgument("import");
  await reviewFile(occasion, file, office);
}

/** Fetches the file again: what is imported is what was reviewed, or nothing. */
export async function applyImport(click: Click, office: Office): Promise<void> {
  const { fileId, sha256 } = decodeApplyImport(click.value);
  const { fileName, bytes } = await office.files.fetchById(fileId);
  if (sha256Of(bytes) !== sha256) throw new Refusal("file-not-found", { file: fileName });
  await click.replace(renderImported(await office.useCases.importDocument({ fileName, bytes, by: click.user })));
}

export async function discardImport(click: Click, _office: Office): Promise<void> {
  await click.replace(renderImportDiscarded(decodeDiscardImport(click.value).title));
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
