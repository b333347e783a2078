// A grid as a file of every format that has tables.
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import ExcelJS from "exceljs";
import type { Grid, GridCell } from "./grid.ts";

/** One table after another, under a title. Bytes of the file. */
export type TableWriter = (title: string, tables: readonly Grid[]) => Promise<Uint8Array>;

export const writeDocx: TableWriter = async (title, tables) => {
  const children = tables.flatMap((grid) => [docxTable(grid), new Paragraph("")]);
  const document = new Document({ sections: [{ children: [new Paragraph(title), ...children] }] });
  return new Uint8Array(await Packer.toArrayBuffer(document));
};

function docxTable(grid: Grid): Table {
  return new Table({
    rows: grid.map(
      (row) =>
        new TableRow({
          children: written(row).map(
            ({ text, rows, columns }) =>
              new TableCell({
                rowSpan: rows,
                columnSpan: columns,
                children: text.split("\n").map((line) => new Paragraph(line)),
              }),
          ),
        }),
    ),
  });
}

/** One sheet for every table, the title in the rows above it. */
export const writeXlsx: TableWriter = async (title, tables) => {
  const book = new ExcelJS.Workbook();
  for (const [i, grid] of tables.entries()) {
    const sheet = book.addWorksheet(`表${i + 1}`);
    const width = grid[0]?.length ?? 1;
    sheet.getCell(1, 1).value = title;
    sheet.mergeCells(1, 1, 1, width);
    for (const [r, row] of grid.entries()) {
      for (const [c, cell] of row.entries()) {
        if (!cell) continue;
        sheet.getCell(r + 3, c + 1).value = cell.text;
        if (cell.rows * cell.columns > 1) sheet.mergeCells(r + 3, c + 1, r + 2 + cell.rows, c + cell.columns);
      }
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
};

export const writeHtml: TableWriter = async (title, tables) => {
  const lines = (text: string) => text.split("\n").map(escapeHtml).join("<br>");
  const cell = ({ text, rows, columns }: GridCell) => `<td rowspan="${rows}" colspan="${columns}">${lines(text)}</td>`;
  const table = (grid: Grid) =>
    `<table>${grid.map((row) => `<tr>${written(row).map(cell).join("")}</tr>`).join("\n")}</table>`;
  const body = `<h1>${escapeHtml(title)}</h1>\n${tables.map(table).join("\n<p></p>\n")}`;
  return encode(`<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`);
};

/** What is covered is blank: the format has no merged cells. */
export const writeMarkdown: TableWriter = async (title, tables) => {
  const cell = (text: string) => ` ${text.replaceAll("\n", "<br>")} `;
  const table = (grid: Grid) =>
    grid
      .map((row) => `|${row.map((c) => cell(c?.text ?? "")).join("|")}|`)
      .flatMap((line, i) => (i === 0 ? [line, `|${(grid[0] ?? []).map(() => "---").join("|")}|`] : [line]))
      .join("\n");
  return encode(`# ${title}\n\n${tables.map(table).join("\n\n")}\n`);
};

export const writeCsv: TableWriter = async (_, tables) => {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = tables.flatMap((grid) => grid.map((row) => row.map((c) => cell(c?.text ?? "")).join(",")));
  return encode(`\uFEFF${rows.join("\r\n")}\r\n`);
};

function written(row: Grid[number]): GridCell[] {
  return row.filter((cell) => cell !== null);
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
