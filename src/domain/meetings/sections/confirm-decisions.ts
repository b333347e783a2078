// 七、议定事项确认: a draft decision for every item of 四 and 六, to be confirmed, changed or dropped by the meeting.
import { reason } from "../../reason.ts";
import type { AgendaItem } from "../agenda-types.ts";
import { TIME_ALLOWED } from "../time-allowed.ts";
import type { ItemToDecide } from "./item.ts";

export function confirmations(from: {
  coordination: readonly ItemToDecide[];
  requests: readonly ItemToDecide[];
}): AgendaItem[] {
  return [
    ...from.coordination.map((entry, index) => confirmation(entry, `四.${index + 1}`)),
    ...from.requests.map((entry, index) => confirmation(entry, `六.${index + 1}`)),
  ];
}

/** @param settles number of the item it settles: "四.2" */
function confirmation({ item, decision }: ItemToDecide, settles: string): AgendaItem {
  return {
    ...item,
    topic: decision,
    reasons: [reason("decision-needed", { item: settles })],
    attending: [],
    opinions: [],
    minutes: TIME_ALLOWED.confirmation,
  };
}
