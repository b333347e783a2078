// .html and saved web pages → parts: what a reader of the page sees as text, line by line, and its tables with their merged cells.
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, type TreeAdapter } from "parse5";
import type { ContentNotice } from "../../../domain/register/document-content.ts";
import { Refusal } from "../../../errors.ts";
import type { FileParts, Part } from "../content/parts.ts";
import { DEEPEST_MARKUP, MOST_ROWS } from "../limits.ts";
import { createLines, type Lines } from "./lines.ts";
import { listMarker } from "./list-marker.ts";
import { layTable, type PlainCell, type PlainRow } from "./spans.ts";

type Node = DefaultTreeAdapterMap["childNode"];
type Element = DefaultTreeAdapterMap["element"];

/** No words of the document: code, forms, embedded things, and the ways around the site. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...["head", "script", "style", "noscript", "template", "iframe", "object", "embed", "canvas", "svg", "math", "map"],
  ...["audio", "video", "nav", "aside", "button", "select", "textarea", "input", "datalist", "dialog", "rt", "rp"],
]);
const IN_LINE: ReadonlySet<string> = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr o:p q ruby s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
const PICTURES: ReadonlySet<string> = new Set(["img", "picture", "svg", "canvas", "object", "embed", "video"]);

interface Page {
  readonly notices: Set<ContentNotice>;
  /** Lines and rows so far. */
  at: number;
  rows: number;
}

/** Refuses with file-too-complex what is nested too deep. */
export function readHtml(html: string): FileParts {
  const page: Page = { notices: new Set(), at: 0, rows: 0 };
  const lines = createLines(() => ++page.at);
  const { childNodes } = parse(html, { treeAdapter: shallowTree() });
  for (const node of childNodes) walk(node as Node, lines, page);
  return { parts: lines.end(), notices: page.notices };
}

/** Gives up while the page is parsed: a tree of a million levels is never built. */
function shallowTree(): TreeAdapter<DefaultTreeAdapterMap> {
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    onItemPush() {
      depth += 1;
      if (depth > DEEPEST_MARKUP) throw new Refusal("file-too-complex");
    },
    onItemPop() {
      depth -= 1;
    },
  };
}

function walk(node: Node, lines: Lines, page: Page): void {
  if (node.nodeName === "#text" && "value" in node) {
    lines.words(node.value);
    return;
  }
  if (!("tagName" in node)) return;
  const name = node.tagName;
  if (PICTURES.has(name)) page.notices.add("pictures-ignored");
  if (LEFT_OUT.has(name) || name === "img") return;
  if (isHidden(node)) {
    if (hasWords(node)) page.notices.add("hidden-left-out");
    return;
  }
  if (name === "br" || name === "hr") lines.breakLine();
  else if (name === "table") lines.table(readTable(node, page));
  else if (IN_LINE.has(name)) for (const child of node.childNodes) walk(child, lines, page);
  else readBlock(node, lines, page);
}

function readBlock(element: Element, lines: Lines, page: Page): void {
  const preformatted = element.tagName === "pre";
  lines.breakLine();
  if (element.tagName === "li") lines.words(listMarker(element));
  if (preformatted) lines.preformatted(1);
  for (const child of element.childNodes) walk(child, lines, page);
  lines.breakLine();
  if (preformatted) lines.preformatted(-1);
}

function readTable(table: Element, page: Page): Part[] {
  const caption: Part[] = [];
  const rows: PlainRow[] = [];
  for (const row of rowsOf(table)) {
    page.rows += 1;
    if (page.rows > MOST_ROWS) throw new Refusal("file-too-complex", { rows: MOST_ROWS });
    if (row.tagName === "caption") {
      caption.push(...inside(row, page, () => ++page.at));
    } else if (isHidden(row)) {
      if (hasWords(row)) page.notices.add("hidden-left-out");
    } else {
      const at = ++page.at;
      rows.push({ at, cells: row.childNodes.flatMap((child) => cellOf(child, page, at)) });
    }
  }
  return [...caption, { kind: "table", rows: layTable(rows), sheet: null, blanksUnknown: false }];
}

function rowsOf(table: Element): Element[] {
  return table.childNodes.flatMap((child) => {
    if (!("tagName" in child)) return [];
    if (/^(?:thead|tbody|tfoot)$/.test(child.tagName)) return rowsOf(child);
    return /^(?:tr|caption)$/.test(child.tagName) ? [child] : [];
  });
}

function cellOf(node: Node, page: Page, at: number): PlainCell[] {
  if (!("tagName" in node) || !/^t[dh]$/.test(node.tagName)) return [];
  if (isHidden(node)) {
    if (hasWords(node)) page.notices.add("hidden-left-out");
    return [];
  }
  const span = (name: string) => Number.parseInt(attribute(node, name) ?? "1", 10);
  return [{ columns: span("colspan"), rows: span("rowspan"), parts: inside(node, page, () => at) }];
}

function inside(element: Element, page: Page, at: () => number): readonly Part[] {
  const lines = createLines(at);
  for (const child of element.childNodes) walk(child, lines, page);
  return lines.end();
}

function isHidden(element: Element): boolean {
  if (attribute(element, "hidden") !== undefined) return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(
    attribute(element, "style") ?? "",
  );
}

function hasWords(node: Node): boolean {
  if (node.nodeName === "#text" && "value" in node) return node.value.trim() !== "";
  return "tagName" in node && !LEFT_OUT.has(node.tagName) && node.childNodes.some(hasWords);
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}
