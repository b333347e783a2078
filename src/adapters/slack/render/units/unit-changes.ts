// Changes of units that are shown before they happen: merges and their undoing, lists of members.
import type { KnownBlock } from "@slack/types";
import type { MembersReview, MergeView } from "../../../../app/register/units/unit-use-cases.ts";
import type { AbsorbedUnit, Unit } from "../../../../domain/register/unit.ts";
import { say, sayList } from "../../../../text/say.ts";
import { sayBadLine, sayPeriod } from "../../../../text/unit-words.ts";
import { ACTION, encodeImportMembers, encodeMergeUnits, encodeUnmergeUnit } from "../../ids.ts";
import { clip } from "../../limits.ts";
import { bold, button, buttons, context, cut, LIST_LINES, line, message, section } from "../blocks.ts";
import type { SlackMessage } from "../message.ts";
import { sentence } from "../refusal.ts";

export function renderMergeReview(view: MergeView): SlackMessage {
  const names = { from: cut(view.from.name, "name"), into: cut(view.into.name, "name") };
  const ask = say("units.merge-ask", names);
  const groups = view.groups.map((group) => cut(group, "name"));
  const value = encodeMergeUnits({ fromId: view.from.id, intoId: view.into.id });
  return message(ask, [
    section([
      bold(ask),
      line(say("units.merge-moves", view)),
      ...(groups.length > 0 ? [line(say("units.merge-groups", { groups: sayList(groups) }))] : []),
    ]),
    context(line(say("units.merge-how", names))),
    ...confirm(say("units.button-merge"), ACTION.mergeUnits, value),
  ]);
}

export function renderMerged({ from, into }: MergeView): SlackMessage {
  return sentence(say("units.merged", { from: cut(from.name, "name"), into: cut(into.name, "name") }));
}

export function renderUnmergeReview({ unit, into }: { unit: AbsorbedUnit; into: Unit }): SlackMessage {
  const names = { from: cut(unit.name, "name"), into: cut(into.name, "name") };
  const ask = say("units.unmerge-ask", names);
  return message(ask, [
    section(bold(ask)),
    context(line(say("units.unmerge-how", names))),
    ...confirm(say("units.button-unmerge"), ACTION.unmergeUnit, encodeUnmergeUnit({ unitId: unit.id })),
  ]);
}

export function renderUnmerged({ unit }: { unit: Unit }): SlackMessage {
  return sentence(say("units.unmerged", { from: cut(unit.name, "name") }));
}

/** `file`: what the button fetches again. */
export function renderMembersReview(review: MembersReview, file: { fileId: string; sha256: string }): SlackMessage {
  const names = { group: cut(review.group.name, "name"), file: cut(review.fileName, "title") };
  const changes = changeLines(review);
  const ask = changes.length > 0 ? say("units.members-ask", names) : say("units.members-same", names);
  const unchanged = say("units.members-unchanged", { count: review.unchanged });
  const value = encodeImportMembers({ ...file, group: clip(review.group.name, 100) });
  return message(ask, [
    section([bold(ask), ...changes.map(line), ...(review.unchanged > 0 ? [line(unchanged)] : [])]),
    ...badLines(review),
    ...(changes.length > 0 ? confirm(say("units.button-members"), ACTION.importMembers, value) : []),
  ]);
}

export function renderMembersImported({ group, added, redated, ended, unchanged }: MembersReview): SlackMessage {
  const counts = { added: added.length, redated: redated.length, ended: ended.length, unchanged };
  return sentence(say("units.members-imported", { group: cut(group.name, "name"), ...counts }));
}

export function renderUnitsCancelled(): SlackMessage {
  return sentence(say("units.cancelled"));
}

function changeLines({ added, redated, ended }: MembersReview): string[] {
  const listed = (all: MembersReview["added"]) => {
    return { count: all.length, names: sayList(all.map((one) => sayPeriod(cut(one.name, "name"), one))) };
  };
  const fresh = added.filter((one) => one.isNew).map((one) => cut(one.name, "name"));
  return [
    ...(added.length > 0 ? [say("units.members-added", listed(added))] : []),
    ...(fresh.length > 0 ? [say("units.members-new", { names: sayList(fresh) })] : []),
    ...(redated.length > 0 ? [say("units.members-redated", listed(redated))] : []),
    ...(ended.length > 0
      ? [say("units.members-ended", { count: ended.length, names: sayList(ended.map((one) => cut(one.name, "name"))) })]
      : []),
  ];
}

function badLines({ bad }: MembersReview): KnownBlock[] {
  if (bad.length === 0) return [];
  const shown = bad.slice(0, LIST_LINES).map((one) => line(sayBadLine(one, cut(one.text, "name"))));
  const rest = bad.length - shown.length;
  return [
    section([
      bold(say("units.members-bad", { count: bad.length })),
      ...shown,
      ...(rest > 0 ? [line(say("units.members-bad-more", { count: rest }))] : []),
    ]),
  ];
}

function confirm(label: string, action: string, value: string) {
  return buttons([
    button(label, action, value, "primary"),
    button(say("units.button-cancel"), ACTION.cancelUnits, "cancel"),
  ]);
}
