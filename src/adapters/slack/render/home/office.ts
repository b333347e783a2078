// The home page of the office: what to decide and to mend first, then who owes, then the lights.
import type { KnownBlock, SectionBlock } from "@slack/types";
import type { CountedGroup, FailedDigest, OwingUnit } from "../../../../app/home/home-store.ts";
import type { OfficeHome, RedTask } from "../../../../app/home/home-use-cases.ts";
import type { IsoDate } from "../../../../domain/calendar.ts";
import { problemOf } from "../../../../domain/reminders/overview/problem.ts";
import { say, sayReason, sayShortDate } from "../../../../text/say.ts";
import type { HomeState } from "../../ids/home-state.ts";
import { LIMITS, textLength } from "../../limits.ts";
import { bold, context, cut, dotted, line, partsThatFit, section, showTaskButton, taskText } from "../blocks.ts";
import { pendingBlocks } from "../requests/card.ts";
import { claimBlocks, claimsTitle } from "../requests/claims.ts";
import { listBlocks } from "./lists.ts";
import { groupName, lightsText } from "./office-words.ts";

/** For the next meeting, the button to the other page and the line that says that something was left out. Characters. */
const ROOM_FOR_MORE = 700;

export function officeBlocks(office: OfficeHome, today: IsoDate, state: HomeState): KnownBlock[] {
  const { requests, claims, failed, uncontacted, owing, sections, units } = office;
  const { red, yellow, green, grey } = office.lights;
  const total = red + yellow + green + grey;
  if (total === 0) return [section(bold(say("home.office-empty")))];
  const first = section([
    bold(askOf(office)),
    line(say("home.office-total", { total, lights: lightsText(office.lights) })),
  ]);
  // What is to be done comes first: of names and words as long as can be, the last lists have no room.
  const lists = [
    listBlocks("requests", requests, say("home.heading-requests", { count: office.pending }), state, (rows) =>
      rows.flatMap(pendingBlocks),
    ),
    claimBlocks(claims, false),
    listBlocks("red", office.red, say("home.heading-red"), state, (rows) =>
      rows.map((row) => section(redLine(row, today), showTaskButton(row.taskName, false))),
    ),
    listBlocks("failed", failed, say("home.heading-failed"), state, (rows) => [
      section(rows.map((row) => line(failedText(row, today)))),
    ]),
    listBlocks("uncontacted", uncontacted, say("home.heading-uncontacted"), state, (rows) => [
      section(rows.map((name) => line(cut(name, "name")) || "—")),
      context(line(say("home.uncontacted-how", { example: cut(rows[0] ?? "", "name") }))),
    ]),
    listBlocks("owing", owing, say("home.heading-owing"), state, (rows) => [
      table(rows.map((row): [string, string] => [cut(row.name, "name"), owingText(row)])),
    ]),
    listBlocks("sections", sections, say("home.heading-sections"), state, lightTable),
    listBlocks("units", units, say("home.heading-units"), state, lightTable),
  ];
  const shown = partsThatFit(lists, LIMITS.textPerMessage - textLength([first]) - ROOM_FOR_MORE);
  const more = shown.length < lists.flat().length ? [context(line(say("home.cut")))] : [];
  return [first, ...shown, ...more];
}

/** What only the office can do. */
function askOf({ pending, claims, lights, failed, uncontacted }: OfficeHome): string {
  const what = [
    ...(pending > 0 ? [say("home.office-requests", { count: pending })] : []),
    ...(claims.length > 0 ? [claimsTitle(claims)] : []),
    ...(lights.red > 0 ? [say("home.office-red", { count: lights.red })] : []),
    ...(failed.rows.length > 0 ? [say("home.office-failed")] : []),
    ...(uncontacted.rows.length > 0 ? [say("home.office-uncontacted")] : []),
  ];
  if (what.length === 0) return say("home.office-title-nothing");
  return say("home.office-title", { what: what.join(say("common.list-comma")) });
}

/** Short: the page has room for all its lists together. The rest stands on the task's page. */
function redLine(row: RedTask, today: IsoDate): string {
  return dotted([bold(cut(taskText(row), "name")), line(cut(sayReason(row.reason, today), "name"))]);
}

function failedText(row: FailedDigest, today: IsoDate): string {
  const who = cut(row.person ?? row.slackUser, "name");
  const date = sayShortDate(row.date, today);
  const facts = { state: "failed", kind: "contact", notBefore: null, error: row.error } as const;
  if (problemOf(facts, new Date(0)) === "gone" && row.unit !== null) {
    return say("home.failed-gone", { date, who, unit: cut(row.unit, "name") });
  }
  return say("home.failed-rejected", { date, who, error: cut(row.error ?? "", "name") });
}

function owingText({ owing, tasks }: OwingUnit): string {
  return say("home.owing-line", { owing, tasks });
}

function lightTable(rows: readonly CountedGroup[]): KnownBlock[] {
  return [table(rows.map((row): [string, string] => [groupName(row), lightsText(row)]))];
}

/** Two columns in classic blocks: Slack sets fields side by side. Five rows fill a section. */
function table(rows: readonly (readonly [string, string])[]): SectionBlock {
  const fields = rows.flat().map((text) => ({ type: "mrkdwn" as const, text: line(text) || "—", verbatim: true }));
  return { type: "section", fields };
}
