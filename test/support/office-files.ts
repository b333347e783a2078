// Office files made on the spot: by the libraries people use, or part by part where a file must be odd.
import { Document, type IParagraphOptions, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import ExcelJS from "exceljs";
import { strToU8, zipSync } from "fflate";

/** A cell: its words (lines divided by "\n"), or words with how far the cell reaches. */
type CellSpec = string | { readonly text: string; readonly columns?: number; readonly rows?: number };
export type BlockSpec = string | IParagraphOptions | readonly (readonly CellSpec[])[];

/** A .docx of paragraphs and tables, as `docx` writes it. */
export async function docxOf(...blocks: readonly BlockSpec[]): Promise<Uint8Array> {
  const children = blocks.map((block) => (Array.isArray(block) ? tableOf(block) : paragraphOf(block as string)));
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

function paragraphOf(block: string | IParagraphOptions): Paragraph {
  return new Paragraph(block as IParagraphOptions);
}

function tableOf(rows: readonly (readonly CellSpec[])[]): Table {
  return new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map((cell) => {
            const { text, columns = 1, rows: down = 1 } = typeof cell === "string" ? { text: cell } : cell;
            const children = text.split("\n").map((line) => new Paragraph(line));
            return new TableCell({ children, columnSpan: columns, rowSpan: down });
          }),
        }),
    ),
  });
}

/** An .xlsx as exceljs writes it. */
export async function xlsxOf(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/** The parts of a .docx with this body (`<w:p>…`), for files that no program writes. Further parts are related to the document. */
export function docxParts(body: string, further: Readonly<Record<string, string>> = {}): Record<string, Uint8Array> {
  const related = Object.keys(further).map(
    (name, i) => `<Relationship Id="r${i}" Type="${OFFICE}/${name.replace(/\.\w+$/, "")}" Target="${name}"/>`,
  );
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${TYPES}"><Override PartName="/word/document.xml" ContentType="${WORD_MAIN}"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${RELATIONS}"><Relationship Id="m" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${RELATIONS}">${related.join("")}</Relationships>`,
    "word/document.xml": `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
  };
  for (const [name, text] of Object.entries(further)) parts[`word/${name}`] = text;
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
}

/** A .docx with this body. */
export function oddDocx(body: string, further: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipSync(docxParts(body, further));
}

/** A paragraph of WordprocessingML. */
export function p(text: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** A table of WordprocessingML: rows of cells that are whole `<w:tc>` contents. */
export function tbl(rows: readonly (readonly string[])[], grid = ""): string {
  const row = (cells: readonly string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr>`;
  return `<w:tbl><w:tblGrid>${grid}</w:tblGrid>${rows.map(row).join("")}</w:tbl>`;
}
