// The words after 「单位」 → typed arguments. Pure; what cannot be read is refused with what would work.
import type { IsoDate } from "../../../domain/calendar.ts";
import { Refusal } from "../../../errors.ts";
import { parseDate } from "./arguments.ts";
import { keyword, lacksArgument } from "./commands.ts";

export type UnitsArguments =
  | { readonly kind: "list" }
  | { readonly kind: "show"; readonly unitName: string }
  | { readonly kind: "group"; readonly groupName: string; readonly memberNames: readonly string[] }
  /** The members stand in a file. */
  | { readonly kind: "group-file"; readonly groupName: string }
  | {
      readonly kind: "alias";
      readonly unitName: string;
      readonly alias: string;
      readonly from: IsoDate | null;
      readonly to: IsoDate | null;
    }
  | { readonly kind: "merge"; readonly fromName: string; readonly intoName: string }
  | { readonly kind: "unmerge"; readonly unitName: string };

/**
 * nothing: the list · 市教育局: its page · 集合 各县区人民政府 [东湖区人民政府、西山县人民政府] · 别名 市教育局 市教委 [自2010-01-01] [至2018-12-31] ·
 * 合并 市旅游局 市文化和旅游局 · 撤销合并 市旅游局.
 */
export function parseUnits(text: string): UnitsArguments {
  const [word = "", ...rest] = text.split(/\s+/).filter((one) => one !== "");
  switch (keyword(word)) {
    case "":
      return { kind: "list" };
    case "集合":
    case "group":
      return parseGroup(rest);
    case "别名":
    case "alias":
      return parseAlias(rest);
    case "合并":
    case "merge": {
      const [fromName, intoName] = namesIn(rest);
      if (fromName === undefined || intoName === undefined) throw lacksArgument("merge");
      return { kind: "merge", fromName, intoName };
    }
    case "撤销合并":
    case "unmerge": {
      const [unitName] = rest;
      if (unitName === undefined) throw lacksArgument("unmerge");
      return { kind: "unmerge", unitName };
    }
    default:
      return { kind: "show", unitName: [word, ...rest].join(" ") };
  }
}

/** 「集合 各县区人民政府」 beside a file, with 「单位」 in front or not: the group whose members it lists. Null for other words. */
export function groupOfFile(text: string): string | null {
  const words = text.trim().replace(/^(?:\/lianxi\s+)?(?:(?:[单單]位|units?)[\s:：]+)?/i, "");
  const [, groupName] = /^(?:集合|group)[\s:：]+(\S+)\s*$/i.exec(words) ?? [];
  return groupName ?? null;
}

function parseGroup([groupName, ...others]: readonly string[]): UnitsArguments {
  if (groupName === undefined) throw lacksArgument("group");
  const memberNames = namesIn(others);
  return memberNames.length === 0 ? { kind: "group-file", groupName } : { kind: "group", groupName, memberNames };
}

function parseAlias([unitName, alias, ...dates]: readonly string[]): UnitsArguments {
  if (unitName === undefined || alias === undefined) throw lacksArgument("alias");
  let from: IsoDate | null = null;
  let to: IsoDate | null = null;
  for (const [, word = "", date = ""] of dates
    .join("")
    .matchAll(/([自从從至到]|from|to|until)?((?:(?!from|to|until)[^自从從至到])+)/g)) {
    if (/[自从從]|from/.test(word)) from = dayOf(date);
    else if (/[至到]|to|until/.test(word)) to = dayOf(date);
    else throw new Refusal("bad-date", { text: date });
  }
  return { kind: "alias", unitName, alias, from, to };
}

/** With its year: aliases are of the past. */
function dayOf(text: string): IsoDate {
  if (!/^\d{4}/.test(text.normalize("NFKC"))) throw new Refusal("bad-date", { text });
  return parseDate(text, text.slice(0, 4));
}

function namesIn(words: readonly string[]): string[] {
  return words.flatMap((one) => one.split(/[、，,；;]/)).filter((name) => name !== "");
}
