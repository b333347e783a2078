// The words after 「联络员」, 「提醒 停止升级」 and 「改派」 → typed arguments. Pure.
import { splitTaskRef } from "./arguments.ts";
import { keyword, lacksArgument } from "./commands.ts";

export type PeopleArguments =
  | { readonly kind: "name" }
  | { readonly kind: "remove"; readonly unitName: string; readonly person: string }
  | { readonly kind: "away"; readonly unitName: string; readonly text: string };

/** The verb stands after the unit: 市教育局 撤销 @某人 · 市教育局 请假 11月25日至12月3日. Without one somebody is named. */
export function parsePeople(text: string): PeopleArguments {
  const [unitName = "", second = "", ...rest] = text.split(/\s+/).filter((word) => word !== "");
  const verb = keyword(second);
  if (/^(?:撤销|remove)$/.test(verb)) {
    if (rest.length === 0) throw lacksArgument("remove-contact");
    return { kind: "remove", unitName, person: rest.join(" ") };
  }
  if (/^(?:请假|away)$/.test(verb)) return { kind: "away", unitName, text: rest.join(" ") };
  return { kind: "name" };
}

export interface EscalationArguments {
  readonly ref: string;
  readonly unitName: string;
  readonly reason: string;
}

/** 21 市教育局 [原因]. */
export function parseEscalation(text: string, command: "stop-escalation" | "resume-escalation"): EscalationArguments {
  const { ref, rest } = splitTaskRef(text);
  const [unitName, ...reason] = rest.split(/\s+/).filter((word) => word !== "");
  if (ref === null || unitName === undefined) throw lacksArgument(command);
  return { ref, unitName, reason: reason.join(" ") };
}

/** 21 市教育局 市科技局 [理由]: from whom to whom. */
export function parseReassignment(text: string): { ref: string; from: string; to: string; reason: string } {
  const { ref, rest } = splitTaskRef(text);
  const [from, to, ...reason] = rest.split(/\s+/).filter((word) => word !== "");
  if (ref === null || from === undefined || to === undefined) throw lacksArgument("reassign");
  return { ref, from, to, reason: reason.join(" ") };
}
