// Reminders as people look at them: a digest in full, the secretary's view of the day, the trial clock.
import { Refusal } from "../../../errors.ts";
import { decodeDigestAll } from "../ids.ts";
import { parseNearDate } from "../input/arguments.ts";
import { keyword } from "../input/commands.ts";
import { renderClock } from "../render/clock.ts";
import { renderDayPlan, renderWholeDigest } from "../render/reminders.ts";
import type { Click, Occasion, Office } from "./office.ts";
import { resumeEscalation, stopEscalation } from "./reminders/escalation.ts";
import { policy } from "./reminders/policy.ts";
import { respondedTo } from "./reminders/responses.ts";
import { reminderCalendar, reminderStatus } from "./reminders/status.ts";

/** 「提醒 规则」: the rules. 「提醒」: what goes out today and why; nothing is sent. The plan names everybody, so it is the secretary's. */
export async function remind(occasion: Occasion, text: string, office: Office): Promise<void> {
  // What comes behind the first word may be somebody's own words.
  const words = text.replace(/^\S+/, keyword);
  const [, rules] = /^(?:规则|rules?)\s*([\s\S]*)$/i.exec(words) ?? [];
  if (rules !== undefined) return policy(occasion, rules, office);
  const [, seeing = "", rest = ""] = /^(状态|status|日历|calendar)(?=\s|\d|$)\s*([\s\S]*)$/i.exec(words) ?? [];
  if (/^(?:状态|status)$/i.test(seeing)) return reminderStatus(occasion, rest, office);
  if (seeing !== "") return reminderCalendar(occasion, rest, office);
  const [, climbing = "", whose = ""] = /^(停止升级|恢复升级|stop|resume)(?=\s|\d|$)\s*([\s\S]*)$/i.exec(words) ?? [];
  if (/^(?:停止升级|stop)$/i.test(climbing)) return stopEscalation(occasion, whose, office);
  if (climbing !== "") return resumeEscalation(occasion, whose, office);
  if (await respondedTo(occasion, text, office)) return;
  const plan = await office.useCases.previewDay({ date: office.clock.today(), by: occasion.user });
  const { tasks, units } = await office.useCases.loadNames();
  const names = { task: (id: number) => tasks.get(id) ?? `#${id}`, unit: (id: number) => units.get(id) ?? `#${id}` };
  await occasion.reply(renderDayPlan(plan, names));
}

export async function showDigest(click: Click, office: Office): Promise<void> {
  const { digestId } = decodeDigestAll(click.value);
  await click.reply(renderWholeDigest(await office.useCases.showDigest({ digestId, by: click.user })));
}

/** 「时钟 12月9日」, in the local workspace only. */
export async function clock(occasion: Occasion, text: string, office: Office): Promise<void> {
  if (office.setDate === null) throw new Refusal("unknown-command", { word: "clock" });
  const before = office.clock.today();
  const date = text === "" ? before : parseNearDate(text, before);
  if (text !== "") await office.setDate(date);
  await occasion.reply(renderClock(date, before));
}
