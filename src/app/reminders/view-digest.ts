// A digest as it stands now, for delivery, for 全部查看 and for redrawing.
import type { Register } from "../../domain/register/register.ts";
import type { DigestView } from "../../domain/reminders/digest.ts";
import { viewDigest as draw } from "../../domain/reminders/digest-view.ts";
import { type DigestFacts, digestFacts } from "../../domain/reminders/drawing/digest-facts.ts";
import type { ReminderResponse } from "../../domain/reminders/responses.ts";
import type { Ports } from "../ports.ts";
import type { ReminderStore } from "./reminder-store.ts";
import { indexAsNow } from "./responses/load-responses.ts";

type FoundDigest = NonNullable<Awaited<ReturnType<ReminderStore["find"]>>>;

type ViewPorts = Pick<Ports, "registerStore" | "responseStore" | "calendar" | "clock">;

/** Null when there is no such digest. */
export async function viewDigest(
  ports: ViewPorts & Pick<Ports, "reminderStore">,
  digestId: number,
): Promise<DigestView | null> {
  const found = await ports.reminderStore.find(digestId);
  if (found === null) return null;
  const taskIds = [...new Set(found.reminders.map((reminder) => reminder.taskId))];
  const [around, said] = await Promise.all([
    ports.registerStore.loadAround(taskIds),
    ports.responseStore.newest(taskIds),
  ]);
  // A card of the office goes on naming the unit that handed its task back, which may have nothing to do with the task any more.
  const isGone = found.reminders.some(({ reason, unitId }) => reason.code === "not-mine" && !around.units.has(unitId));
  const register = isGone ? await ports.registerStore.load() : around;
  return draw({ ...found, facts: factsOf(ports, register, said) });
}

/**
 * For who has the digest already: what it asks never changes, the facts about it do. From the whole register, which
 * hundreds of deliveries of one second share.
 */
export async function viewFound(ports: ViewPorts, found: FoundDigest): Promise<DigestView> {
  const [register, said] = await Promise.all([ports.registerStore.load(), ports.responseStore.newest()]);
  return draw({ ...found, facts: factsOf(ports, register, said) });
}

/** Deliveries share what they load (see sharing-loads.ts): what is the same object is indexed once. */
const INDEXED = new WeakMap<Register, { readonly said: readonly ReminderResponse[]; readonly facts: DigestFacts }>();

function factsOf(
  { clock, calendar }: Pick<Ports, "clock" | "calendar">,
  register: Register,
  said: readonly ReminderResponse[],
): DigestFacts {
  const today = clock.today();
  const known = INDEXED.get(register);
  if (known?.said === said && known.facts.today === today) return known.facts;
  const facts = digestFacts({ register, today, calendar, responses: indexAsNow(said, register) });
  INDEXED.set(register, { said, facts });
  return facts;
}
