// What a person sees first. Loads around their own tasks, or reads what is kept of all: never the whole register.
import { taskName } from "../../domain/answers/task-card.ts";
import { addDays } from "../../domain/calendar.ts";
import { contactHome } from "../../domain/home/contact-home.ts";
import { can } from "../../domain/permission.ts";
import { nextMeeting } from "../../domain/register/occurrences.ts";
import type { Register } from "../../domain/register/register.ts";
import { taskLight } from "../../domain/status/task-light.ts";
import { overviewOf } from "../meetings/list-meetings.ts";
import type { Ports } from "../ports.ts";
import { pendingClaims } from "../reminders/responses/list-claims.ts";
import { indexAsNow } from "../reminders/responses/load-responses.ts";
import { requestViews } from "../status/requests/view-request.ts";
import type { MeetingOverview } from "../use-cases.ts";
import type { Page, Span } from "./home-store.ts";
import type { HomePage, HomeUseCases, OfficeHome, OfficeList, RedTask } from "./home-use-cases.ts";
import { refreshLights } from "./refresh-lights.ts";

/** Messages that were given up longer ago than these days have been seen to. */
const FAILED_DAYS = 7;

type HomePorts = Pick<
  Ports,
  | "registerStore"
  | "responseStore"
  | "homeStore"
  | "requestStore"
  | "closureStore"
  | "calendar"
  | "clock"
  | "secretaries"
  | "chairs"
>;

export async function viewHome(ports: HomePorts, input: Parameters<HomeUseCases["viewHome"]>[0]): Promise<HomePage> {
  const { by, view } = input;
  const today = ports.clock.today();
  const taskIds = await ports.registerStore.taskIdsOf(by);
  const mayOffice = can(by, "see-office-home", ports);
  const chair = can(by, "approve-agenda", ports);
  if (!mayOffice || (view === "own" && taskIds.length > 0)) {
    const [register, said] = await Promise.all([
      ports.registerStore.loadAround(taskIds, today),
      ports.responseStore.newest(taskIds),
    ]);
    const responses = indexAsNow(said, register);
    const own = contactHome({ actor: by, register, today, calendar: ports.calendar, responses });
    return { today, office: null, own, both: mayOffice, nextMeeting: meetingOf(register, ports), chair };
  }
  const { office, register } = await officeHome(ports, input);
  return { today, office, own: null, both: taskIds.length > 0, nextMeeting: meetingOf(register, ports), chair };
}

async function officeHome(
  ports: HomePorts,
  { starts, most, mostRequests }: Parameters<HomeUseCases["viewHome"]>[0],
): Promise<{ office: OfficeHome; register: Register }> {
  const { homeStore, requestStore, registerStore, clock } = ports;
  await refreshLights(ports);
  const span = (list: OfficeList): Span => ({ from: starts[list] ?? 0, most });
  const [lights, redIds, sections, units, owing, failed, uncontacted, pending, claims] = await Promise.all([
    homeStore.allLights(),
    homeStore.redTasks({ ...span("red"), most: mostRequests }),
    homeStore.lightsBy("section", span("sections")),
    homeStore.lightsBy("unit", span("units")),
    homeStore.owingUnits(span("owing")),
    homeStore.failedDigests(addDays(clock.today(), -FAILED_DAYS), span("failed")),
    homeStore.unitsWithoutContact(span("uncontacted")),
    requestStore.pending(),
    pendingClaims(ports),
  ]);
  const shown = pageOf(pending, { from: starts.requests ?? 0, most: mostRequests });
  const stored = (await Promise.all(shown.rows.map((id) => requestStore.find(id)))).filter((one) => one !== null);
  const register = await registerStore.loadAround([...stored.map((one) => one.taskId), ...redIds.rows]);
  const red = { ...redIds, rows: redIds.rows.flatMap((id) => redTask(id, register, ports) ?? []) };
  const requests = { ...shown, rows: await requestViews(stored, register, ports) };
  const office = {
    lights,
    red,
    sections,
    units,
    owing,
    requests,
    pending: pending.length,
    claims,
    failed,
    uncontacted,
  };
  return { office, register };
}

function redTask(id: number, register: Register, { calendar, clock }: HomePorts): RedTask | null {
  const task = register.tasks.find((one) => one.id === id);
  if (task === undefined) return null;
  const { reason } = taskLight({ task, register, today: clock.today(), calendar });
  return { taskId: id, taskName: taskName(task, register), title: task.title, reason };
}

function pageOf<T>(all: readonly T[], { from, most }: Span): Page<T> {
  return { rows: all.slice(from, from + most), more: all.length > from + most };
}

function meetingOf({ meetings }: Register, { calendar, clock }: HomePorts): MeetingOverview | null {
  const next = nextMeeting(meetings, clock.today());
  return next && overviewOf(next, calendar, clock.today());
}
