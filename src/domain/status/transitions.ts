// The status machine as tables: what becomes of a task, of a request and of a unit's status by each event, or why it does not happen.
import { Refusal, type RefusalCode } from "../../errors.ts";
import type { TaskState } from "../register/task.ts";
import type { Request } from "./request.ts";
import type { Status } from "./status.ts";

/** What can happen to a task. Extensions and closures are asked for by units and decided by the office. */
export type TaskEvent =
  | "report"
  | "ask-extension"
  | "approve-extension"
  | "send-back-extension"
  | "ask-closure"
  | "approve-closure"
  | "send-back-closure"
  | "reopen"
  | "set-light"
  | "amend"
  | "withdraw"
  | "supersede";

/** The state that follows, or the refusal. */
export type Cell<State> = { readonly to: State } | { readonly refuse: RefusalCode };

/** A request that was left over is settled by sending it back, whatever became of its task. A newer document changes what counts. */
export const TASK_TRANSITIONS: Readonly<Record<TaskState, Readonly<Record<TaskEvent, Cell<TaskState>>>>> = {
  open: {
    report: { to: "open" },
    "ask-extension": { to: "open" },
    "approve-extension": { to: "open" },
    "send-back-extension": { to: "open" },
    "ask-closure": { to: "open" },
    "approve-closure": { to: "closed" },
    "send-back-closure": { to: "open" },
    reopen: { refuse: "task-not-closed" },
    "set-light": { to: "open" },
    amend: { to: "open" },
    withdraw: { to: "withdrawn" },
    supersede: { to: "superseded" },
  },
  closed: {
    report: { refuse: "closed-task" },
    "ask-extension": { refuse: "closed-task" },
    "approve-extension": { refuse: "closed-task" },
    "send-back-extension": { to: "closed" },
    "ask-closure": { refuse: "closed-task" },
    "approve-closure": { refuse: "closed-task" },
    "send-back-closure": { to: "closed" },
    reopen: { to: "open" },
    "set-light": { refuse: "closed-task" },
    amend: { to: "closed" },
    withdraw: { to: "withdrawn" },
    supersede: { to: "superseded" },
  },
  withdrawn: leftBehind("withdrawn", "withdrawn-task"),
  superseded: leftBehind("superseded", "superseded-task"),
};

/** A newer document no longer has the task: nothing happens to it any more. */
function leftBehind(state: TaskState, refuse: RefusalCode): Readonly<Record<TaskEvent, Cell<TaskState>>> {
  return {
    report: { refuse },
    "ask-extension": { refuse },
    "approve-extension": { refuse },
    "send-back-extension": { to: state },
    "ask-closure": { refuse },
    "approve-closure": { refuse },
    "send-back-closure": { to: state },
    reopen: { refuse },
    "set-light": { refuse },
    amend: { refuse },
    withdraw: { refuse },
    supersede: { refuse },
  };
}

export type RequestEvent = "approve" | "send-back";

/** One decision each, for ever. */
export const REQUEST_TRANSITIONS: Readonly<
  Record<Request["state"], Readonly<Record<RequestEvent, Cell<Request["state"]>>>>
> = {
  pending: { approve: { to: "approved" }, "send-back": { to: "sent_back" } },
  approved: { approve: { refuse: "request-decided" }, "send-back": { refuse: "request-decided" } },
  sent_back: { approve: { refuse: "request-decided" }, "send-back": { refuse: "request-decided" } },
};

/**
 * What a unit's next report is, seen from its last one. Every status may follow every other: what is said is recorded.
 * first: nothing had been reported · same, changed: nothing follows · falls-back: work that had begun has not, which is pointed out ·
 * done: of a lead it asks for the closure · takes-back: what was done is not, and a closure asked for is not approved until it is.
 */
export type StatusStep = "first" | "same" | "changed" | "falls-back" | "done" | "takes-back";

export const STATUS_STEPS: Readonly<Record<Status | "none", Readonly<Record<Status, StatusStep>>>> = {
  none: { not_started: "first", on_track: "first", at_risk: "first", blocked: "first", done: "done" },
  not_started: { not_started: "same", on_track: "changed", at_risk: "changed", blocked: "changed", done: "done" },
  on_track: { not_started: "falls-back", on_track: "same", at_risk: "changed", blocked: "changed", done: "done" },
  at_risk: { not_started: "falls-back", on_track: "changed", at_risk: "same", blocked: "changed", done: "done" },
  blocked: { not_started: "falls-back", on_track: "changed", at_risk: "changed", blocked: "same", done: "done" },
  done: {
    not_started: "takes-back",
    on_track: "takes-back",
    at_risk: "takes-back",
    blocked: "takes-back",
    done: "done",
  },
};

/** Whether the event can happen to a task in that state. */
export function allows(state: TaskState, event: TaskEvent): boolean {
  return "to" in TASK_TRANSITIONS[state][event];
}

/** The task's state after the event. Throws the table's refusal; `name`: the task as it is called in words. */
export function taskAfter(state: TaskState, event: TaskEvent, name: string): TaskState {
  return follow(TASK_TRANSITIONS[state][event], { task: name });
}

/** The request's state after the decision. Throws `request-decided`. */
export function requestAfter(state: Request["state"], event: RequestEvent): Request["state"] {
  return follow(REQUEST_TRANSITIONS[state][event], {});
}

export function statusStep(last: Status | null, next: Status): StatusStep {
  return STATUS_STEPS[last ?? "none"][next];
}

function follow<State>(cell: Cell<State>, details: Readonly<Record<string, string>>): State {
  if ("refuse" in cell) throw new Refusal(cell.refuse, details);
  return cell.to;
}
