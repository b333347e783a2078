// Whether two names may be one unit. A suggestion for a person to decide on: nothing is ever merged because of it.
import { type Reason, reason } from "../reason.ts";
import { RENAMED_BODIES } from "./renamed-bodies.ts";
import type { UnitKind } from "./unit.ts";
import { type NameParts, partsOf, placesAgree } from "./unit-name-parts.ts";

export interface NamedUnit {
  readonly name: string;
  readonly kind: UnitKind;
  readonly aliases: readonly string[];
}

/** The unit that a name may mean, and on what the guess rests. */
export interface UnitSuggestion {
  readonly name: string;
  readonly why: Reason;
}

/** What two spellings of one unit have in common; `readUnit(name).key` of `reading/`. */
export type KeyOf = (name: string) => string;

/**
 * The known unit that is most like `name`, or null. Only units of the same kind are compared, the strongest rule wins. Names are
 * Simplified Chinese. A name that is known already (equal key) is no suggestion: the caller leaves those out.
 */
export function suggestUnit(
  name: { readonly name: string; readonly kind: UnitKind },
  known: Iterable<NamedUnit>,
  keyOf: KeyOf,
): UnitSuggestion | null {
  const found = likenesses(name, known, keyOf);
  return found[0] ?? null;
}

/** Names of up to `most` units for somebody who mistyped one: first the alike, then those that share most characters. */
export function nearestUnits(name: string, known: Iterable<NamedUnit>, keyOf: KeyOf, most = 3): string[] {
  const units = [...known];
  const kinds = ["single", "group", "unresolved"] as const;
  const alike = kinds.flatMap((kind) => likenesses({ name, kind }, units, keyOf)).map((found) => found.name);
  const telling = new Set([...name].filter((c) => !"市区县局委".includes(c)));
  const sharing = units
    .map((unit) => ({ name: unit.name, shared: [...telling].filter((c) => unit.name.includes(c)).length }))
    .filter(({ shared }) => shared >= 2)
    .sort((a, b) => b.shared - a.shared)
    .map((near) => near.name);
  return [...new Set([...alike, ...sharing])].slice(0, most);
}

type Rule = (a: Compared, b: Compared, unit: string) => Reason | null;

interface Compared extends NameParts {
  /** The key of the body: short and full names have the same. */
  readonly key: string;
}

/** Strongest first. */
const RULES: readonly Rule[] = [sameBody, renamed, initials, contained, oneCharacter];

function likenesses(
  name: { readonly name: string; readonly kind: UnitKind },
  known: Iterable<NamedUnit>,
  keyOf: KeyOf,
): UnitSuggestion[] {
  const units = [...known].filter((unit) => unit.kind === name.kind && unit.name !== name.name);
  if (name.kind !== "single") return units.filter((unit) => sameCircle(name.name, unit)).map(asCircle);

  const mine = compared(name.name, keyOf);
  const others = units.flatMap((unit) =>
    [unit.name, ...unit.aliases].map((spelling) => ({ unit: unit.name, parts: compared(spelling, keyOf) })),
  );
  const found = RULES.flatMap((rule) =>
    others.flatMap(({ unit, parts }) => {
      const why = placesAgree(mine, parts) === null ? null : rule(mine, parts, unit);
      return why === null ? [] : [{ name: unit, why }];
    }),
  );
  return [...new Map(found.toReversed().map((one) => [one.name, one])).values()].toReversed();
}

function compared(name: string, keyOf: KeyOf): Compared {
  const parts = partsOf(name);
  return { ...parts, key: keyOf(parts.body) };
}

/** 云川市教育局 and 市教育局; 文化和旅游局 and 文化与旅游局. */
function sameBody(a: Compared, b: Compared, unit: string): Reason | null {
  if (a.key !== b.key && a.bare !== b.bare) return null;
  return placesAgree(a, b) === "same"
    ? reason("unit-alike-but-joint", { unit })
    : reason("unit-alike-but-place", { unit });
}

/** 市卫计委 and 市卫生健康委, whichever is known. */
function renamed(a: Compared, b: Compared, unit: string): Reason | null {
  const row = RENAMED_BODIES.find(
    ({ old, now }) => (old.includes(a.body) && now.includes(b.body)) || (old.includes(b.body) && now.includes(a.body)),
  );
  return row === undefined ? null : reason("unit-renamed", { unit, date: row.until });
}

/** 文广旅体局 and 文化广电旅游体育局: the first characters of words of two. */
function initials(a: Compared, b: Compared, unit: string): Reason | null {
  const [short, long] = a.stem.length < b.stem.length ? [a, b] : [b, a];
  if (a.ending !== b.ending || short.stem.length < 2 || long.stem.length !== 2 * short.stem.length) return null;
  const matches = [...short.stem].every((c, i) => c === long.stem[2 * i]);
  return matches ? reason("unit-alike-short", { unit }) : null;
}

const SHORTEST_CONTAINED = 4;
const LARGEST_REST = 8;

/** 文化旅游局 and 文化广电旅游局; 教育局 in 教育考试院 is none: another ending, and too short to tell. */
function contained(a: Compared, b: Compared, unit: string): Reason | null {
  const [short, long] = a.stem.length < b.stem.length ? [a, b] : [b, a];
  const rest = long.stem.length - short.stem.length;
  if (a.ending !== b.ending || short.stem.length < SHORTEST_CONTAINED || rest === 0 || rest > LARGEST_REST) return null;
  if (a.isProper || b.isProper || !isSubsequence(short.stem, long.stem)) return null;
  return reason("unit-alike-contained", { unit });
}

const SHORTEST_WITH_SLIP = 5;
const NUMERAL = /[一二三四五六七八九十\d东南西北中上下新老]/;

/** One character written wrongly, left out or added in a long name. Where it tells two bodies apart (第一, 东, 新), it is no slip. */
function oneCharacter(a: Compared, b: Compared, unit: string): Reason | null {
  if (a.ending !== b.ending || a.isProper || b.isProper) return null;
  if (Math.min(a.stem.length, b.stem.length) < SHORTEST_WITH_SLIP) return null;
  const slip = slipBetween(a.stem, b.stem);
  return slip !== null && !NUMERAL.test(slip) ? reason("unit-alike-spelling", { unit }) : null;
}

/** The characters in which two names differ, where that is one in each at most; else null. */
function slipBetween(a: string, b: string): string | null {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  return left.length <= 1 && right.length <= 1 && left + right !== "" ? left + right : null;
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const c of long) if (c === short[at]) at += 1;
  return at === short.length;
}

/** 各县区人民政府 and 各区县人民政府, 有关部门 and 市相关部门: the same words about the same circle. */
function sameCircle(name: string, unit: NamedUnit): boolean {
  return [unit.name, ...unit.aliases].some((spelling) => circleOf(spelling) === circleOf(name));
}

function circleOf(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[\s、,()和及与]/g, "")
    .replace(/^(?:[全本]?[省市区县](?=各|有关|相关)|我市)?各?/, "")
    .replace(/^[市县区]{2,}(?:级市)?/, "县区")
    .replace("相关", "有关")
    .replace("人民政府", "政府")
    .replace("管理委员会", "管委会")
    .replace(/单位$/, "部门");
}

function asCircle({ name }: NamedUnit): UnitSuggestion {
  return { name, why: reason("unit-alike-circle", { unit: name }) };
}
