// What a newer version of a document changes, old and new side by side.
import type { KnownBlock } from "@slack/types";
import type { Amendment } from "../../../../app/register/amendment/plan-amendment.ts";
import { excerptsOf } from "../../../../domain/register/diff/excerpt.ts";
import {
  type AddedTask,
  type FieldChange,
  isRenumbered,
  type MatchedTask,
  type RegisterDiff,
  type WithdrawnTask,
} from "../../../../domain/register/diff/register-diff.ts";
import { say, sayList } from "../../../../text/say.ts";
import { bold, context, cut, LIST_LINES, line, section } from "../blocks.ts";

/** Of one changed field on each side, in characters. */
const SIDE = 40;

/** Of one changed task so many fields are shown. */
const FIELDS = 3;

/** Characters that one of the lists may take of a message, which holds the rest of a review too. */
const LIST_ROOM = 2_000;

export function renderChanges({ previous, diff, same }: Amendment): KnownBlock[] {
  const title = cut(previous.title, "title");
  if (same) return [section(bold(say("register.changes-none", { title })))];
  const reworded = diff.changed.filter((task) => !isRenumbered(task));
  return [
    section([bold(say("register.changes", { title })), line(countsOf(diff))]),
    ...list(say("register.changes-changed", { count: reworded.length }), reworded.map(changedLines)),
    ...renumbered(diff.changed.filter(isRenumbered)),
    ...list(say("register.changes-added", { count: diff.added.length }), diff.added.map(addedLines)),
    ...list(say("register.changes-withdrawn", { count: diff.withdrawn.length }), diff.withdrawn.map(withdrawnLines)),
    ...(diff.withdrawn.length > 0 ? [context(line(say("register.changes-withdrawn-note")))] : []),
  ];
}

/** 新增 1 项，修改 2 项，仅编号变动 27 项，撤回 1 项，未变 5 项. */
function countsOf({ added, changed, withdrawn, unchanged }: RegisterDiff): string {
  const renumberedCount = changed.filter(isRenumbered).length;
  return say("register.changes-counts", {
    added: added.length,
    changed: changed.length - renumberedCount,
    renumbered: renumberedCount,
    withdrawn: withdrawn.length,
    unchanged: unchanged.length,
  });
}

function changedLines(task: MatchedTask): string[] {
  const fields = task.changes.filter(({ field }) => field !== "number");
  const rest = fields.length - FIELDS;
  return [
    bold(`${numberOf(task)} ${cut(task.title, "title")}`),
    ...fields.slice(0, FIELDS).map((change) => line(changeText(change))),
    ...(rest > 0 ? [line(say("register.change-more", { count: rest }))] : []),
  ];
}

/** 原 … → 现 …. */
function changeText({ field, before, after }: FieldChange): string {
  const none = say("register.change-none");
  const sides = excerptsOf(before.replace(/\s+/g, " "), after.replace(/\s+/g, " "), SIDE);
  return say("register.change-line", {
    field: say(`register.change-${field}`),
    before: sides.before || none,
    after: sides.after || none,
  });
}

/** 21, or 21→22. */
function numberOf({ fromRef, ref }: Pick<MatchedTask, "fromRef" | "ref">): string {
  return fromRef === ref ? cut(ref, "name") : `${cut(fromRef, "name")}→${cut(ref, "name")}`;
}

function renumbered(tasks: readonly MatchedTask[]): KnownBlock[] {
  if (tasks.length === 0) return [];
  const numbers = sayList(tasks.map(numberOf), LIST_LINES);
  return [section(line(say("register.changes-renumbered", { count: tasks.length, numbers })))];
}

function addedLines({ ref, title, lead, dividedFrom }: AddedTask): string[] {
  const facts = { task: `${cut(ref, "name")} ${cut(title, "title")}`, lead: leadOf(lead) };
  return [
    line(
      dividedFrom === null
        ? say("register.change-task", facts)
        : say("register.change-task-divided", { ...facts, from: cut(dividedFrom, "name") }),
    ),
  ];
}

function withdrawnLines({ ref, title, lead, mergedInto }: WithdrawnTask): string[] {
  const facts = { task: `${cut(ref, "name")} ${cut(title, "title")}`, lead: leadOf(lead) };
  return [
    line(
      mergedInto === null
        ? say("register.change-task", facts)
        : say("register.change-task-merged", { ...facts, into: cut(mergedInto, "name") }),
    ),
  ];
}

function leadOf(lead: readonly string[]): string {
  return lead.length === 0
    ? say("register.change-none")
    : sayList(
        lead.map((name) => cut(name, "name")),
        3,
      );
}

/** A heading and five entries, fewer where they are long; then how many more there are. */
function list(heading: string, entries: readonly string[][]): KnownBlock[] {
  if (entries.length === 0) return [];
  let room = LIST_ROOM;
  const shown = entries.slice(0, LIST_LINES).filter((lines, i) => {
    room -= lines.join("\n").length + 1;
    return i === 0 || room >= 0;
  });
  const rest = entries.length - shown.length;
  const more = rest > 0 ? [line(say("register.changes-more", { count: rest }))] : [];
  return [section([bold(heading), ...shown.flat(), ...more])];
}
