// What the secretary sees of the reminders: how a day stands, digest by digest, and the weeks to come.
import { addDays, type IsoDate } from "../../../../domain/calendar.ts";
import { normalise } from "../../../../reading/script.ts";
import { decodeStatusPage } from "../../ids.ts";
import { parseNearDate } from "../../input/arguments.ts";
import { renderEachDigest } from "../../render/overview/each-digest.ts";
import { renderForecast } from "../../render/overview/forecast.ts";
import { renderReminderStatus } from "../../render/overview/status.ts";
import type { Click, Occasion, Office } from "../office.ts";

const WEEKS_AHEAD = 8;

/** 「提醒 状态」, 「提醒 状态 12月2日」, 「提醒 状态 12月2日 第2页」. */
export async function reminderStatus(occasion: Occasion, text: string, office: Office): Promise<void> {
  const [, day = "", page] = /^(.*?)\s*(?:(?:第|page)\s*(\d{1,4})\s*页?)?$/i.exec(normalise(text).trim()) ?? [];
  const today = office.clock.today();
  const date = day === "" ? today : parseNearDate(day, today);
  const status = await office.useCases.showReminderStatus({ date, by: occasion.user });
  await occasion.reply(page === undefined ? renderReminderStatus(status) : renderEachDigest(status, Number(page)));
}

export async function showStatusPage(click: Click, office: Office): Promise<void> {
  const { date, page } = decodeStatusPage(click.value);
  const status = await office.useCases.showReminderStatus({ date, by: click.user });
  await click.reply(renderEachDigest(status, page));
}

/** 「提醒 日历」: the coming eight weeks. */
export async function reminderCalendar(occasion: Occasion, _text: string, office: Office): Promise<void> {
  const from: IsoDate = office.clock.today();
  const to = addDays(from, WEEKS_AHEAD * 7 - 1);
  await occasion.reply(renderForecast(await office.useCases.forecastReminders({ from, to, by: occasion.user })));
}
