// What a question asks for: one task by its number, the tasks of a unit, or a search.
import type { Question } from "../../domain/answers/answer.ts";
import type { SourceDocument } from "../../domain/register/task.ts";
import type { Unit } from "../../domain/register/unit.ts";
import { readTaskNumbers } from "../replies/task-numbers.ts";
import { normalise } from "../script.ts";
import { readTaskRef } from "../task-ref.ts";
import { withoutQuestionWords } from "./question-words.ts";
import { type FoundUnit, findUnit } from "./unit-in-text.ts";

const READ_AT_MOST = 300;
/** 21谁负责, 二十一由谁牵头: a number with nothing but the asking behind it. */
const BARE_NUMBER =
  /^第?\s*(?<number>\d{1,3}|[一二三四五六七八九十]{1,3})(?:号|项|条)?(?=\s*(?:谁|由|归|是谁|的?牵头|哪))/;
const LEADS = /牵头|负责|主管|主办|承办|\bleads?\b|\bleading\b|\bowns?\b|responsible|in charge/;
const SUPPORTS = /配合|协办|参与|协助|支持|\bsupport(?:s|ing)?\b|\bassists?\b/;
/** A unit and a few of these ask for its tasks; anything more is a search. */
const LIST_WORDS =
  /全部|所有|清单|列表|列出|列一下|一览|都|还|有|要|被|把|由|和|与|及|以及|的|在|是|共|总共|一共|给|项|件|条|个|做|管|干|承担|参与|支持|协助|本市|我市|名下|手上|身上/g;

/** `units` and `documents` are the register's; the question may be in any script. */
export function readQuestion(
  text: string,
  { units, documents }: { units: readonly Unit[]; documents: readonly SourceDocument[] },
): Question {
  const plain = normalise(text.slice(0, READ_AT_MOST)).toLowerCase().trim();
  const byNumber = readByNumber(plain, documents);
  if (byNumber !== null) return byNumber;

  const found = findUnit(plain, units);
  if (found === null) return { kind: "search", terms: withoutQuestionWords(plain) };
  const rest = withoutQuestionWords(withoutUnit(plain, found));
  if (rest.replace(LIST_WORDS, "").replace(/\s/g, "").length <= 1) {
    return { kind: "tasks-of-unit", unitId: found.unit.id, role: roleAsked(plain) };
  }
  // The unit is no word of the tasks' own text: searching for it would only hide the rest.
  return { kind: "search", terms: rest };
}

function readByNumber(plain: string, documents: readonly SourceDocument[]): Question | null {
  const named = readTaskNumbers(plain)[0] ?? BARE_NUMBER.exec(plain)?.groups?.number;
  if (named === undefined) return null;
  const { ref, document } = readTaskRef(named);
  const titled = documents.find((d) => mentions(plain, d.shortTitle) || mentions(plain, d.title));
  const hint =
    document !== null && documents.some((d) => `${d.shortTitle}${d.title}`.includes(document)) ? document : null;
  return { kind: "task-number", ref, documentHint: hint ?? titled?.shortTitle ?? null };
}

function mentions(plain: string, title: string): boolean {
  const name = normalise(title).toLowerCase();
  return name !== "" && plain.includes(name);
}

function withoutUnit(plain: string, { start, end }: FoundUnit): string {
  return `${plain.slice(0, start)} ${plain.slice(end)}`;
}

function roleAsked(plain: string): "lead" | "supporting" | "any" {
  const leads = LEADS.test(plain);
  const supports = SUPPORTS.test(plain);
  if (leads === supports) return "any";
  return leads ? "lead" : "supporting";
}
