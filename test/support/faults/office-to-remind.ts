// A register that asks many people for much: every unit leads five tasks and supports five of its neighbours'.
import type { Database } from "../../../src/adapters/db/client.ts";
import { setMeeting } from "../../../src/app/meetings/set-meeting.ts";
import { storesOn } from "../../../src/composition/stores.ts";
import type { IsoDate } from "../../../src/domain/calendar.ts";
import { OPERATOR } from "../../../src/domain/permission.ts";
import { aDraft, aDraftTask } from "../drafts.ts";
import { weekdays } from "../facts.ts";
import type { FakeUser } from "../fake-slack-state.ts";
import { testClock } from "../office.ts";

export const SECRETARY = "USECRETARY";
const TASKS_OF_A_UNIT = 5;
/** One contact in so many has left Slack. */
const GONE_ONE_IN = 40;

const FIRST_DAY: IsoDate = "2026-11-02";
const MEETING: IsoDate = "2026-12-23";

/** Fills an empty database with `units` units, each with a contact. */
export async function fillOffice(database: Database, units: number): Promise<void> {
  const stores = storesOn(database, () => Promise.reject(new Error("nothing is sent while filling")));
  const nameOf = (unit: number) => `市第${(unit % units) + 1}局`;
  const tasks = Array.from({ length: units * TASKS_OF_A_UNIT }, (_, n) =>
    aDraftTask(String(n + 1), [nameOf(n)], [nameOf(n + 1 + Math.floor(n / units))]),
  );
  const draft = aDraft("责任分工", tasks);
  await stores.registerStore.saveDocument({ draft, sha256: "a".repeat(64), fileName: "责任分工.txt", by: OPERATOR });
  for (const { id, name } of (await stores.registerStore.load()).units.values()) {
    const slackUser = `U${name.replaceAll(/\D/g, "")}`;
    const contact = { unitId: id, slackUser, name: `${name}联络员`, role: "primary" as const, by: OPERATOR };
    await stores.unitStore.saveContact(contact);
  }
  const ports = { ...stores, calendar: weekdays, clock: testClock(FIRST_DAY), secretaries: [] };
  await setMeeting(ports, { date: MEETING, by: OPERATOR });
}

/** The Slack users of that office; some have left. */
export function usersOf(units: number): FakeUser[] {
  const contacts = Array.from({ length: units }, (_, n) => ({
    id: `U${n + 1}`,
    name: `contact${n + 1}`,
    realName: `市第${n + 1}局联络员`,
    deleted: (n + 1) % GONE_ONE_IN === 0,
  }));
  return [...contacts, { id: SECRETARY, name: "secretary", realName: "联席办" }];
}

/** Takes back everything that was planned, so that the same office can be reminded anew. */
export async function forgetReminders(database: Database): Promise<void> {
  await database.prisma
    .$executeRaw`TRUNCATE "Digest", "Reminder", "Tick", "ReminderResponse", "EscalationStop" CASCADE`;
}

/** The first day and the working days after it, up to the meeting. */
export function workingDays(): IsoDate[] {
  const days: IsoDate[] = [];
  for (let time = Date.parse(FIRST_DAY); time < Date.parse(MEETING); time += 86_400_000) {
    const day = new Date(time).toISOString().slice(0, 10);
    if (weekdays.isWorkingDay(day)) days.push(day);
  }
  return days;
}
