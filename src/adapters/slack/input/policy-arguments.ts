// The words after 「提醒 规则」 → a typed change. Pure; what cannot be read is refused with what would work.
import type { LeadRule, Role } from "../../../domain/register/task.ts";
import type { QuietHours } from "../../../domain/reminders/policy.ts";
import type { PolicyChange, StepsChange, TaskStepsChange } from "../../../domain/reminders/policy-change.ts";
import { isTimeOfDay } from "../../../domain/reminders/quiet-hours.ts";
import { Refusal } from "../../../errors.ts";
import { normalise } from "../../../reading/script.ts";

export type PolicyArguments =
  | { readonly kind: "show" }
  | { readonly kind: "change"; readonly change: PolicyChange }
  | { readonly kind: "lead-rule"; readonly ref: string; readonly rule: LeadRule }
  | { readonly kind: "show-task"; readonly ref: string }
  | { readonly kind: "change-task"; readonly ref: string; readonly change: TaskStepsChange };

const ROLES: Readonly<Record<string, Role>> = {
  牵头: "lead",
  配合: "supporting",
  lead: "lead",
  supporting: "supporting",
};
const NONE = /^(?:不设|不设置|无|没有|取消|关闭|off|none)$/i;
const YES = /^(?:提前|是|开|on|yes)$/i;
const EACH = /^(?:各自|分别|逐家)报送$|^each(?: reports?)?$/i;
const FIRST = /^(?:首家|一家)报送$|^first(?: reports?)?$/i;
const NO = /^(?:不提前|否|不|关|off|no)$/i;

/**
 * nothing: the rules · 牵头 提前 30、14、7、3、1、0 · 配合 提前 15、7、3、0 · [牵头] 逾期 1、3、5 [每10] · 免打扰 18:00-8:30 · 免打扰 不设 ·
 * 休息日 提前 · 休息日 不提前 · 恢复默认; after 「事项 21」 the steps of that task alone, or 各自报送／首家报送 of its lead units.
 * What contradicts itself is left to `checkPolicy`.
 */
export function parsePolicyArguments(text: string): PolicyArguments {
  const plain = normalise(text).trim();
  const [, ref = "", rest = ""] = /^(?:事项|task)\s*(\S+)\s*([\s\S]*)$/i.exec(plain) ?? [];
  if (ref === "") return plain === "" ? { kind: "show" } : { kind: "change", change: parsePolicyChange(plain) };
  if (rest === "") return { kind: "show-task", ref };
  if (EACH.test(rest)) return { kind: "lead-rule", ref, rule: "each" };
  if (FIRST.test(rest)) return { kind: "lead-rule", ref, rule: "first" };
  const change = parsePolicyChange(rest);
  if (change.kind === "quiet-hours" || change.kind === "before-holiday") throw new Refusal("policy-of-task-only-steps");
  return { kind: "change-task", ref, change };
}

/** One change, as listed above. Throws `policy-unreadable`, `policy-no-steps`, `policy-step-not-whole`, `policy-quiet-unreadable`. */
export function parsePolicyChange(text: string): PolicyChange {
  const plain = normalise(text).trim();
  if (/^(?:恢复默认|默认|reset)$/i.test(plain)) return { kind: "reset" };
  const [, quiet] = /^(?:免打扰(?:时段)?|quiet)\s*:?\s*([\s\S]*)$/i.exec(plain) ?? [];
  if (quiet !== undefined) return { kind: "quiet-hours", hours: parseQuietHours(quiet) };
  const [, holiday] = /^(?:休息日|节假日|节前|holiday)\s*(\S+)$/i.exec(plain) ?? [];
  if (holiday !== undefined && (YES.test(holiday) || NO.test(holiday))) {
    return { kind: "before-holiday", move: YES.test(holiday) };
  }
  return parseSteps(plain);
}

function parseSteps(plain: string): StepsChange {
  const groups =
    /^(?:(?<role>牵头|配合|lead|supporting)(?:单位)?)?\s*(?<side>提前|逾期|before|overdue)(?<rest>[\s\S]*)$/i.exec(
      plain,
    )?.groups;
  const role = ROLES[groups?.role?.toLowerCase() ?? ""] ?? null;
  const rest = groups?.rest ?? "";
  switch (groups?.side?.toLowerCase()) {
    case "提前":
    case "before":
      if (role === null) throw new Refusal("policy-unreadable", { text: plain });
      return { kind: "before", role, steps: numbersIn(rest).map((days) => (days === 0 ? 0 : -days)) };
    case "逾期":
    case "overdue": {
      const [, listed = rest, every = null] = /^([\s\S]*?)(?:此后)?(?:每|every)([\s\S]*)$/i.exec(rest) ?? [];
      return { kind: "overdue", role, steps: numbersIn(listed), every: every === null ? null : everyIn(every) };
    }
    default:
      throw new Refusal("policy-unreadable", { text: plain });
  }
}

/** 「每10」「每 10 个工作日一次」. */
function everyIn(text: string): number {
  const [every, more] = numbersIn(text.replace(/(?:一次|重复)/g, ""));
  if (every === undefined || more !== undefined) throw new Refusal("policy-unreadable", { text: text.trim() });
  return every;
}

/** 「30、14、7、当天」: whole numbers, 当天 = 0; words for days are passed over. */
function numbersIn(text: string): number[] {
  const words = text
    .replace(/(?:到期)?当[天日]/g, " 0 ")
    .replace(/个?工作日|[天日:]/g, " ")
    .split(/[\s、,;]+/)
    .filter((word) => word !== "");
  if (words.length === 0) throw new Refusal("policy-no-steps");
  return words.map((word) => {
    if (!/^[-+]?\d{1,6}$/.test(word)) throw new Refusal("policy-step-not-whole", { step: word });
    return Number(word);
  });
}

/** 18:00-8:30 · 18点至8点半 · 晚18:00到次日8:30 · 不设. */
function parseQuietHours(text: string): QuietHours | null {
  const plain = text.replace(/\s+/g, "");
  if (NONE.test(plain)) return null;
  const [, from = "", to = ""] = /^(.+?)(?:-+|—+|–|~|至|到)(?:次日|第二天)?(.+)$/.exec(plain) ?? [];
  const hours = { from: timeIn(from), to: timeIn(to) };
  if (hours.from === null || hours.to === null) throw new Refusal("policy-quiet-unreadable", { text });
  return { from: hours.from, to: hours.to };
}

function timeIn(text: string): string | null {
  const form = /^(\d{1,2})(?::(\d{2})|[点时](?:(\d{1,2})分?)?)?$/;
  const [, hour = "", digits, spoken] = form.exec(text.replace(/[点时]半$/, ":30")) ?? [];
  const time = `${hour.padStart(2, "0")}:${(digits ?? spoken ?? "").padStart(2, "0")}`;
  return hour !== "" && isTimeOfDay(time) ? time : null;
}
