// The status machine, cell by cell: given a state, when something happens, then the next state or the refusal.
import { describe, expect, it, test } from "vitest";
import type { TaskState } from "../../../src/domain/register/task.ts";
import type { Request } from "../../../src/domain/status/request.ts";
import type { Status } from "../../../src/domain/status/status.ts";
import {
  allows,
  REQUEST_TRANSITIONS,
  type RequestEvent,
  requestAfter,
  STATUS_STEPS,
  type StatusStep,
  statusStep,
  TASK_TRANSITIONS,
  type TaskEvent,
  taskAfter,
} from "../../../src/domain/status/transitions.ts";
import { Refusal } from "../../../src/errors.ts";

const TASK_STATES: readonly TaskState[] = ["open", "closed", "withdrawn", "superseded"];

/** Written out by hand, a column for each state: what the table must say. */
const TASK_CELLS: readonly [TaskEvent, ...string[]][] = [
  ["report", "open", "closed-task", "withdrawn-task", "superseded-task"],
  ["ask-extension", "open", "closed-task", "withdrawn-task", "superseded-task"],
  ["approve-extension", "open", "closed-task", "withdrawn-task", "superseded-task"],
  ["send-back-extension", "open", "closed", "withdrawn", "superseded"],
  ["ask-closure", "open", "closed-task", "withdrawn-task", "superseded-task"],
  ["approve-closure", "closed", "closed-task", "withdrawn-task", "superseded-task"],
  ["send-back-closure", "open", "closed", "withdrawn", "superseded"],
  ["reopen", "task-not-closed", "open", "withdrawn-task", "superseded-task"],
  ["set-light", "open", "closed-task", "withdrawn-task", "superseded-task"],
  ["amend", "open", "closed", "withdrawn-task", "superseded-task"],
  ["withdraw", "withdrawn", "withdrawn", "withdrawn-task", "superseded-task"],
  ["supersede", "superseded", "superseded", "withdrawn-task", "superseded-task"],
];

/** The next state, or the code of the refusal. */
function outcome(step: () => string): string {
  try {
    return step();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe("a task", () => {
  const cells = TASK_CELLS.flatMap(([event, ...outcomes]) =>
    TASK_STATES.map((state, i): [TaskState, TaskEvent, string] => [state, event, outcomes[i] ?? ""]),
  );
  test.each(cells)("given it is %s, when %s, then %s", (state, event, then) => {
    expect(outcome(() => taskAfter(state, event, "21 订单班"))).toBe(then);
    expect(allows(state, event)).toBe(TASK_STATES.some((one) => one === then));
  });

  it("has no other cells", () => {
    expect(Object.keys(TASK_TRANSITIONS).toSorted()).toEqual(TASK_STATES.toSorted());
    for (const row of Object.values(TASK_TRANSITIONS)) {
      expect(Object.keys(row).toSorted()).toEqual(TASK_CELLS.map(([event]) => event).toSorted());
    }
  });

  it("is named in the refusal", () => {
    expect(() => taskAfter("closed", "report", "21 订单班")).toThrow(
      expect.objectContaining({ details: { task: "21 订单班" } }),
    );
  });
});

describe("a request", () => {
  test.each<[Request["state"], RequestEvent, string]>([
    ["pending", "approve", "approved"],
    ["pending", "send-back", "sent_back"],
    ["approved", "approve", "request-decided"],
    ["approved", "send-back", "request-decided"],
    ["sent_back", "approve", "request-decided"],
    ["sent_back", "send-back", "request-decided"],
  ])("given it is %s, when the office decides %s, then %s", (state, event, then) => {
    expect(outcome(() => requestAfter(state, event))).toBe(then);
  });

  it("has no other cells", () => {
    expect(Object.values(REQUEST_TRANSITIONS).flatMap((row) => Object.keys(row))).toHaveLength(6);
  });
});

describe("a unit's status", () => {
  const AFTER: readonly Status[] = ["not_started", "on_track", "at_risk", "blocked", "done"];
  const rows: readonly [Status | null, ...StatusStep[]][] = [
    [null, "first", "first", "first", "first", "done"],
    ["not_started", "same", "changed", "changed", "changed", "done"],
    ["on_track", "falls-back", "same", "changed", "changed", "done"],
    ["at_risk", "falls-back", "changed", "same", "changed", "done"],
    ["blocked", "falls-back", "changed", "changed", "same", "done"],
    ["done", "takes-back", "takes-back", "takes-back", "takes-back", "done"],
  ];
  const cells = rows.flatMap(([last, ...steps]) =>
    AFTER.map((next, i): [Status | null, Status, StatusStep | undefined] => [last, next, steps[i]]),
  );
  test.each(cells)("given %s, when it reports %s, then %s", (last, next, step) => {
    expect(statusStep(last, next)).toBe(step);
  });

  it("has no other cells", () => {
    expect(Object.values(STATUS_STEPS).flatMap((row) => Object.keys(row))).toHaveLength(cells.length);
  });
});
