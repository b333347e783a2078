// Damaged documents: no crash, no hang, no block that is lost or read twice. The seed is in the test's name: FUZZ_SEED repeats a run.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { DraftDocument } from "../../../src/domain/register/draft.ts";
import { type Account, accountBlocks } from "../../../src/reading/documents/account.ts";
import { readDocument } from "../../../src/reading/documents/read-document.ts";
import { normalise } from "../../../src/reading/script.ts";
import { mutate, randomOf } from "../../support/mutations.ts";

const INPUTS = Number(process.env.FUZZ_INPUTS ?? 20_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20261122);
/** Milliseconds that no input may take. */
const HANG = 2_000;

const load = (folder: string) => {
  const url = new URL(`../../../${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter((file) => file.endsWith(".txt"))
    .map((file) => readFileSync(new URL(file, url), "utf8"));
};
const originals = [...load("test/cases"), ...load("examples")];

/** What is wrong with the reading of a text, or null. */
function wrong(text: string): string | null {
  const content = { kind: "text", text } as const;
  const began = performance.now();
  const draft = readDocument(content, "a.txt");
  const accounts = accountBlocks(content, "a.txt");
  const took = performance.now() - began;
  if (took > HANG) return `took ${Math.round(took)} ms`;
  const lost = accounts.find(({ places }) => places.length !== 1);
  if (lost) return `line ${lost.at} went to [${lost.places}]: ${lost.text}`;
  const refs = new Set(draft.tasks.map(({ ref }) => ref));
  if (refs.size !== draft.tasks.length) return "two tasks have one ref";
  const silent = unheard(accounts, draft);
  return silent ? `line ${silent.at} is said to be in ${silent.places}, but its words are not: ${silent.text}` : null;
}

/** Brackets and labels: they name units, which are read in another spelling, and persons and times, which may be read by nobody. */
const ASIDE =
  /[([【〔][^\n]*|(?:单位|部门|主体|领导|责任人|联系人|联络员|负责人|备注|时限|期限|时间|节点|要求|牵头|配合|责任|主办|协办)\S{0,4} {0,3}[:：\]】〕][^\n]*/g;

/** A paragraph of a task or of the unread, some words of which are nowhere in the draft. */
function unheard(accounts: readonly Account[], draft: DraftDocument): Account | undefined {
  const heard = normalise(JSON.stringify(draft)).replace(/\\[nt]|\\ud[89a-f]\w\w|\s/g, "");
  const words = (text: string) =>
    normalise(text)
      .replace(/\p{Cs}/gu, "")
      .replace(/^\s*第.{1,5}[条章]/, "")
      .replace(ASIDE, "")
      .match(/\p{Script=Han}{3,}/gu);
  return accounts.find(
    ({ text, places, inTable }) =>
      !inTable &&
      /task|unread/.test(places[0] ?? "") &&
      !words(text)?.every((word) => heard.includes(word)) &&
      words(text),
  );
}

test(`${INPUTS} damaged documents, seed ${SEED}`, { timeout: 600_000 }, () => {
  const random = randomOf(SEED);
  const failures: string[] = [];
  for (let i = 0; i < INPUTS && failures.length < 5; i++) {
    const text = mutate(originals[i % originals.length] ?? "", random);
    const fault = faultOf(text);
    if (fault) failures.push(`input ${i}: ${fault}`);
  }
  expect(failures).toEqual([]);
});

function faultOf(text: string): string | null {
  try {
    return wrong(text);
  } catch (thrown) {
    return `threw ${thrown instanceof Error ? thrown.stack : thrown}`;
  }
}

test("what is damaged was whole", () => {
  expect(originals.length).toBeGreaterThan(15);
  expect(originals.map(wrong).filter(Boolean)).toEqual([]);
});
