// Lists of the home page: a heading, some rows, and a button to the rows behind them.
import type { KnownBlock } from "@slack/types";
import { say } from "../../../../text/say.ts";
import { encodeHome, type HomeList, type HomeState } from "../../ids/home-state.ts";
import { ACTION } from "../../ids.ts";
import { bold, button, buttons, LIST_LINES, section } from "../blocks.ts";

export interface Shown<T> {
  readonly rows: readonly T[];
  readonly more: boolean;
}

/** A request takes several lines, a red light two: so many of them are shown, and five rows of every other list. */
export const REQUESTS = 3;

function rowsOf(list: HomeList): number {
  return list === "requests" || list === "red" ? REQUESTS : LIST_LINES;
}

/** The rows of a list that are looked at. One that has become shorter is shown from its first. */
export function shownOf<T>(all: readonly T[], start: number): Shown<T> {
  const from = start < all.length ? start : 0;
  return { rows: all.slice(from, from + LIST_LINES), more: all.length > from + LIST_LINES };
}

/** Nothing for an empty list, unless it is empty behind its last row: then the way back. */
export function listBlocks<T>(
  list: HomeList,
  { rows, more }: Shown<T>,
  heading: string,
  state: HomeState,
  draw: (rows: readonly T[]) => readonly KnownBlock[],
): KnownBlock[] {
  const start = state.starts[list] ?? 0;
  if (rows.length === 0 && start === 0) return [];
  const at = (from: number) => encodeHome({ ...state, starts: { ...state.starts, [list]: from } });
  const next = more ? button(say("home.button-next"), ACTION.homeList, at(start + rowsOf(list))) : null;
  const first = start > 0 ? button(say("home.button-first"), ACTION.homeFirst, at(0)) : null;
  return [section(bold(heading)), ...(rows.length > 0 ? draw(rows) : []), ...buttons([next, first])];
}
