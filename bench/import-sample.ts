// The .docx that the import is measured on: one table of 5,000 tasks.
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";

export const ROWS = 5_000;

const UNITS = ["市财政局", "市教育局", "市人力资源社会保障局", "市发展改革委", "市工业和信息化局", "各县区人民政府"];

export async function sampleDocx(): Promise<Uint8Array> {
  const head = ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"];
  const rows = [head, ...Array.from({ length: ROWS }, (_, i) => rowOf(i + 1))];
  const table = new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map(cellOf) })) });
  const children = [new Paragraph("关于加快职业教育发展的责任分工"), table];
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

function rowOf(number: number): string[] {
  const unit = (offset: number) => UNITS[(number + offset) % UNITS.length] ?? "";
  const targets = `到2025年建成产教融合实训基地${(number % 50) + 1}个以上，每年培训不少于${(number % 900) + 100}人次`;
  const deadline = `2025年${(number % 12) + 1}月底前`;
  return [`${number}`, `推进第${number}项实训基地建设，${targets}`, unit(0), `${unit(1)}、${unit(2)}`, deadline];
}

function cellOf(text: string): TableCell {
  return new TableCell({ children: [new Paragraph(text)] });
}
