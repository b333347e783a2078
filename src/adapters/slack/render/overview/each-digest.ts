// Every digest of a day, page by page: what needs somebody first.
import type { ReminderStatus } from "../../../../app/reminders/status/status-use-cases.ts";
import type { DigestRow } from "../../../../domain/reminders/overview/day-report.ts";
import { say, sayDate, sayList } from "../../../../text/say.ts";
import { sayTime } from "../../../../text/say-time.ts";
import { ACTION, encodeStatusPage } from "../../ids.ts";
import { bold, button, buttons, cut, inSections, line, message, section } from "../blocks.ts";
import type { SlackMessage } from "../message.ts";
import { whoOf } from "./status.ts";

/** Twenty lines fit into a message however long the names are. */
const PER_PAGE = 20;

const UNITS_SHOWN = 2;

/** `page` from 1; a page that is not there is the last one. */
export function renderEachDigest(status: ReminderStatus, page: number): SlackMessage {
  const rows = [...status.report.rows, ...status.late];
  const pages = Math.max(1, Math.ceil(rows.length / PER_PAGE));
  const here = Math.min(Math.max(1, page), pages);
  const title = say("overview.each-title", {
    date: sayDate(status.date, status.today),
    count: rows.length,
    page: here,
    pages,
  });
  const next = encodeStatusPage({ date: status.date, page: here + 1 });
  return message(title, [
    section(bold(title)),
    ...inSections(rows.slice((here - 1) * PER_PAGE, here * PER_PAGE).map((row) => lineOf(row, status))),
    ...buttons([here < pages ? button(say("overview.button-next"), ACTION.statusPage, next) : null]),
  ]);
}

function lineOf(row: DigestRow, status: ReminderStatus): string {
  const units = sayList(
    row.units.map((unit) => cut(unit, "name")),
    UNITS_SHOWN,
  );
  const { answered, asked } = row;
  return line(
    say("overview.each-line", { who: `${whoOf(row, status)} ${units}`, state: stateOf(row, status), answered, asked }),
  );
}

function stateOf(row: DigestRow, { timeZone, today }: ReminderStatus): string {
  if (row.state !== "sent") return say(`overview.each-${row.state}`);
  const time = row.sentAt === null ? "" : sayTime(row.sentAt, timeZone, today);
  return row.seen ? say("overview.each-seen", { time }) : say("overview.each-sent", { time });
}
