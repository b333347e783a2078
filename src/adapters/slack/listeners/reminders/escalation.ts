// 「提醒 停止升级 21 市教育局 原因」 and 「提醒 恢复升级 21 市教育局」.
import { parseEscalation } from "../../input/people-arguments.ts";
import { renderResumed, renderStopped } from "../../render/digest/escalations.ts";
import type { Occasion, Office } from "../office.ts";

export async function stopEscalation(occasion: Occasion, text: string, office: Office): Promise<void> {
  const wanted = parseEscalation(text, "stop-escalation");
  await occasion.reply(renderStopped(await office.useCases.stopEscalation({ ...wanted, by: occasion.user })));
}

export async function resumeEscalation(occasion: Occasion, text: string, office: Office): Promise<void> {
  const { ref, unitName } = parseEscalation(text, "resume-escalation");
  await occasion.reply(renderResumed(await office.useCases.resumeEscalation({ ref, unitName, by: occasion.user })));
}
