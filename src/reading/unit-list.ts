// A list of units as documents print it: 市教育局、市财政局和各县区人民政府.
import type { UnitMention } from "../domain/register/unit.ts";
import { mirror } from "./script.ts";
import { looksLikeUnit, readUnit } from "./unit-name.ts";

/** A longer piece is a sentence, not a name. */
const LONGEST_NAME = 60;
const EDGES = /^[\s:;,.、。·()[\]【】]+(?=\S)|[\s:;,.、。·]+$/g;
/** After 各区 the bare 县级市 means 各县级市. */
const BARE_CLASS = /^(?:县级市|县|区|镇|乡镇|街道|园区|开发区|功能区|社区|村)$/;
const NOBODY = /^(?:无|—+|-+|\/+|一)?$/;

/**
 * The units of a list, in its order, each once. Divided by 、 ， ； line breaks and wide gaps; by 和／及／与 only between two complete
 * names (工业和信息化局 is one unit, 有关部门和行业协会 one mention). Brackets inside a name are kept.
 */
export function readUnitList(text: string): UnitMention[] {
  const plain = mirror(text);
  const mentions = new Map<string, UnitMention>();
  let afterGroup = false;
  for (const [start, end] of pieces(plain)) {
    for (const name of splitJoined(text.slice(start, end))) {
      const bare = trimName(name);
      if (NOBODY.test(bare) || bare.length > LONGEST_NAME) continue;
      const mention = readUnit(afterGroup && BARE_CLASS.test(mirror(bare)) ? `各${bare}` : bare);
      afterGroup = mention.kind === "group";
      if (!mentions.has(mention.key)) mentions.set(mention.key, mention);
    }
  }
  return [...mentions.values()];
}

/** Whether a text is a list of two or more units and nothing else. */
export function looksLikeUnitList(text: string): boolean {
  if (text.length > 400) return false;
  const units = readUnitList(text);
  return units.length > 1 && units.every((unit) => unit.kind !== "single" || looksLikeUnit(mirror(unit.name)));
}

/** Start and end of each piece between separators outside brackets. */
function pieces(plain: string): [number, number][] {
  const found: [number, number][] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < plain.length; i++) {
    const c = plain[i] ?? "";
    if (c === "(") depth += 1;
    else if (c === ")") depth = Math.max(0, depth - 1);
    else if (c === "\n" || (depth === 0 && (/[、,;\t|]/.test(c) || isGap(plain, start, i)))) {
      found.push([start, i]);
      start = i + 1;
      depth = 0;
    }
  }
  found.push([start, plain.length]);
  return found;
}

/** A space divides when what stands before it is a complete name: 市教育局 市财政局. */
function isGap(plain: string, start: number, at: number): boolean {
  return plain[at] === " " && at - start <= LONGEST_NAME && looksLikeUnit(plain.slice(start, at).replaceAll(" ", ""));
}

/** 市教育局和市财政局 → both; 市教育局等有关部门 → both; anything else stays whole. */
function splitJoined(name: string): string[] {
  if (name.length > LONGEST_NAME) return [name];
  const plain = mirror(name);
  const such = /^(.{2,}?)等(?=(?:有关|相关))/.exec(plain);
  if (such?.[1] && looksLikeUnit(such[1])) return [name.slice(0, such[1].length), name.slice(such[0].length)];
  for (const joint of plain.matchAll(/以及|和|及|与/g)) {
    const left = trimName(name.slice(0, joint.index));
    const right = trimName(name.slice(joint.index + joint[0].length));
    if (standsAlone(left, "left") && standsAlone(right, "right")) return [left, ...splitJoined(right)];
  }
  return [name];
}

/** Left of 和 a name must be definite (有关部门和行业协会 is one mention); right of it 有关部门 may follow. */
function standsAlone(name: string, side: "left" | "right"): boolean {
  const unit = readUnit(name);
  return unit.kind === "unresolved" ? side === "right" : looksLikeUnit(mirror(unit.name));
}

function trimName(name: string): string {
  let bare = name.trim().replace(EDGES, "").trim();
  if (!bare.includes("(") && !bare.includes("（")) bare = bare.replace(/[)）\]】]+$/, "");
  return bare.replace(/^(?:由|以及|及|和)(?=.{3})/, "").replace(/等(?:部门|单位)?$/, "");
}
