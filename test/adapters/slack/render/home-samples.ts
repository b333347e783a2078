// Home pages of every kind, as many rows as wanted, with a text of people's wherever one stands.

import { REQUESTS } from "../../../../src/adapters/slack/render/home/lists.ts";
import type { CountedGroup, Page } from "../../../../src/app/home/home-store.ts";
import type { HomePage, OfficeHome } from "../../../../src/app/home/home-use-cases.ts";
import type { RequestView } from "../../../../src/app/status/requests/request-use-cases.ts";
import type { OwnTask, Waiting } from "../../../../src/domain/home/contact-home.ts";
import { reason } from "../../../../src/domain/reason.ts";
import { meeting, TODAY, times } from "./samples.ts";

const request: RequestView = {
  requestId: 5,
  kind: "extension",
  state: "pending",
  taskId: 1,
  taskName: "21",
  title: "订单班补助",
  unitName: "市财政局",
  reason: "雨季停工",
  proposedDate: "2027-01-29",
  requestedOn: "2026-11-20",
  requestedBy: "U1",
  dates: { original: "2026-12-31", current: "2026-12-31", changes: 1 },
  frozenUntil: null,
  decision: null,
};

export function ownTask(i: number, text: string, more: Partial<OwnTask> = {}): OwnTask {
  const instead = { code: "light-on-track", params: { date: "2026-11-20" } } as const;
  const set = { code: "light-set", params: { why: text, was: "green" }, instead } as const;
  return {
    taskId: i + 1,
    taskName: `${text}${i + 1}`,
    title: text,
    unitName: `${text}${i}`,
    role: i % 2 === 0 ? "lead" : "supporting",
    dueDate: "2026-12-09",
    daysLeft: 5,
    light: { colour: "yellow", reason: i % 5 === 3 ? set : { code: "light-no-report" } },
    closed: false,
    awaitsReceipt: i % 5 === 4,
    last: { status: "on_track", percent: 60, on: "2026-11-20" },
    ...more,
  };
}

/** As a store gives it: five rows, and whether there are more. */
function paged<T>(count: number, row: (i: number) => T): Page<T> {
  return { rows: times(Math.min(count, 5), row), more: count > 5 };
}

export function office(count: number, text: string): OfficeHome {
  const group = (i: number): CountedGroup => ({ name: text, section: text, red: i + 1, yellow: 2, green: 3, grey: 40 });
  return {
    lights: { red: count, yellow: 1, green: 20, grey: 4 },
    sections: paged(count, group),
    units: paged(count, (i) => ({ ...group(i), section: "" })),
    owing: paged(count, (i) => ({ name: text, owing: i + 1, tasks: 9 })),
    requests: paged(Math.min(count, REQUESTS), (i) => ({
      ...request,
      requestId: i + 1,
      title: text,
      unitName: text,
      reason: text,
    })),
    pending: count,
    red: paged(Math.min(count, REQUESTS), (i) => ({
      taskId: i,
      taskName: `${text}${i}`,
      title: text,
      reason: reason("light-blocked", { date: "2026-12-01" }),
    })),
    claims: times(count, (i) => ({
      ...{ responseId: i + 1, taskId: i + 1, taskName: `${text}${i}`, title: text },
      ...{ unitName: text, reason: text, on: "2026-12-01" },
    })),
    failed: paged(count, (i) => ({
      ...{ slackUser: text, person: i % 2 === 0 ? text : null, unit: text, date: "2026-12-01" },
      error: i % 2 === 0 ? "user_disabled" : text,
    })),
    uncontacted: paged(count, () => text),
  };
}

export function homePage(kind: "office" | "own" | "observer", count: number, text: string): HomePage {
  const waiting = (i: number): Waiting => {
    const task = { taskId: i + 1, taskName: `${text}${i}`, title: text };
    if (i % 2 === 0) return { ...task, kind: "answers", answered: 1, total: 4, missing: [text, text, text] };
    const proposedDate = i % 3 === 0 ? null : "2026-12-20";
    return { ...task, kind: "request", request: "extension", proposedDate, requestedOn: "2026-11-20" };
  };
  return {
    today: TODAY,
    office: kind === "office" ? office(count, text) : null,
    own:
      kind === "own"
        ? {
            now: times(count, (i) =>
              ownTask(i, text, i % 3 === 2 ? { dueDate: null, daysLeft: null, last: null } : {}),
            ),
            waiting: times(count, waiting),
            done: times(count, (i) => ownTask(i, text, { closed: i % 2 === 0 })),
          }
        : null,
    both: count % 2 === 1 && kind !== "observer",
    chair: kind === "observer",
    nextMeeting: count > 3 ? meeting("2026-12-16", 9) : null,
  };
}
