// A task's number as people write it: 21, ２１, 第21项, （二十一）, 二十一, 责任分工·21.
import type { TaskRef } from "../domain/register/task-ref.ts";
import { parseChineseNumber } from "./chinese-number.ts";
import { normalise } from "./script.ts";

const NUMBER =
  "(?:第\\s*|#|no\\.?\\s*|task\\s*|item\\s*)?\\(?(?<number>\\d{1,4}|[一二三四五六七八九十百]{1,5})\\)?\\s*(?:号|项|条|款|件)?(?:事项|任务)?[.、:]?$";
/** The number alone is tried first, so that 二十一 is not a document called 二十 with a number 一. */
const FORMS = [
  new RegExp(`^${NUMBER}`, "i"),
  new RegExp(`^《?(?<document>[^·\\d#《》]{2,40}?)》?\\s*[·・•.\\s-]?\\s*${NUMBER}`, "i"),
];

/** The number in Arabic numerals and the document, where one is named. Text that is no number comes back as `ref` unchanged. */
export function readTaskRef(text: string): TaskRef {
  const plain = normalise(text).trim().slice(0, 80);
  for (const form of FORMS) {
    const groups = form.exec(plain)?.groups;
    const number = groups?.number === undefined ? null : parseChineseNumber(groups.number);
    if (number !== null) return { ref: String(number), document: groups?.document?.trim() ?? null };
  }
  return { ref: plain, document: null };
}
