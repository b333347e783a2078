// .xlsx → parts: every visible sheet with words is a table. Merged cells as Excel says them, numbers as they are shown.
import type { ContentNotice } from "../../../domain/register/document-content.ts";
import { Refusal } from "../../../errors.ts";
import type { FileParts, Part } from "../content/parts.ts";
import type { OfficePackage } from "../ooxml/package.ts";
import { readXml } from "../ooxml/xml.ts";
import { readFormats } from "./formats.ts";
import { mergedRows } from "./merges.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { readSheet, type SheetWords } from "./sheet-reader.ts";

interface SheetName {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

interface Workbook {
  readonly sheets: readonly SheetName[];
  /** Days are counted from 1904, as old Macintosh files do. */
  readonly from1904: boolean;
}

/** Refuses with file-unreadable and file-too-complex. */
export function readXlsx(file: OfficePackage): FileParts {
  const notices = new Set<ContentNotice>(file.hasMacros ? ["macros-ignored"] : []);
  const workbook = readWorkbook(file);
  const relations = file.relationsOf(file.main);
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.part;
  const words: SheetWords = {
    strings: readSharedStrings(file, partOf("sharedStrings")),
    format: readFormats(file, partOf("styles"), workbook.from1904),
    notices,
    rows: 0,
  };
  const parts: Part[] = [];
  for (const { name, hidden, relation } of workbook.sheets) {
    const sheet = relations.find(({ id, type }) => id === relation && type === "worksheet");
    if (!sheet) continue;
    if (hidden) {
      notices.add("hidden-left-out");
      continue;
    }
    const bytes = file.read(sheet.part);
    if (bytes === null) throw new Refusal("file-unreadable");
    for (const { type } of file.relationsOf(sheet.part)) {
      if (type === "drawing") notices.add("pictures-ignored");
      if (type === "comments" || type === "threadedComment") notices.add("comments-ignored");
    }
    const rows = mergedRows(readSheet(bytes, words));
    if (rows.length > 0) parts.push({ kind: "table", rows, sheet: name, blanksUnknown: false });
  }
  return { parts, notices };
}

function readWorkbook(file: OfficePackage): Workbook {
  const bytes = file.read(file.main);
  if (bytes === null) throw new Refusal("file-unreadable");
  const sheets: SheetName[] = [];
  let from1904 = false;
  readXml(bytes, {
    open(tag) {
      if (tag.name === "workbookPr") from1904 = ["1", "true"].includes(tag.attribute("date1904") ?? "");
      if (tag.name !== "sheet") return;
      const hidden = (tag.attribute("state") ?? "visible") !== "visible";
      sheets.push({ name: tag.attribute("name") ?? "", hidden, relation: tag.attribute("id") ?? "" });
    },
  });
  return { sheets, from1904 };
}
