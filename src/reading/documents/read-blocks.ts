// Blocks → tasks, context, and where everything went. Clauses and tables are read apart and put in the document's order again.
import type { UnreadBlock } from "../../domain/register/draft.ts";
import { looksLikeUnitList } from "../unit-list.ts";
import type { ReadingOptions } from "./assign.ts";
import type { Block, Paragraph, Row, Source, Table } from "./blocks/blocks.ts";
import { readClauseTasks } from "./clauses/clause-reader.ts";
import { readMarker } from "./clauses/numbering.ts";
import type { FoundTask } from "./found-task.ts";
import { type Heading, isHeadingLine, readHeading } from "./heading.ts";
import { type ContextClause, hintsAtResponsibility, type Placed, speaksOfResponsibility } from "./places.ts";
import type { Roles } from "./tables/head.ts";
import { isBlankRow, rowText } from "./tables/row.ts";
import { readTable, type TableReading } from "./tables/table-reader.ts";

export interface BlocksReading {
  readonly heading: Heading;
  readonly tasks: readonly FoundTask[];
  readonly context: readonly ContextClause[];
  readonly unread: readonly UnreadBlock[];
  /** Every paragraph and every written row, once. */
  readonly places: readonly Placed[];
}

/** Reads everything there is. `fileName` names a document without a title. */
export function readBlocks(blocks: readonly Block[], fileName: string, options: ReadingOptions): BlocksReading {
  const heading = readHeading(blocks, fileName);
  const paragraphs = blocks.filter((block) => block.kind === "paragraph");
  const clauses = readClauseTasks(paragraphs, options);
  const tables = readTables(blocks, options);
  const claimed = [...clauses.places, ...tables.flatMap(({ places }) => places)];
  const known = new Set(claimed.map(({ source }) => source));
  const rest = paragraphs.filter((p) => !known.has(p)).map((p) => placeOutside(p, heading));
  const order = new Map(blocks.flatMap(sourcesOf).map((source, i) => [source, i]));
  const inOrder = <T extends { readonly from: Source }>(all: readonly T[]) =>
    all.toSorted((a, b) => (order.get(a.from) ?? 0) - (order.get(b.from) ?? 0));
  const places = [...claimed, ...rest].toSorted((a, b) => (order.get(a.source) ?? 0) - (order.get(b.source) ?? 0));
  return {
    heading,
    tasks: inOrder([...clauses.tasks, ...tables.flatMap(({ tasks }) => tasks)]),
    context: inOrder([...clauses.context, ...tables.flatMap(({ context }) => context)]),
    unread: unreadBlocks(places),
    places,
  };
}

/** Paragraphs and rows of a block, those that hold anything. */
export function sourcesOf(block: Block): Source[] {
  return block.kind === "paragraph" ? [block] : block.rows.filter((row) => !isBlankRow(row));
}

type Tables = Pick<TableReading, "tasks" | "context" | "places">[];

/** A table without a head goes on with the one before it, where nothing stands between them and the columns are as many. */
function readTables(blocks: readonly Block[], options: ReadingOptions): Tables {
  const found: Tables = [];
  let number = 0;
  let before: Roles | null = null;
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      before = null;
      continue;
    }
    const read: TableReading | null = readTable(block, number + 1, options, before);
    before = read?.roles ?? null;
    if (read) number += 1;
    found.push(
      read
        ? { ...read, places: read.places.filter(({ source }) => isRow(source) && !isBlankRow(source)) }
        : unreadTable(block),
    );
  }
  return found;
}

/** A table that gives no task: listed as unread where it names who is responsible, else it is about something else. */
function unreadTable(table: Table): Tables[number] {
  const written = table.rows.filter((row) => !isBlankRow(row));
  const speaks = written.some((row) =>
    row.cells.some((cell) => speaksOfResponsibility(cell.plain) || looksLikeUnitList(cell.original)),
  );
  return { tasks: [], context: [], places: written.map((source) => ({ source, place: speaks ? "unread" : "prose" })) };
}

/** A paragraph that belongs to no clause. */
function placeOutside(source: Paragraph, heading: Heading): Placed {
  const { plain } = source.text;
  if (heading.sources.includes(source) || isHeadingLine(plain)) return { source, place: "heading" };
  return { source, place: hintsAtResponsibility(plain) ? "unread" : "prose" };
}

/** What stands together and is unread is one block, up to the next number. */
function unreadBlocks(places: readonly Placed[]): UnreadBlock[] {
  const found: UnreadBlock[] = [];
  let open = false;
  for (const { source, place } of places) {
    const text = isRow(source) ? rowText(source) : source.text.original;
    const last = found.at(-1);
    const goesOn = open && (isRow(source) || readMarker(source.text.plain) === null);
    if (place === "unread" && goesOn && last) found[found.length - 1] = { ...last, text: `${last.text}\n${text}` };
    else if (place === "unread") found.push({ text, at: source.line });
    open = place === "unread";
  }
  return found;
}

function isRow(source: Source): source is Row {
  return "cells" in source;
}
