// The local workspace: a Slack on this machine, people named by their roles, a sample register, and a first digest waiting.
import { readFile } from "node:fs/promises";
import type { Database } from "./adapters/db/client.ts";
import { forgetSent } from "./adapters/db/forget-sent.ts";
import { type LocalSlack, startLocalSlack } from "./adapters/workspace/local-slack.ts";
import type { UseCases } from "./app/use-cases.ts";
import { addDays, addWorkingDays, type WorkingCalendar } from "./domain/calendar.ts";
import type { OfficeClock } from "./office-clock.ts";
import { print } from "./terminal/output.ts";
import { say, sayDate } from "./text/say.ts";

const SECRETARY = { id: "U0SECRETARY", name: "联席办秘书" };
const CHAIR = { id: "U0CHAIR", name: "联席会议召集人" };

/** Contacts by unit. The other units of the sample have none, so that one sees how the bot says so. */
const CONTACTS = [
  { id: "U0MINZHENG", unit: "市民政局" },
  { id: "U0JIAOYU", unit: "市教育局" },
  { id: "U0CAIZHENG", unit: "市财政局" },
  { id: "U0RENSHE", unit: "市人力资源社会保障局" },
  { id: "U0WEIJIAN", unit: "市卫生健康委" },
  { id: "U0GONGXIN", unit: "市工业和信息化局" },
  { id: "U0FAGAI", unit: "市发展改革委" },
  { id: "U0DONGHU", unit: "东湖区人民政府" },
  { id: "U0XISHAN", unit: "西山县人民政府" },
].map((contact) => ({ ...contact, name: `${contact.unit}联络员` }));

const GROUP = { name: "各县区人民政府", members: ["东湖区人民政府", "西山县人民政府"] };

const SAMPLES = ["责任分工.txt", "实施意见.txt"];

/** Far enough for the timetable, near enough that both cut-offs are being reminded of today. */
const WORKING_DAYS_TO_MEETING = 18;

export interface LocalWorkspace {
  readonly slack: LocalSlack;
  readonly secretaries: readonly string[];
  readonly chairs: readonly string[];
  /** The embedded database's own folder: the sample never mixes with real work. */
  readonly folder: string;
  prepare(office: Office): Promise<void>;
  printWelcome(clock: OfficeClock): void;
  stop(): Promise<void>;
}

interface Office {
  readonly useCases: UseCases;
  readonly clock: OfficeClock;
  readonly calendar: WorkingCalendar;
  readonly database: Database;
}

/** Starts the local Slack server. Throws `port-in-use` or `workspace-missing`. */
export async function openLocalWorkspace(port: number): Promise<LocalWorkspace> {
  const people = [SECRETARY, CHAIR, ...CONTACTS];
  const slack = await startLocalSlack({
    port,
    users: people.map(({ id, name }) => ({ id, name, realName: name })),
    channels: [{ id: "C0OFFICE", name: "联席会议", members: people.map(({ id }) => id) }],
  });
  return {
    slack,
    secretaries: [SECRETARY.id],
    chairs: [CHAIR.id],
    folder: "workspace",
    prepare: async (office) => {
      await setDate(office);
      if ((await office.useCases.listUnits()).length === 0) await seed(office);
    },
    printWelcome: (clock) => printWelcome(slack, clock),
    stop: slack.stop,
  };
}

/** The bot's date: a working day, so that there is something to see, and not before the digests of the last run. */
async function setDate({ clock, calendar, database }: Office): Promise<void> {
  const reached = await forgetSent(database.prisma);
  let date = reached !== null && reached > clock.today() ? reached : clock.today();
  while (!calendar.isWorkingDay(date)) date = addDays(date, 1);
  if (date === clock.today()) return;
  clock.moveTo(date);
  print(say("cli.start-moved", { date: sayDate(date) }));
}

/** Imports the sample documents, names their contacts and sets a meeting, as the secretary would. */
async function seed({ useCases, clock, calendar }: Office): Promise<void> {
  const by = SECRETARY.id;
  for (const fileName of SAMPLES) {
    const bytes = await readFile(new URL(`../examples/${fileName}`, import.meta.url));
    await useCases.importDocument({ fileName, bytes, by });
  }
  await useCases.setGroupMembers({ groupName: GROUP.name, memberNames: GROUP.members, by });
  for (const { unit, id } of CONTACTS) {
    await useCases.nameContact({ unitName: unit, person: id, role: "primary", by });
  }
  await useCases.setMeeting({ date: addWorkingDays(clock.today(), WORKING_DAYS_TO_MEETING, calendar), by });
}

function printWelcome(slack: LocalSlack, clock: OfficeClock): void {
  const contact = CONTACTS[0]?.name ?? "";
  for (const line of [
    "",
    say("cli.start-local", { url: slack.url }),
    say("cli.start-act-as", { secretary: SECRETARY.name, contact }),
    say("cli.start-try"),
    say("cli.start-try-reply", { contact }),
    say("cli.start-try-ask"),
    say("cli.start-try-agenda", { date: addDays(clock.today(), 7) }),
    say("cli.start-stop"),
  ]) {
    print(line);
  }
}
