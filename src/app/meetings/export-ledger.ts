// The ledger as a file, for those who may have it.
import { compileLedgerBook, type LedgerBook } from "../../domain/meetings/ledger-book.ts";
import { can } from "../../domain/permission.ts";
import { Refusal } from "../../errors.ts";
import type { Actor, Ports } from "../ports.ts";

export type LedgerFormat = "xlsx" | "csv";

export interface LedgerWriter {
  /** As .xlsx with all sheets, or as .csv of the first with a UTF-8 BOM. */
  write(book: LedgerBook, format: LedgerFormat): Promise<Uint8Array>;
}

export interface ExportedLedger {
  readonly tasks: number;
  /** False for a contact, who gets the rows of their own units. */
  readonly whole: boolean;
  readonly bytes: Uint8Array;
}

/** Secretary and chair get everything, a contact the tasks of their units. Throws `no-ledger` for everybody else. */
export async function exportLedger(
  ports: Pick<Ports, "registerStore" | "ledgerWriter" | "calendar" | "clock" | "secretaries" | "chairs">,
  { format, by }: { format: LedgerFormat; by: Actor },
): Promise<ExportedLedger> {
  const today = ports.clock.today();
  const whole = can(by, "see-whole-ledger", ports);
  const register = await ports.registerStore.load(today);
  const closedDates = await ports.registerStore.closedDates();
  const book = compileLedgerBook({ register, closedDates, today, calendar: ports.calendar, onlyOf: whole ? null : by });
  const tasks = book.sheets[0].lines.length;
  if (tasks === 0 && !whole) throw new Refusal("no-ledger");
  return { tasks, whole, bytes: await ports.ledgerWriter.write(book, format) };
}
