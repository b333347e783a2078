// Who speaks for a unit: named, relieved, away.
import { parseContact } from "../../input/arguments.ts";
import { keyword } from "../../input/commands.ts";
import { parsePeople } from "../../input/people-arguments.ts";
import { renderAbsenceCancelled, renderAbsences, renderContactRemoved } from "../../render/units/absence.ts";
import { renderContactNamed } from "../../render/units/units.ts";
import type { Occasion, Office } from "../office.ts";
import { followUnits } from "../redraw.ts";

/** 「联络员 市教育局 @某人 [副]」 · 「联络员 市教育局 撤销 @某人」 · 「联络员 市教育局 请假 …」. */
export async function people(occasion: Occasion, text: string, office: Office): Promise<void> {
  const wanted = parsePeople(text);
  const by = occasion.user;
  switch (wanted.kind) {
    case "name": {
      const named = await office.useCases.nameContact({ ...parseContact(text), by });
      await occasion.reply(renderContactNamed(named));
      return followUnits([named.unit.id], office);
    }
    case "remove": {
      const removed = await office.useCases.removeContact({ ...wanted, by });
      await occasion.reply(renderContactRemoved(removed));
      return followUnits([removed.unitName], office);
    }
    case "away":
      return absence(occasion, wanted.text, wanted.unitName, office);
    default:
      return wanted satisfies never;
  }
}

/** 「请假」 shows, 「请假 取消」 takes back, 「请假 11月25日至12月3日 由 @某人 代理」 sets. */
export function away(occasion: Occasion, text: string, office: Office): Promise<void> {
  return absence(occasion, text, null, office);
}

async function absence(occasion: Occasion, text: string, unitName: string | null, office: Office): Promise<void> {
  const { useCases } = office;
  const whose = { unitName, by: occasion.user };
  if (text === "") return occasion.reply(renderAbsences(await useCases.showAbsence(whose), false));
  if (/^(?:取消|撤销|销假|结束|cancel|off|end)$/.test(keyword(text))) {
    return occasion.reply(renderAbsenceCancelled(await useCases.cancelAbsence(whose)));
  }
  await occasion.reply(renderAbsences(await useCases.setAbsence({ ...whose, text }), true));
}
