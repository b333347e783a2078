// The port to the agenda as a file.
import type { Agenda } from "../../domain/meetings/agenda-types.ts";

export interface AgendaWriter {
  /** The agenda as .docx, in the layout of GB/T 9704-2012. */
  write(agenda: Agenda): Promise<Uint8Array>;
}
