// A task out of a stretch of text that no rule could read: somebody says who does it, dates and figures are read by rule.
import { reason } from "../../domain/reason.ts";
import type { DraftDocument, DraftTask, ReviewNote, UnreadBlock } from "../../domain/register/draft.ts";
import type { UnitMention } from "../../domain/register/unit.ts";
import { mirror } from "../script.ts";
import { readUnitList } from "../unit-list.ts";
import { looksLikeUnit } from "../unit-name.ts";
import { unitNotes } from "./assign.ts";
import { readMarker } from "./clauses/numbering.ts";
import { readDeadlines } from "./figures/deadline-reader.ts";
import { readTargets } from "./figures/target-reader.ts";
import { taskTitle } from "./task-title.ts";

/** What a model says a block states. */
export interface Claim {
  readonly quote: string;
  readonly lead: readonly string[];
  readonly supporting: readonly string[];
}

interface Assigned {
  readonly lead: readonly UnitMention[];
  readonly supporting: readonly UnitMention[];
}

/** More are not taken from one block. */
const MOST_CLAIMS = 10;
/** Shorter words say nothing. */
const SHORTEST_QUOTE = 4;
/** Dates and figures are looked for in so many characters. */
const LOOKED_AT = 20_000;

/**
 * The tasks of a model's claims about a block, in the document's own words. A claim whose quote is not in the block is dropped, and so
 * is a unit whose name is not; a claim left without units is no task. Spaces, full-width forms and script make no difference.
 */
export function tasksFromClaims(block: UnreadBlock, claims: readonly Claim[], document: DraftDocument): DraftTask[] {
  const words = squeezed(block.text);
  return claims.slice(0, MOST_CLAIMS).flatMap((claim) => {
    const quote = findQuote(words, claim.quote);
    const lead = namedIn(words, claim.lead);
    const leads = new Set(lead.map(({ key }) => key));
    const supporting = namedIn(words, claim.supporting).filter(({ key }) => !leads.has(key));
    if (quote === null || lead.length + supporting.length === 0) return [];
    const review: ReviewNote[] = [
      { field: "task", reason: reason("model-proposed") },
      ...unitNotes([...lead, ...supporting]),
    ];
    return [{ ...taskOf(quote, { lead, supporting }, document), origin: "model" as const, review }];
  });
}

/** The block as a task that a person has assigned. */
export function taskFromBlock(block: UnreadBlock, assigned: Assigned, document: DraftDocument): DraftTask {
  return { ...taskOf(block.text, assigned, document), origin: "rules", review: [] };
}

/** `ref` is the number the text begins with, "" where it has none. */
function taskOf(text: string, assigned: Assigned, document: DraftDocument): Omit<DraftTask, "origin" | "review"> {
  const marker = readMarker(mirror(text));
  const words = text.slice(marker?.length ?? 0).trim();
  const plain = mirror(words).slice(0, LOOKED_AT);
  const year = /\d{4}/.exec(document.date ?? document.number ?? document.title)?.[0];
  const context = { date: document.date, year: year === undefined ? null : Number(year) };
  return {
    ...assigned,
    ref: marker ? String(marker.number) : "",
    label: marker ? text.slice(0, marker.length) : "",
    section: null,
    title: taskTitle(words),
    text: words,
    deadlines: readDeadlines(plain, "", context),
    targets: readTargets(plain, context),
  };
}

/** Text without spaces, on the mirror, and where each of its characters stands in the original. */
interface Squeezed {
  readonly original: string;
  readonly plain: string;
  readonly at: readonly number[];
}

function squeezed(original: string): Squeezed {
  const whole = mirror(original);
  const at = [...whole.matchAll(/\S/g)].map((match) => match.index);
  return { original, plain: whole.replace(/\s/g, ""), at };
}

/** The document's words that the quote repeats, or null. */
function findQuote(words: Squeezed, quote: string): string | null {
  const wanted = squeezed(quote).plain;
  const start = wanted.length < SHORTEST_QUOTE ? -1 : words.plain.indexOf(wanted);
  const [from, to] = [words.at[start], words.at[start + wanted.length - 1]];
  return from === undefined || to === undefined ? null : words.original.slice(from, to + 1);
}

function namedIn(words: Squeezed, names: readonly string[]): UnitMention[] {
  const units = names
    .flatMap(readUnitList)
    .filter((unit) => unit.kind !== "single" || looksLikeUnit(mirror(unit.name)))
    .filter((unit) => words.plain.includes(squeezed(unit.name).plain));
  return [...new Map(units.map((unit) => [unit.key, unit])).values()];
}
