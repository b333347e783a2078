// What a unit said, in a line; a group's members together, with how many have answered.
import type { Unit } from "../../register/unit.ts";
import type { StatusUpdate } from "../../status/status.ts";
import type { AgendaItem } from "../agenda-types.ts";
import { type AgendaFacts, answering, reportOf, type TaskFacts } from "../facts.ts";
import { amount, LATER, rollUp } from "../notation.ts";

/** The words of an update; where it came without words, its figures. */
export function saidBy(update: StatusUpdate): string {
  if (update.text.trim() !== "") return update.text.trim();
  const figures = update.quantities.map((q) => amount(q.value, q.unit));
  return [...figures, ...(update.percent === null ? [] : [`${update.percent}%`])].join("、");
}

/** One line per unit of the document; a group's line joins what its members said. Null = nothing yet. */
export function opinionsOf(units: readonly Unit[], task: TaskFacts, facts: AgendaFacts): AgendaItem["opinions"] {
  return units.map((unit) => {
    if (unit.memberIds.length === 0) {
      const report = reportOf(task, unit);
      return { unit: unit.name, text: report && lateMark(unit, task) + saidBy(report) };
    }
    const members = answering([unit], facts);
    const said = members.flatMap((member) => {
      const report = reportOf(task, member);
      return report ? [`${member.name}：${lateMark(member, task)}${saidBy(report)}`] : [];
    });
    return {
      unit: rollUp(unit.name, said.length, members.length),
      text: said.length === 0 ? null : said.map((line) => line.replace(/[。；;]+$/, "")).join("；"),
    };
  });
}

/** Before what came after the lead had signed its joint reply. */
function lateMark(unit: Unit, { joint }: TaskFacts): string {
  return joint?.later.includes(unit.name) ? LATER : "";
}
