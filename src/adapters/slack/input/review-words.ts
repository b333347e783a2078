// A review in plain words: 「导入 接受」, 「导入 修改 市教育局、市财政局」. What the buttons do, for clients without them.
import type { ReviewAnswer } from "../../../app/use-cases.ts";
import type { IsoDate } from "../../../domain/calendar.ts";
import type { ReviewItem } from "../../../domain/register/review/review-items.ts";
import { parseDate } from "./arguments.ts";
import { keyword, lacksArgument } from "./commands.ts";

/** What is said to the guess that is shown, or to the whole review. */
export type ReviewWords =
  | { readonly kind: "accept"; readonly sameKind: boolean }
  | { readonly kind: "not-a-task" }
  | { readonly kind: "undo" }
  | { readonly kind: "discard" }
  | { readonly kind: "apply"; readonly acceptRest: boolean }
  | { readonly kind: "change"; readonly text: string };

const WORDS: readonly (readonly [ReviewWords, readonly string[]])[] = [
  [{ kind: "accept", sameKind: false }, ["接受", "accept"]],
  [{ kind: "accept", sameKind: true }, ["同类接受", "同类全部接受", "accept kind"]],
  [{ kind: "not-a-task" }, ["不是事项", "reject"]],
  [{ kind: "undo" }, ["返回", "返回上一处", "undo"]],
  [{ kind: "apply", acceptRest: false }, ["确认", "导入台账", "apply"]],
  [{ kind: "apply", acceptRest: true }, ["全部接受", "全部接受并导入", "accept all"]],
  [{ kind: "discard" }, ["放弃", "discard"]],
];

/** The words after 「导入」. Throws `missing-argument` with the usage for words nobody knows. */
export function parseReviewWords(text: string): ReviewWords {
  const plain = keyword(text.trim());
  const known = WORDS.find(([, words]) => words.includes(plain));
  if (known) return known[0];
  const change = /^(?:修改|change)[\s:：]+(\S[\s\S]*)$/i.exec(text.trim())?.[1];
  if (change === undefined) throw lacksArgument("review");
  return { kind: "change", text: change };
}

/** The change as the field wants it: a date or 无, units, or 「市教育局；配合：市财政局」. */
export function changeInWords(item: ReviewItem, text: string, today: IsoDate): ReviewAnswer {
  const { key } = item;
  switch (item.field) {
    case "deadline":
      return {
        kind: "due",
        key,
        due: /^(?:无|不设时限|none)$/.test(keyword(text.trim())) ? null : parseDate(text, today),
      };
    case "unit":
      return { kind: "name-unit", key, units: text };
    case "supporting":
      return { kind: "assign", key, lead: null, supporting: text };
    default: {
      const [lead = "", supporting] = text.split(/[；;，,\s]*(?:配合(?:[单單]位)?|supporting)[:：]/i);
      return {
        kind: "assign",
        key,
        lead: lead.replace(/^(?:[牵牽][头頭](?:[单單]位)?|lead)[:：]/i, ""),
        supporting: supporting ?? null,
      };
    }
  }
}
