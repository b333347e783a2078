// Which fields of a matched task read otherwise in the newer version, old and new side by side.
import type { DeadlineRule } from "../deadline.ts";
import type { DraftTask } from "../draft.ts";
import type { Target } from "../target.ts";
import type { UnitMention } from "../unit.ts";
import type { EarlierTask, EarlierUnit, FieldChange } from "./register-diff.ts";
import { type Fold, wordsOf } from "./words.ts";

/** Empty where nothing changed that matters. */
export function changesOf(before: EarlierTask, after: DraftTask, fold: Fold): FieldChange[] {
  const sameText = before.text === after.text || wordsOf(before.text, fold) === wordsOf(after.text, fold);
  const changes: (FieldChange | null)[] = [
    before.ref === after.ref ? null : { field: "number", before: before.ref, after: after.ref },
    sameText ? null : { field: "text", before: before.text, after: after.text },
    // The first lead reports for all, so the order of leads matters; that of supporting units does not.
    sameUnits(before.lead, after.lead, true) ? null : units("lead", before.lead, after.lead),
    sameUnits(before.supporting, after.supporting, false)
      ? null
      : units("supporting", before.supporting, after.supporting),
    sameRules(before.deadlines, after.deadlines) ? null : deadlines(before.deadlines, after.deadlines),
    sameList(before.targets.map(figuresOf), after.targets.map(figuresOf))
      ? null
      : { field: "targets", before: targets(before.targets), after: targets(after.targets) },
  ];
  return changes.filter((change) => change !== null);
}

function sameUnits(before: readonly EarlierUnit[], after: readonly UnitMention[], inOrder: boolean): boolean {
  const known = before.flatMap((unit, at) => unit.keys.map((key) => [key, at] as const));
  const placeOf = new Map(known);
  const places = [...new Set(after.map(({ key }) => placeOf.get(key) ?? -1))];
  if (places.includes(-1) || places.length !== before.length) return false;
  return !inOrder || places.every((place, i) => place === i);
}

function units(
  field: "lead" | "supporting",
  before: readonly EarlierUnit[],
  after: readonly UnitMention[],
): FieldChange {
  const known = new Map(before.flatMap((unit) => unit.keys.map((key) => [key, unit.name] as const)));
  // A unit that stays is called the same on both sides, however the newer version spells it.
  const names = new Map(after.map(({ key, name }) => [key, known.get(key) ?? name]));
  return { field, before: before.map((unit) => unit.name).join("、"), after: [...new Set(names.values())].join("、") };
}

/** Rules are the same when they give the same dates, whatever their words. */
function sameRules(before: readonly DeadlineRule[], after: readonly DeadlineRule[]): boolean {
  return sameList(dated(before).map(figuresOf), dated(after).map(figuresOf));
}

function deadlines(before: readonly DeadlineRule[], after: readonly DeadlineRule[]): FieldChange {
  const words = (rules: readonly DeadlineRule[]) =>
    dated(rules)
      .map((rule) => rule.text || (rule.due ?? ""))
      .join("；");
  if (words(before) !== words(after)) return { field: "deadlines", before: words(before), after: words(after) };
  const dates = (rules: readonly DeadlineRule[]) =>
    dated(rules)
      .map((rule) => rule.due ?? rule.text)
      .join("；");
  return { field: "deadlines", before: dates(before), after: dates(after) };
}

function dated(rules: readonly DeadlineRule[]): DeadlineRule[] {
  return rules.filter((rule) => rule.kind !== "undated");
}

function targets(all: readonly Target[]): string {
  return all.map((target) => target.text).join("；");
}

/** All that is said by figures: the words beside them may differ. */
function figuresOf({ text: _, ...figures }: DeadlineRule | Target): string {
  const given = Object.entries(figures).filter(([, value]) => value !== null && value !== undefined);
  return JSON.stringify(given.sort(([a], [b]) => a.localeCompare(b)));
}

/** The same entries, in any order. */
function sameList(before: readonly string[], after: readonly string[]): boolean {
  return before.toSorted().join("\n") === after.toSorted().join("\n");
}
