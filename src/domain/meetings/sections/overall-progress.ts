// 二、总体进展: the lights counted, then every target with what has been reached.
import { reason } from "../../reason.ts";
import type { LightColour } from "../../status/light.ts";
import type { AgendaItem } from "../agenda-types.ts";
import type { AgendaFacts } from "../facts.ts";
import { OVERALL_TOPIC, targetTopic } from "../notation.ts";
import { targetReasons } from "../target-progress.ts";
import { TIME_ALLOWED } from "../time-allowed.ts";
import { item, taskItem } from "./item.ts";

export function overallItems(facts: AgendaFacts): AgendaItem[] {
  if (facts.open.length === 0) return [];
  const count = (colour: LightColour) => facts.open.filter((t) => t.light.colour === colour).length;
  const counts = reason("light-counts", {
    total: facts.open.length,
    green: count("green"),
    yellow: count("yellow"),
    red: count("red"),
    grey: count("grey"),
  });
  const withTargets = facts.open.filter((t) => t.task.targets.length > 0);
  return [
    item({ topic: OVERALL_TOPIC, reasons: [counts], minutes: TIME_ALLOWED.overall }),
    ...withTargets.map((task) =>
      taskItem(task, {
        topic: targetTopic(task.task.title),
        attending: [],
        reasons: targetReasons(task, facts),
        minutes: TIME_ALLOWED.target,
      }),
    ),
  ];
}
