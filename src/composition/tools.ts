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
import { speaking } from "../text/speaking.ts";

/** The agenda and the ledger are papers of the office and no speech of the bot: Chinese for whoever asks for them. */
const ON_PAPER: Parameters<typeof createAgendaWriter>[0] & Parameters<typeof createLedgerWriter>[0] = {
  sayReason: (...why) => speaking("zh", () => sayReason(...why)),
  sayStatus: (...status) => speaking("zh", () => sayStatus(...status)),
};

/** The ports that are neither store nor chat nor clock. */
export function toolsOf(
  config: Config,
): Pick<Ports, "calendar" | "documentReader" | "agendaWriter" | "ledgerWriter" | "model"> {
  return {
    calendar: openOfficeCalendar(config.dataFolder, config.holidays),
    documentReader: createDocumentReader(),
    agendaWriter: createAgendaWriter(ON_PAPER),
    ledgerWriter: createLedgerWriter(ON_PAPER),
    model:
      config.model &&
      createOpenAiModel(config.model, {
        searchTerms: readPrompt("search-terms"),
        readClause: readPrompt("read-clause"),
        readReply: readPrompt("read-reply"),
      }),
  };
}
