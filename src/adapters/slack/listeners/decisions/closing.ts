// 「办结要求」 shows what closing takes; 「办结要求 全部 佐证」 and 「办结要求 事项 21 不需」 change it.
import { lacksArgument } from "../../input/commands.ts";
import { renderClosureRules } from "../../render/decisions/closing.ts";
import type { Occasion, Office } from "../office.ts";

const ALL = new Set(["全部", "全办", "all"]);

const EVIDENCE: ReadonlyMap<string, boolean | null> = new Map([
  ["佐证", true],
  ["须佐证", true],
  ["evidence", true],
  ["不需", false],
  ["不需佐证", false],
  ["none", false],
  ["恢复默认", null],
  ["恢复", null],
  ["default", null],
]);

export async function closing(occasion: Occasion, text: string, office: Office): Promise<void> {
  const by = occasion.user;
  if (text === "") return occasion.reply(renderClosureRules(await office.useCases.showClosureRules({ by })));
  const [, whom = "", word = ""] = /^(?:(?:事项|task)\s*)?(\S+)\s+(\S+)$/i.exec(text) ?? [];
  const evidence = EVIDENCE.get(word.toLowerCase());
  const ref = ALL.has(whom.toLowerCase()) ? null : whom;
  if (whom === "" || evidence === undefined || (ref === null && evidence === null)) throw lacksArgument("closing");
  await occasion.reply(renderClosureRules(await office.useCases.setClosureRule({ ref, evidence, by })));
}
