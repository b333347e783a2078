// .docx → parts. Read as a stream: merged cells as Word says them, numbers that Word counts, and a notice for what is left out.
import type { ContentNotice } from "../../../domain/register/document-content.ts";
import { Refusal } from "../../../errors.ts";
import type { FileParts } from "../content/parts.ts";
import { MOST_CELLS, MOST_ROWS } from "../limits.ts";
import type { OfficePackage } from "../ooxml/package.ts";
import { readXml, type XmlTag } from "../ooxml/xml.ts";
import { createFlow, type Flow } from "./flow.ts";
import { createParagraphs, type Paragraphs } from "./paragraphs.ts";

/** Elements whose words are no part of the text, or are its former version. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...["drawing", "pict", "object", "Choice", "rt"],
  ...["del", "moveFrom", "delText", "instrText", "cellDel"],
  ...["sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblPrEx", "ffData"],
]);

const NOTICES: Readonly<Record<string, ContentNotice>> = {
  blip: "pictures-ignored",
  imagedata: "pictures-ignored",
  chart: "pictures-ignored",
  relIds: "pictures-ignored",
  txbxContent: "text-boxes-ignored",
  commentReference: "comments-ignored",
  footnoteReference: "footnotes-ignored",
  endnoteReference: "footnotes-ignored",
  ins: "revisions-accepted",
  del: "revisions-accepted",
  moveFrom: "revisions-accepted",
};

/** Refuses with file-unreadable and file-too-complex. */
export function readDocx(file: OfficePackage): FileParts {
  const bytes = file.read(file.main);
  if (bytes === null) throw new Refusal("file-unreadable");
  const notices = new Set<ContentNotice>(file.hasMacros ? ["macros-ignored"] : []);
  const flow = createFlow();
  const paragraphs = createParagraphs(file, flow, notices);
  let leftOut = 0;
  let rows = 0;
  let cells = 0;
  readXml(bytes, {
    open(tag) {
      const notice = NOTICES[tag.name];
      if (notice) notices.add(notice);
      if (leftOut > 0 || LEFT_OUT.has(tag.name) || tag.name.endsWith("Change")) {
        if (leftOut === 0 && tag.name === "del") openDeletion(flow, paragraphs);
        leftOut += 1;
        return;
      }
      if (tag.name === "tr") rows += 1;
      if (rows > MOST_ROWS) throw new Refusal("file-too-complex", { rows: MOST_ROWS });
      if (tag.name === "tc") cells += 1;
      if (cells > MOST_CELLS) throw new Refusal("file-too-complex");
      if (!openTable(tag, flow, notices)) paragraphs.open(tag);
    },
    close(name) {
      if (leftOut > 0) {
        leftOut -= 1;
        return;
      }
      closeTable(name, flow, paragraphs);
    },
    text(text) {
      if (leftOut === 0) paragraphs.text(text);
    },
  });
  return { parts: flow.end(), notices };
}

/** In the properties of a row or of a paragraph's mark, a deletion means the row or the mark. */
function openDeletion(flow: Flow, paragraphs: Paragraphs): void {
  if (flow.inRowProperties) flow.dropRow();
  else paragraphs.deleteMark();
}

function openTable(tag: XmlTag, flow: Flow, notices: Set<ContentNotice>): boolean {
  const value = tag.attribute("val");
  switch (tag.name) {
    case "tbl":
      flow.openTable();
      return true;
    case "gridCol":
      flow.gridColumn(Number(tag.attribute("w") ?? 0));
      return true;
    case "tr":
      flow.openRow();
      return true;
    case "gridBefore":
      flow.skipColumns(Number(value ?? 0));
      return true;
    case "tc":
      flow.openCell();
      return true;
    case "gridSpan":
      flow.spanColumns(Number(value ?? 1));
      return true;
    case "vMerge":
      flow.mergeRows(value === "restart");
      return true;
    case "hMerge":
      flow.mergeColumns(value === "restart");
      return true;
    case "trPr":
      flow.inRowProperties = true;
      return true;
    case "hidden":
      if (flow.inRowProperties && flow.dropRow()) notices.add("hidden-left-out");
      return true;
    default:
      return false;
  }
}

function closeTable(name: string, flow: Flow, paragraphs: Paragraphs): void {
  if (name === "tbl") flow.closeTable();
  else if (name === "tr") flow.closeRow();
  else if (name === "tc") flow.closeCell();
  else if (name === "trPr") flow.inRowProperties = false;
  else paragraphs.close(name);
}
