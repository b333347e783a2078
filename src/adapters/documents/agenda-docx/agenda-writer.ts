// Writes the agenda as .docx. It follows the layout of GB/T 9704-2012.
import { Document, Packer, SectionType } from "docx";
import type { AgendaWriter } from "../../../app/meetings/agenda-writer.ts";
import type { Agenda } from "../../../domain/meetings/agenda-types.ts";
import { paperDate } from "../../../domain/meetings/notation.ts";
import type { Reason } from "../../../domain/reason.ts";
import { footers, LANDSCAPE, nameFallbackFonts, PORTRAIT, STYLES } from "./layout.ts";
import { ledgerTable } from "./ledger-table.ts";
import { annexMark, body, emptyLine, labelled, signature, titleLine } from "./paragraphs.ts";
import { sectionParagraphs } from "./sections.ts";
import type { PaperWords } from "./words.ts";

const TITLE = "责任事项联席会议议程（草案）";
const OFFICE = "责任事项联席会议办公室";
const LEDGER = "责任事项进展台账";

export function createAgendaWriter(words: PaperWords): AgendaWriter {
  return { write: (agenda) => writeAgenda(agenda, words) };
}

async function writeAgenda(agenda: Agenda, words: PaperWords): Promise<Uint8Array> {
  const document = new Document({
    title: TITLE,
    creator: OFFICE,
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    sections: [
      { properties: PORTRAIT, footers: footers(), children: agendaPages(agenda, words) },
      {
        properties: { ...LANDSCAPE, type: SectionType.NEXT_PAGE },
        footers: footers(),
        children: [annexMark("附件"), emptyLine(), titleLine(LEDGER), ledgerTable(agenda, words)],
      },
    ],
  });
  nameFallbackFonts(document);
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function agendaPages(agenda: Agenda, words: PaperWords) {
  const sayReason = (why: Reason) => words.sayReason(why, agenda.compiledOn);
  return [
    titleLine(TITLE),
    emptyLine(),
    labelled("会议时间", paperDate(agenda.meetingDate)),
    labelled("材料截止", paperDate(agenda.cutOff)),
    labelled("预计用时", `${agenda.totalMinutes}分钟`),
    ...(agenda.warnings ?? []).map((why) => labelled("提示", sayReason(why))),
    ...agenda.sections.flatMap((section) => sectionParagraphs(section, sayReason)),
    emptyLine(),
    body(`附件：${LEDGER}`, { keepNext: true }),
    emptyLine({ keepNext: true }),
    signature(OFFICE, { keepNext: true }),
    signature(paperDate(agenda.compiledOn)),
  ];
}
