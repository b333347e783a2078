// The ports that need neither store nor chat.
import { openOfficeCalendar } from "../adapters/calendar/office-calendar.ts";
import { createAgendaWriter } from "../adapters/documents/agenda-docx/agenda-writer.ts";
import { createDocumentReader } from "../adapters/documents/document-reader.ts";
import { createLedgerWriter } from "../adapters/documents/ledger/ledger-writer.ts";
import { createOpenAiModel } from "../adapters/model/openai-model.ts";
import { readPrompt } from "../adapters/model/prompt-file.ts";
import type { Ports } from "../app/ports.ts";
import type { Config } from "../config.ts";
import { sayReason, sayStatus } from "../text/say.ts";

/** The ports that are neither store nor chat nor clock. */
export function toolsOf(
  config: Config,
): Pick<Ports, "calendar" | "documentReader" | "agendaWriter" | "ledgerWriter" | "model"> {
  return {
    calendar: openOfficeCalendar(config.dataFolder, config.holidays),
    documentReader: createDocumentReader(),
    agendaWriter: createAgendaWriter({ sayReason, sayStatus }),
    ledgerWriter: createLedgerWriter({ sayReason, sayStatus }),
    model:
      config.model &&
      createOpenAiModel(config.model, {
        searchTerms: readPrompt("search-terms"),
        readClause: readPrompt("read-clause"),
        readReply: readPrompt("read-reply"),
      }),
  };
}
