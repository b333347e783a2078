// The home page: the office's, a contact's, or how to ask; and the next meeting for everybody.
import type { AnyBlock, HomeView, KnownBlock } from "@slack/types";
import type { HomePage } from "../../../../app/home/home-use-cases.ts";
import { say } from "../../../../text/say.ts";
import { encodeHome, type HomeState } from "../../ids/home-state.ts";
import { ACTION } from "../../ids.ts";
import { button, buttons, context, divider, line } from "../blocks.ts";
import { renderHelp } from "../help.ts";
import { renderMeetings } from "../meetings.ts";
import { lightChart } from "./chart.ts";
import { contactBlocks } from "./contact.ts";
import { officeBlocks } from "./office.ts";

/** `chart`: where Slack takes one. It stands beside what the lists say in words, never instead. */
export function renderHome(page: HomePage, state: HomeState, { chart }: { chart: boolean }): HomeView {
  const { office, own, today, nextMeeting } = page;
  const drawn = chart && office ? lightChart(office.sections.rows) : null;
  const first: AnyBlock[] = office
    ? officeBlocks(office, today, state)
    : own
      ? contactBlocks(own, today, state)
      : renderHelp({ isSecretary: false, localWorkspace: false, isChair: page.chair }).blocks;
  const meeting = nextMeeting || office ? renderMeetings(nextMeeting ? [nextMeeting] : []).blocks : [];
  const parts: AnyBlock[][] = [[...first, ...(drawn ? [{ ...drawn }] : [])], meeting];
  return {
    type: "home",
    blocks: [...switchBlocks(page), ...parted(parts), context(line(say("answers.home-help")))],
  };
}

/** For who is a contact besides. */
function switchBlocks({ both, office }: HomePage): KnownBlock[] {
  if (!both) return [];
  const label = office ? say("home.button-own") : say("home.button-office");
  return buttons([button(label, ACTION.homeView, encodeHome({ view: office ? "own" : "office", starts: {} }))]);
}

/** Parts that are there, a line between them. */
function parted(parts: readonly AnyBlock[][]): AnyBlock[] {
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : [divider(), ...part]));
}
