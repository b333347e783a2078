// 签收 on a task's page: how many have accepted, who has not, who says that it is another unit's.
import type { KnownBlock } from "@slack/types";
import type { TaskPage } from "../../../../app/register/task-page.ts";
import { say, sayList, sayShortDate } from "../../../../text/say.ts";
import { cut, LIST_LINES, line, section } from "../blocks.ts";

/** Units that are named before the rest is only counted. */
const MISSING_UNITS = 8;

/** Nothing where nobody is asked. */
export function receiptBlocks({ receipts }: Pick<TaskPage, "receipts">): KnownBlock[] {
  if (receipts === undefined || receipts.total === 0) return [];
  const { accepted, total, missing, declined } = receipts;
  const units = sayList(
    missing.map((name) => cut(name, "name")),
    MISSING_UNITS,
  );
  const counted =
    missing.length === 0
      ? say("responses.receipts-all", { accepted, total })
      : say("responses.receipts-some", { accepted, total, units });
  const lines = declined.slice(0, LIST_LINES - 1).map(({ unit, reason, on, agreed }) => {
    const figures = { unit: cut(unit, "name"), reason: cut(reason, "quote"), date: sayShortDate(on) };
    return agreed ? say("responses.receipts-agreed", figures) : say("responses.receipts-declined", figures);
  });
  return [section([counted, ...lines].map(line))];
}
