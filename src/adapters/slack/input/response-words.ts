// What people write to a reminder short of a report: 已知悉, 明天提醒, 不属本单位职责：原因. Pure.
import type { Said } from "../../../app/reminders/responses/response-use-cases.ts";
import type { IsoDate } from "../../../domain/calendar.ts";
import { mirror, normalise } from "../../../reading/script.ts";
import { parseNearDate, splitTaskRef } from "./arguments.ts";

const SEEN =
  /^(?:(?:已|好的?|我们?)?(?:收到|知悉|知道了?|了解|阅|在办|正在办理?|办理中|处理中)(?:了|中)?|seen|ok|on it)(?:[，,]?谢谢)?[。.!！]*$/i;
const NOT_MINE =
  /^不(?:属于?|是)(?:本|我|我们|贵)?(?:单位|局|委|部门)?的?(?:职责|职能|工作|任务|事)(?:范围)?[：:，,。\s]*/;
const NOT_MINE_ENGLISH =
  /^(?:this is )?not (?:ours|mine|(?:our|my) (?:task|unit's task|job|responsibility))\b[:,.;\s]*/i;
const SOON: readonly (readonly [RegExp, "afternoon" | "tomorrow" | "in-3-days"])[] = [
  [/^(?:今天|今日)?下午$|^afternoon$/i, "afternoon"],
  [/^(?:明天|明日|明早|次日|下一?个?工作日)(?:上午|早上)?$|^tomorrow$/i, "tomorrow"],
  [/^(?:3|三)(?:个)?(?:工作日|天|日)(?:以?后|之后)$|^in 3 days$/i, "in-3-days"],
];

const ACCEPT = /^(?:(?:我们?|本单位|我单位)?(?:已|现|予以|确认|同意)?签收(?:了)?|accept(?:ed)?)[。.!！]*$/i;
const ACCEPT_FIRST = /^(?:(?:已|予以|确认|同意)?签收|accept(?:ed)?)[\s:：]*(\S+)$/i;

/** 签收, with a number or without. */
export function isAcceptance(text: string): boolean {
  return ACCEPT.test(normalise(text).trim()) || numberFirst(text) !== text;
}

/** 「签收 21」, the number behind the word → 「21 签收」, as everything else is said; other words as they are. */
export function numberFirst(text: string): string {
  const [, ref] = ACCEPT_FIRST.exec(normalise(text).trim()) ?? [];
  return ref !== undefined && splitTaskRef(ref).ref !== null ? `${ref} 签收` : text;
}

/** Null for anything else: progress, a question. Only the whole text counts, so that no progress is taken for a courtesy. */
export function readResponse(text: string, today: IsoDate): Said | null {
  const plain = normalise(text).trim();
  if (ACCEPT.test(plain)) return { kind: "accepted" };
  if (SEEN.test(plain)) return { kind: "seen" };
  const words = text.trim();
  // Matched on the mirror, cut from what was written.
  const claim = NOT_MINE.exec(mirror(words))?.[0];
  const reason = claim ?? NOT_MINE_ENGLISH.exec(words)?.[0];
  if (reason !== undefined) return { kind: "not_mine", reason: words.slice(reason.length) };
  const bare = plain
    .replace(/^(?:请|麻烦)?(?:您)?/, "")
    .replace(/(?:再|重新)?(?:提醒|通知)(?:我|一下|一次)*[。.]*$|^(?:remind me)\s*/i, "")
    .replace(/^(?:再|请)?(?:于|在)?/, "")
    .trim();
  // 「提醒」 must be said, or nothing but the time: 「12月20日」 alone in a thread may be part of an answer.
  const when = SOON.find(([pattern]) => pattern.test(bare))?.[1];
  if (when !== undefined) return { kind: "later", when };
  const asks = bare !== plain && /提醒|通知|remind/i.test(plain);
  return asks ? dateIn(bare, today) : null;
}

function dateIn(text: string, today: IsoDate): Said | null {
  try {
    return { kind: "later", when: { on: parseNearDate(text, today) } };
  } catch {
    return null;
  }
}
