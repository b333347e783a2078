// The lights of sections as Slack's own chart: an addition to the list beside it, which says the same to every client.
import type { CountedGroup } from "../../../../app/home/home-store.ts";
import { say } from "../../../../text/say.ts";
import { clip } from "../../limits.ts";
import { groupName } from "./office-words.ts";

/** docs.slack.dev, data visualization block: characters of a title, of a label; the types of @slack/types lack the block. */
export const CHART_LIMITS = { title: 50, label: 20, points: 20, series: 6 } as const;

interface Series {
  readonly name: string;
  readonly data: readonly { readonly label: string; readonly value: number }[];
}

export interface ChartBlock {
  readonly type: "data_visualization";
  readonly title: string;
  readonly chart: {
    readonly type: "bar";
    readonly series: readonly Series[];
    readonly axis_config: { readonly categories: readonly string[] };
  };
}

const COLOURS = ["red", "yellow", "green", "grey"] as const;

/** Null where there is nothing to compare. */
export function lightChart(groups: readonly CountedGroup[]): ChartBlock | null {
  const shown = groups.slice(0, CHART_LIMITS.points);
  if (shown.length < 2) return null;
  const labels = distinctLabels(shown.map(groupName));
  const series = COLOURS.map((colour) => ({
    name: say(`home.chart-${colour}`),
    data: shown.map((group, i) => ({ label: labels[i] ?? "", value: group[colour] })),
  }));
  return {
    type: "data_visualization",
    title: clip(say("home.chart-title"), CHART_LIMITS.title),
    chart: { type: "bar", series, axis_config: { categories: labels } },
  };
}

/** A label stands for one category: those that are cut to the same are numbered. */
function distinctLabels(names: readonly string[]): string[] {
  const clipped = names.map((name) => clip(name.trim() || "—", CHART_LIMITS.label));
  return clipped.map((label, i) => {
    if (clipped.indexOf(label) === i && clipped.lastIndexOf(label) === i) return label;
    return `${i + 1} ${clip(label, CHART_LIMITS.label - 3)}`;
  });
}
