// The README prints the status machine; this compares it with the tables that the code goes by.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import {
  type Cell,
  REQUEST_TRANSITIONS,
  STATUS_STEPS,
  TASK_TRANSITIONS,
} from "../../../src/domain/status/transitions.ts";

const README = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");

const cell = (one: Cell<string>) => ("to" in one ? one.to : `refused: \`${one.refuse}\``);

function table(corner: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [row([corner, ...columns]), `|${"---|".repeat(columns.length + 1)}`, ...rows.map(row)].join("\n");
}

it("a task: events down, states across", () => {
  const states = Object.entries(TASK_TRANSITIONS);
  const events = Object.keys(TASK_TRANSITIONS.open) as (keyof typeof TASK_TRANSITIONS.open)[];
  const rows = events.map((event) => [event, ...states.map(([, row]) => cell(row[event]))]);
  expect(README).toContain(
    table(
      "task is",
      states.map(([state]) => state),
      rows,
    ),
  );
});

it("a request: one decision", () => {
  const states = Object.entries(REQUEST_TRANSITIONS);
  const rows = (["approve", "send-back"] as const).map((event) => [
    event,
    ...states.map(([, row]) => cell(row[event])),
  ]);
  expect(README).toContain(
    table(
      "request is",
      states.map(([state]) => state),
      rows,
    ),
  );
});

it("a unit's status: what it had reported down, what it reports across", () => {
  const columns = Object.keys(STATUS_STEPS.none);
  const rows = Object.entries(STATUS_STEPS).map(([last, steps]) => [last, ...Object.values(steps)]);
  expect(README).toContain(table("last report", columns, rows));
});
