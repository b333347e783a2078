// `/lianxi …` as typed → which command, and the words after it. Pure; the same for slash commands and direct messages.
import { Refusal } from "../../../errors.ts";
import { toSimplified } from "../../../reading/script.ts";
import type { WordKey } from "../../../text/languages.ts";

/** Every command, with the words it answers to. English words are compared in lower case. */
const WORDS = {
  help: ["帮助", "说明", "help", "?", "？"],
  mine: ["我的", "mine"],
  show: ["查看", "show"],
  accept: ["签收", "已签收", "accept"],
  update: ["进展", "报进展", "update", "progress"],
  extend: ["延期", "extend"],
  close: ["办结", "close"],
  ask: ["问", "ask"],
  agenda: ["议程", "agenda"],
  meeting: ["会议", "meeting", "meetings"],
  import: ["导入", "import"],
  export: ["导出", "export"],
  units: ["单位", "units", "unit"],
  contacts: ["联络员", "contacts", "contact"],
  requests: ["申请", "requests", "request"],
  reopen: ["重新打开", "重开", "reopen"],
  light: ["定灯", "light"],
  reassign: ["改派", "reassign"],
  closing: ["办结要求", "closing"],
  remind: ["提醒", "remind", "reminder", "reminders"],
  support: ["配合", "配合情况", "support"],
  urge: ["催办", "urge"],
  away: ["请假", "休假", "away"],
  language: ["语言", "language", "languages", "lang"],
  clock: ["时钟", "clock"],
} as const;

export type CommandName = keyof typeof WORDS;

/** What the words know to be lacking. */
type Lacking = Extract<WordKey, `usage.lacks-${string}`> extends `usage.lacks-${infer Name}` ? Name : never;

/** The refusal of a command that lacks its arguments; its words say which, and how it is typed. */
export function lacksArgument(command: Lacking): Refusal {
  return new Refusal("missing-argument", { name: command });
}

export interface Command {
  readonly name: CommandName;
  /** What follows the command's word, spaces trimmed. For `ask` by default: the whole text. */
  readonly rest: string;
}

const NAME_OF: ReadonlyMap<string, CommandName> = new Map(
  (Object.entries(WORDS) as [CommandName, readonly string[]][]).flatMap(([name, words]) =>
    words.map((word): [string, CommandName] => [word, name]),
  ),
);

/** Commands whose number may follow without a space: 「查看21」. */
const TAKES_NUMBER: ReadonlySet<CommandName> = new Set([
  "show",
  "accept",
  "update",
  "extend",
  "close",
  "support",
  "urge",
]);

/** Questions that a command answers. Whole sentences only: 「会议室建设由谁牵头」 is about a task. */
const ASKED_FOR: readonly { readonly name: CommandName; readonly words: RegExp }[] = [
  {
    name: "meeting",
    words:
      /^(?:请问)?(?:(?:下|这|本)[一]?[次届])?(?:联席)?会议?(?:是|定)?(?:在)?(?:什么时候|何时|几号|哪[一]?天|几月几[日号]|(?:的)?时间|(?:的)?日期)(?:召?开|举行)?[呢啊]?[?？]?$|^(?:请问)?(?:什么时候|何时|几号|哪[一]?天)(?:召?开|举行)(?:(?:下|这|本)[一]?[次届])?(?:联席)?会议?[呢啊]?[?？]?$|^when is (?:the|our) next meeting\??$/i,
  },
  {
    name: "mine",
    words:
      /^(?:请问)?(?:我们?|我们?单位|[我本][局委]|本单位)的?(?:现在|目前|这次|还|都)*(?:要|该|应|应该|需要|得|有)*(?:做|报|报送|办|交|牵头|负责|配合|反馈)*(?:什么|哪些|啥|(?:事项|任务)有哪些)(?:事|事项|任务|工作|材料|进展)?(?:要(?:做|报|办))?[呢啊]?[?？]?$|^what (?:do|must|should) (?:i|we) (?:have to |need to )?(?:do|report)\??$/i,
  },
];

/**
 * A command by its first word, in either script, or null. Spaces may be half or full width; a colon after the word is passed
 * over.
 */
export function findCommand(text: string): Command | null {
  const trimmed = text
    .trim()
    .replace(/^\/lianxi(?=\s|$)/i, "")
    .trim()
    .replace(/^提醒(?=[规規][则則]|[状狀][态態]|日[历曆])/, "提醒 ");
  const spaced = /^([^\s:：]+)[\s:：]*([\s\S]*)$/.exec(trimmed);
  if (spaced) {
    const name = NAME_OF.get(keyword(spaced[1] ?? ""));
    if (name && isMeant(name, spaced[2] ?? "")) return { name, rest: (spaced[2] ?? "").trim() };
  }
  const asked = ASKED_FOR.find(({ words }) => words.test(toSimplified(trimmed)));
  if (asked) return { name: asked.name, rest: "" };
  const glued = /^(\p{Script=Han}+)([0-9０-９][\s\S]*)$/u.exec(trimmed);
  const name = glued && NAME_OF.get(keyword(glued[1] ?? ""));
  return name && TAKES_NUMBER.has(name) ? { name, rest: (glued[2] ?? "").trim() } : null;
}

/** A word of ours as the tables have it: Simplified, lower case. */
export function keyword(word: string): string {
  return toSimplified(word).toLowerCase();
}

/** 「配合」 and 「催办」 begin many a sentence: with more than a number behind them they are none of ours. */
function isMeant(name: CommandName, rest: string): boolean {
  return (
    (name !== "support" && name !== "urge") || /^\s*(?:\S{0,20}[\d０-９一二三四五六七八九十]\S{0,8})?\s*$/.test(rest)
  );
}

/** True for what can only be a question: a question mark or a question word. */
export function looksLikeQuestion(text: string): boolean {
  return /[?？]|[谁哪吗呢]|什么|多少|几[个项时]|怎[么样]|如何|为何|\b(?:who|what|which|when|where|how|why)\b/i.test(
    toSimplified(text),
  );
}

/** Shorter than this and no question: more likely a mistyped command than something to search for. */
const SHORTEST_SEARCH = 4;

/** `/lianxi TEXT`: a command; else a question; else a word nobody knows. Nothing typed is a call for help. */
export function parseCommand(text: string): Command | { readonly name: "unknown"; readonly rest: string } {
  const command = findCommand(text);
  if (command) return command;
  const trimmed = text.trim();
  if (trimmed === "") return { name: "help", rest: "" };
  const question = looksLikeQuestion(trimmed) || [...trimmed].length >= SHORTEST_SEARCH;
  return { name: question ? "ask" : "unknown", rest: trimmed };
}
