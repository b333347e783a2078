// What a lead is shown of its supporting units before it reports: five lines, who is missing, and where the rest is.
import type { SectionBlock } from "@slack/types";
import type { IsoDate } from "../../../../domain/calendar.ts";
import type { SupportView } from "../../../../domain/status/joint/support.ts";
import { say } from "../../../../text/say.ts";
import { bold, cut, fitting, LIST_LINES, line, section } from "../blocks.ts";
import { answerLine, missingLines } from "./lines.ts";

/** `taskName`: how the task is asked for. */
export function briefBlocks(support: SupportView, taskName: string, today: IsoDate | null): SectionBlock[] {
  const { answered, total, answers, missing } = support;
  const shown = fitting(
    answers.map((answer) => answerLine(answer, today)),
    LIST_LINES,
  );
  const rest = answers.length - shown.length;
  const more = rest > 0 ? [line(say("support.brief-more", { count: rest, task: cut(taskName, "name") }))] : [];
  const title = bold(say("support.brief-title", { answered, total }));
  return [
    section([title, ...(missing.length > 0 ? missingLines(support) : [])]),
    ...(shown.length > 0 ? [section([...shown, ...more])] : []),
  ];
}
