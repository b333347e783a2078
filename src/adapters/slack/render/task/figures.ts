// The figures of a task as they were reported: what was corrected, and what disagrees.
import type { KnownBlock } from "@slack/types";
import type { TaskPage } from "../../../../app/register/task-page.ts";
import type { IsoDate } from "../../../../domain/calendar.ts";
import type { TrailEntry } from "../../../../domain/status/targets/figure-trail.ts";
import { say, sayAmount, sayShortDate } from "../../../../text/say.ts";
import { cut, LIST_LINES, line, section } from "../blocks.ts";

/** Of a longer trail the first figure and the newest ones. */
const NEWEST = 3;

/** Bodies of a target, and links, that are shown. */
const SHOWN = 3;

/** What these lines may take of the page: it has its history to show as well. */
const MOST_CHARACTERS = 300;

/** 目标「…」：市教育局9月1日报 120 个，11月5日更正为 156 个; then the links that came as evidence. */
export function trailsAndLinks({ trails = [], links = [] }: TaskPage, today: IsoDate | null): KnownBlock[] {
  const figures = trails.map(({ text, unit, disagrees, sources }) => {
    const said = sources
      .slice(0, SHOWN)
      .map(({ unitName, entries }) =>
        say("status.figures-of", { unit: cut(unitName, "name"), figures: trail(entries, cut(unit, "name"), today) }),
      )
      .join(say("common.list-semicolon"));
    return say(disagrees ? "status.figures-disagree" : "status.figures", { target: cut(text, "name"), said });
  });
  // Links as they were written: shown as text, so that none looks like another.
  const listed = links.slice(0, SHOWN).map((link) => cut(link, "title"));
  const evidence =
    listed.length === 0 ? [] : [say("status.links", { links: listed.join(say("common.list-semicolon")) })];
  let length = 0;
  const lines = [...figures.slice(0, LIST_LINES), ...evidence].map(line).filter((one) => {
    length += one.length;
    return length <= MOST_CHARACTERS;
  });
  return lines.length === 0 ? [] : [section(lines)];
}

function trail(entries: readonly TrailEntry[], unit: string, today: IsoDate | null): string {
  const [first, ...later] = entries;
  return [...(first ? [first] : []), ...later.slice(-NEWEST)]
    .map(({ on, value, corrects }) => {
      const facts = { date: sayShortDate(on, today), value: sayAmount(value, unit) };
      return say(corrects ? "status.figure-corrected" : "status.figure-reported", facts);
    })
    .join(say("common.list-clause"));
}
