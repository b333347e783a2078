// What the items of all sections have in common.

import type { Unit } from "../../register/unit.ts";
import { contactFor } from "../../reminders/plan.ts";
import type { AgendaItem } from "../agenda-types.ts";
import type { TaskFacts } from "../facts.ts";

/** An item about no single task; fill in what it has. */
export function item(parts: Pick<AgendaItem, "topic" | "reasons" | "minutes"> & Partial<AgendaItem>): AgendaItem {
  return {
    taskId: null,
    taskLabel: null,
    reportingUnit: null,
    presenter: null,
    attending: [],
    opinions: [],
    timesSubmitted: 1,
    ...parts,
  };
}

/** An item about one task: its first lead reports, everybody else it names attends. */
export function taskItem(
  task: TaskFacts,
  parts: Pick<AgendaItem, "topic" | "reasons" | "minutes"> & Partial<AgendaItem>,
  reporting: Unit | null = task.leads[0] ?? null,
): AgendaItem {
  const attending = [...task.leads, ...task.supporting].filter((u) => u.id !== reporting?.id);
  return item({
    taskId: task.task.id,
    taskLabel: task.name,
    reportingUnit: reporting?.name ?? null,
    presenter: presenterOf(reporting),
    attending: [...new Set(attending.map((u) => u.name))],
    timesSubmitted: task.timesSubmitted,
    ...parts,
  });
}

export function presenterOf(unit: Unit | null): string | null {
  return unit === null ? null : (contactFor(unit)?.name ?? null);
}

/** A section's item with the draft decision the meeting is asked to confirm. */
export interface ItemToDecide {
  readonly item: AgendaItem;
  readonly decision: string;
}
