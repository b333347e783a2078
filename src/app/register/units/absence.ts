// Who is away and who stands in: set, shown and taken back by the contact, or by the secretary for a unit's contact.
import type { IsoDate } from "../../../domain/calendar.ts";
import { authorise, type People } from "../../../domain/permission.ts";
import type { Register } from "../../../domain/register/register.ts";
import type { Contact, Unit } from "../../../domain/register/unit.ts";
import { ASKING_ORDER, awayOn, recipientFor } from "../../../domain/reminders/recipient.ts";
import { Refusal } from "../../../errors.ts";
import { readAbsence } from "../../../reading/absence-phrase.ts";
import type { Ports } from "../../ports.ts";
import { findUnit } from "./find-unit.ts";
import type { AbsenceView, UnitUseCases } from "./unit-use-cases.ts";

type AbsencePorts = Pick<Ports, "registerStore" | "unitStore" | "directory" | "clock" | "secretaries">;

/** Throws `bad-absence`, `past-date`, `bad-period`, and for the substitute `unknown-person`, `person-is-bot`, `person-is-guest` or `substitute-self`. */
export async function setAbsence(
  ports: AbsencePorts,
  { text, ...whose }: Parameters<UnitUseCases["setAbsence"]>[0],
): ReturnType<UnitUseCases["setAbsence"]> {
  const register = await ports.registerStore.load();
  const rows = rowsOf(register, whose, ports);
  const today = ports.clock.today();
  const wanted = readAbsence(text, today);
  if (wanted === null) throw new Refusal("bad-absence", { text });
  const { from, to, person } = wanted;
  if (to < from) throw new Refusal("bad-period", { from, to });
  if (to < today) throw new Refusal("past-date", { date: to });
  const substitute = person === null ? null : await findSubstitute(ports, person, rows);
  for (const { contact } of rows) await ports.unitStore.saveAbsence(contact.id, { from, to, substitute }, whose.by);
  return showAbsence(ports, whose);
}

/** Absences that are not over, with who is asked meanwhile; empty where nobody is away. */
export async function showAbsence(
  ports: Pick<Ports, "registerStore" | "clock" | "secretaries">,
  whose: Parameters<UnitUseCases["showAbsence"]>[0],
): ReturnType<UnitUseCases["showAbsence"]> {
  const today = ports.clock.today();
  const register = await ports.registerStore.load();
  return rowsOf(register, whose, ports).flatMap(({ unit, contact }): AbsenceView[] => {
    const { absence } = contact;
    if (absence === undefined || absence.to < today) return [];
    const day = absence.from < today ? today : absence.from;
    const asked = recipientFor(unit, awayOn(register.units.values(), day));
    return [{ unitName: unit.name, contactName: contact.name, ...absence, asked }];
  });
}

/** Throws `no-absence` where nobody was away. */
export async function cancelAbsence(
  ports: Pick<Ports, "registerStore" | "unitStore" | "clock" | "secretaries">,
  whose: Parameters<UnitUseCases["cancelAbsence"]>[0],
): ReturnType<UnitUseCases["cancelAbsence"]> {
  const today = ports.clock.today();
  const rows = rowsOf(await ports.registerStore.load(), whose, ports);
  const away = rows.filter(({ contact }) => isAhead(contact, today));
  if (away.length === 0) throw new Refusal("no-absence");
  for (const { contact } of away) await ports.unitStore.saveAbsence(contact.id, null, whose.by);
  return { people: [...new Set(away.map(({ contact }) => contact.name))], units: away.map(({ unit }) => unit.name) };
}

function isAhead({ absence }: Contact, today: IsoDate): boolean {
  return absence !== undefined && absence.to >= today;
}

interface Row {
  readonly unit: Unit;
  readonly contact: Contact;
}

/** The rows of the person themselves; of a named unit, for the secretary, the row of who is asked first. */
function rowsOf(register: Register, { unitName, by }: { unitName: string | null; by: string }, people: People): Row[] {
  if (unitName === null) {
    const own = [...register.units.values()].flatMap((unit) =>
      unit.contacts.filter((contact) => contact.slackUser === by).map((contact) => ({ unit, contact })),
    );
    if (own.length === 0) throw new Refusal("not-a-contact");
    return own;
  }
  authorise(by, "set-absence-of-others", people);
  const unit = findUnit(unitName, register);
  const [contact] = ASKING_ORDER.flatMap((role) => unit.contacts.filter((one) => one.role === role));
  if (contact === undefined) throw new Refusal("no-contact-yet", { unit: unit.name });
  return [{ unit, contact }];
}

async function findSubstitute(
  { directory }: Pick<Ports, "directory">,
  person: string,
  rows: readonly Row[],
): Promise<{ slackUser: string; name: string }> {
  const found = await directory.find(person);
  if (!found) throw new Refusal("unknown-person", { person });
  if (found.isBot) throw new Refusal("person-is-bot", { person: found.name });
  if (found.isGuest === true) throw new Refusal("person-is-guest", { person: found.name });
  if (rows.some(({ contact }) => contact.slackUser === found.id)) {
    throw new Refusal("substitute-self", { person: found.name });
  }
  return { slackUser: found.id, name: found.name };
}
