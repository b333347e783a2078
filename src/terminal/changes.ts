// What a newer version of a document changes, for the operator: one line a field, old and new side by side.
import type { Amendment } from "../app/register/amendment/plan-amendment.ts";
import { excerptsOf } from "../domain/register/diff/excerpt.ts";
import { type FieldChange, isRenumbered, type MatchedTask } from "../domain/register/diff/register-diff.ts";
import { say, sayList } from "../text/say.ts";

/** Of one changed field on each side, in characters. */
const SIDE = 60;

/** So many numbers are listed of tasks whose number alone changed. */
const NUMBERS = 8;

export function changesText({ previous, diff, same }: Amendment): string {
  const { title } = previous;
  if (same) return say("register.changes-none", { title });
  const renumbered = diff.changed.filter(isRenumbered);
  const reworded = diff.changed.filter((task) => !isRenumbered(task));
  const figures = {
    added: diff.added.length,
    changed: reworded.length,
    renumbered: renumbered.length,
    withdrawn: diff.withdrawn.length,
    unchanged: diff.unchanged.length,
  };
  return [
    say("common.labelled", {
      label: say("register.changes", { title }),
      text: say("register.changes-counts", figures),
    }),
    ...diff.added.map((task) => `  + ${addedText(task)}`),
    ...reworded.flatMap((task) => [
      `  ~ ${numberOf(task)} ${task.title}`,
      ...task.changes.filter(({ field }) => field !== "number").map((change) => `      ${changeText(change)}`),
    ]),
    ...(renumbered.length > 0 ? [`  ~ ${renumberedText(renumbered)}`] : []),
    ...diff.withdrawn.map((task) => `  - ${withdrawnText(task)}`),
  ].join("\n");
}

function numberOf({ fromRef, ref }: MatchedTask): string {
  return fromRef === ref ? ref : `${fromRef}→${ref}`;
}

function renumberedText(tasks: readonly MatchedTask[]): string {
  return say("register.changes-renumbered", { count: tasks.length, numbers: sayList(tasks.map(numberOf), NUMBERS) });
}

function addedText({ ref, title, lead, dividedFrom }: Amendment["diff"]["added"][number]): string {
  const facts = { task: `${ref} ${title}`, lead: sayList(lead) };
  if (dividedFrom === null) return say("register.change-task", facts);
  return say("register.change-task-divided", { ...facts, from: dividedFrom });
}

function withdrawnText({ ref, title, lead, mergedInto }: Amendment["diff"]["withdrawn"][number]): string {
  const facts = { task: `${ref} ${title}`, lead: sayList(lead) };
  if (mergedInto === null) return say("register.change-task", facts);
  return say("register.change-task-merged", { ...facts, into: mergedInto });
}

function changeText({ field, before, after }: FieldChange): string {
  const sides = excerptsOf(before.replace(/\s+/g, " "), after.replace(/\s+/g, " "), SIDE);
  const none = say("register.change-none");
  const name = say(`register.change-${field}`);
  return say("register.change-line", { field: name, before: sides.before || none, after: sides.after || none });
}
