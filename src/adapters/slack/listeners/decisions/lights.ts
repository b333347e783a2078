// 「定灯 21 黄 理由」 and 「定灯 21 恢复」: the office's word on a light.
import type { LightColour } from "../../../../domain/status/light.ts";
import { keyword, lacksArgument } from "../../input/commands.ts";
import { renderLitTask } from "../../render/decisions/light.ts";
import type { Occasion, Office } from "../office.ts";
import { redraw } from "../redraw.ts";

const COLOURS: ReadonlyMap<string, LightColour> = new Map([
  ["绿", "green"],
  ["绿灯", "green"],
  ["green", "green"],
  ["黄", "yellow"],
  ["黄灯", "yellow"],
  ["yellow", "yellow"],
  ["红", "red"],
  ["红灯", "red"],
  ["red", "red"],
  ["灰", "grey"],
  ["灰灯", "grey"],
  ["grey", "grey"],
  ["gray", "grey"],
]);

const RESTORE = new Set(["恢复", "取消", "restore"]);

export async function light(occasion: Occasion, text: string, office: Office): Promise<void> {
  const [, ref = "", word = "", reason = ""] = /^(\S+)\s+(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  const colour = COLOURS.get(keyword(word)) ?? null;
  if (ref === "" || (colour === null && !RESTORE.has(keyword(word)))) throw lacksArgument("light");
  if (colour !== null && reason.trim() === "") throw lacksArgument("light-reason");
  const task = await office.useCases.setLight({ ref, colour, reason, by: occasion.user });
  await occasion.reply(renderLitTask(task, office.clock.today()));
  await redraw(task, office);
}
