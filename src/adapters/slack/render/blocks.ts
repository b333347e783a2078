// Small typed builders for the classic blocks, and the cuts that keep every line a line.
import type {
  ActionsBlock,
  Button,
  ContextBlock,
  DividerBlock,
  KnownBlock,
  PlainTextOption,
  SectionBlock,
  StaticSelect,
} from "@slack/types";
import type { Role } from "../../../domain/register/task.ts";
import { say } from "../../../text/say.ts";
import { ACTION, encodeReport, encodeShowTask } from "../ids.ts";
import { visible } from "../input/text-in.ts";
import { clip, LIMITS, textLength } from "../limits.ts";
import { escapeMrkdwn, type SlackMessage } from "./message.ts";

/** Lists show so many lines; what is more stands behind a button (the voice's rule 8). */
export const LIST_LINES = 5;

/** What stands between the parts of one line. */
const DOT = " · ";

/** Where a name, a title, a quoted clause and a whole line are cut, in characters. */
const LENGTH = { name: 40, title: 60, quote: 120, line: 300, clause: 500 } as const;

/** More of a text is not even looked at. */
const LONGEST_READ = 2_000;

/** Five such lines fit into one section. */
const ESCAPED_LINE = 500;

/** Lines of one message together, so that its headings, buttons and choices have room too; English ones are long. */
const MESSAGE_LINES = LIMITS.textPerMessage - 4_000;

/** Text of people and documents on one line, cut to its kind's length. Not escaped yet. */
export function cut(text: string, kind: keyof typeof LENGTH): string {
  return clip(clip(text, LONGEST_READ).replace(/\s+/g, " ").trim(), LENGTH[kind]);
}

/** 21 订单班补助: a task as it is called in a line. Not escaped. */
export function taskText(task: { readonly taskName: string; readonly title: string }): string {
  return `${cut(task.taskName, "name")} ${cut(task.title, "title")}`.trim();
}

/** One line of mrkdwn out of plain text. Escaping may make it five times as long: then it is cut once more. */
export function line(plain: string): string {
  const escaped = escapeMrkdwn(cut(plain, "line"));
  return escaped.length <= ESCAPED_LINE ? escaped : escapeMrkdwn(clip(cut(plain, "line"), ESCAPED_LINE / 5));
}

export function bold(plain: string): string {
  return `*${line(plain)}*`;
}

/** The parts of a line that are there, with dots between. Parts are mrkdwn. */
export function dotted(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(DOT);
}

/** The first `most` lines, fewer where they are so long that a message would not hold them. */
export function fitting(lines: readonly string[], most: number): string[] {
  let length = 0;
  return lines.slice(0, most).filter((one) => {
    length += one.length;
    return length <= MESSAGE_LINES;
  });
}

/** `lines` are mrkdwn. `verbatim`: Slack makes no links and mentions of its own. */
export function section(lines: string | readonly string[], accessory?: Button | StaticSelect): SectionBlock {
  const text = typeof lines === "string" ? lines : lines.join("\n");
  const block: SectionBlock = { type: "section", text: { type: "mrkdwn", text, verbatim: true } };
  return accessory ? { ...block, accessory } : block;
}

/** Many lines, five to a section. */
export function inSections(lines: readonly string[]): SectionBlock[] {
  const count = Math.ceil(lines.length / LIST_LINES);
  return Array.from({ length: count }, (_, i) => section(lines.slice(i * LIST_LINES, (i + 1) * LIST_LINES)));
}

export function context(lines: string | readonly string[]): ContextBlock {
  const text = typeof lines === "string" ? lines : lines.join("\n");
  return { type: "context", elements: [{ type: "mrkdwn", text, verbatim: true }] };
}

export function divider(): DividerBlock {
  return { type: "divider" };
}

/** A row of buttons: three at most, the likeliest first. None gives no row. */
export function buttons(row: readonly (Button | null)[]): ActionsBlock[] {
  const elements = row.filter((one) => one !== null).slice(0, 3);
  return elements.length > 0 ? [{ type: "actions", elements }] : [];
}

export function button(label: string, action: string, value: string, style?: "primary"): Button {
  const element: Button = {
    type: "button",
    text: { type: "plain_text", text: clip(label, LIMITS.buttonText) },
    action_id: action,
    value,
  };
  return style ? { ...element, style } : element;
}

/** 报进展, of a supporting unit 反馈: opens the form at this task. */
export function reportButton(taskId: number, style?: "primary", role: Role = "lead"): Button {
  const label = role === "lead" ? say("common.button-report") : say("support.button-feedback");
  return button(label, ACTION.report, encodeReport({ taskId }), style);
}

/** 查看事项 (`long`), or 查看 beside a line. */
export function showTaskButton(taskName: string, long: boolean): Button {
  const label = long ? say("common.button-show-task") : say("common.button-show");
  return button(label, ACTION.showTask, encodeShowTask({ ref: clip(taskName, 200) }));
}

export function option(label: string, value: string): PlainTextOption {
  return { text: { type: "plain_text", text: clip(visible(label).replace(/\s+/g, " "), LIMITS.optionText) }, value };
}

/** A select that holds the tasks a list had no room for. Tasks whose number does not fit a value are left out. */
export function moreTasks(tasks: readonly { taskName: string; title: string }[]): ActionsBlock[] {
  const options = tasks
    .map((task) => option(taskText(task), encodeShowTask({ ref: clip(task.taskName, 200) })))
    .filter((one) => (one.value ?? "").length <= LIMITS.optionValue)
    .slice(0, LIMITS.options);
  if (options.length === 0) return [];
  const placeholder = say("common.more-select", { count: tasks.length });
  return [
    {
      type: "actions",
      elements: [
        {
          type: "static_select",
          action_id: ACTION.showTask,
          placeholder: { type: "plain_text", text: placeholder },
          options,
        },
      ],
    },
  ];
}

/** `summary` is plain text: what a notification and a screen reader say. */
export function message(summary: string, blocks: KnownBlock[]): SlackMessage {
  return { text: line(summary), blocks };
}

/** Whole parts from the first on, as long as there is room for their text. */
export function partsThatFit(parts: readonly KnownBlock[][], room: number): KnownBlock[] {
  const shown: KnownBlock[] = [];
  for (const part of parts) {
    if (textLength([...shown, ...part]) > room) break;
    shown.push(...part);
  }
  return shown;
}
