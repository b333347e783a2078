// Units and their contacts: the list, one unit, names, members, merges. What cannot be seen at a glance is shown before it happens.
import { createHash } from "node:crypto";
import { Refusal } from "../../../errors.ts";
import type { SlackFile } from "../files.ts";
import { decodeImportMembers, decodeMergeUnits, decodeUnmergeUnit } from "../ids.ts";
import { lacksArgument } from "../input/commands.ts";
import { parseUnits } from "../input/unit-arguments.ts";
import {
  renderMembersImported,
  renderMembersReview,
  renderMerged,
  renderMergeReview,
  renderUnitsCancelled,
  renderUnmerged,
  renderUnmergeReview,
} from "../render/units/unit-changes.ts";
import { renderUnitPage } from "../render/units/unit-page.ts";
import { renderAliasAdded, renderGroupSet, renderUnits } from "../render/units/units.ts";
import { newestFile } from "./newest-file.ts";
import type { Click, Occasion, Office } from "./office.ts";
import { followUnits } from "./redraw.ts";
import { people } from "./units/people.ts";

export async function units(occasion: Occasion, text: string, office: Office): Promise<void> {
  const { useCases } = office;
  const wanted = parseUnits(text);
  const by = occasion.user;
  switch (wanted.kind) {
    case "list":
      return occasion.reply(renderUnits(await useCases.listUnits()));
    case "show":
      return occasion.reply(renderUnitPage(await useCases.showUnit(wanted)));
    case "group": {
      const set = await useCases.setGroupMembers({ ...wanted, by });
      await occasion.reply(renderGroupSet(set));
      return followUnits([set.group.id], office);
    }
    case "group-file": {
      const file = await newestFile(occasion, office);
      if (file === null) throw lacksArgument("group");
      return listMembers(occasion, wanted.groupName, file, office);
    }
    case "alias":
      return occasion.reply(renderAliasAdded(await useCases.addAlias({ ...wanted, by }), wanted.alias, wanted));
    case "merge":
      return occasion.reply(renderMergeReview(await useCases.reviewMerge({ ...wanted, by })));
    case "unmerge":
      return occasion.reply(renderUnmergeReview(await useCases.reviewUnmerge({ ...wanted, by })));
    default:
      return wanted satisfies never;
  }
}

export async function contacts(occasion: Occasion, text: string, office: Office): Promise<void> {
  if (text === "") return units(occasion, "", office);
  await people(occasion, text, office);
}

/** A list of members in a file: read and shown, nothing is stored. */
export async function listMembers(
  occasion: Occasion,
  groupName: string,
  file: SlackFile,
  office: Office,
): Promise<void> {
  const { fileName, bytes } = await office.files.fetch(file);
  const review = await office.useCases.reviewMembers({ groupName, fileName, bytes, by: occasion.user });
  await occasion.reply(renderMembersReview(review, { fileId: file.id ?? "", sha256: sha256Of(bytes) }));
}

/** Fetches the file again: what is stored is what was shown, or nothing. */
export async function importMembers(click: Click, office: Office): Promise<void> {
  const { fileId, sha256, group } = decodeImportMembers(click.value);
  const { fileName, bytes } = await office.files.fetchById(fileId);
  if (sha256Of(bytes) !== sha256) throw new Refusal("file-not-found", { file: fileName });
  const imported = await office.useCases.importMembers({ groupName: group, fileName, bytes, by: click.user });
  await click.replace(renderMembersImported(imported));
  await followUnits([group], office);
}

export async function merge(click: Click, office: Office): Promise<void> {
  const merged = await office.useCases.mergeUnits({ ...decodeMergeUnits(click.value), by: click.user });
  await click.replace(renderMerged(merged));
  await followUnits([merged.from.id, merged.into.id], office);
}

export async function unmerge(click: Click, office: Office): Promise<void> {
  const undone = await office.useCases.unmergeUnit({ ...decodeUnmergeUnit(click.value), by: click.user });
  await click.replace(renderUnmerged(undone));
  await followUnits([undone.unit.id, ...(undone.into === null ? [] : [undone.into.id])], office);
}

export async function cancel(click: Click, _office: Office): Promise<void> {
  await click.replace(renderUnitsCancelled());
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
