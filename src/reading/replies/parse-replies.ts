// Several tasks in one message, each with what is said of it: "21号完成，22号进度六成".
import type { IsoDate } from "../../domain/calendar.ts";
import type { StatusReading } from "../../domain/status/status.ts";
import { mirror } from "../script.ts";
import { readStatusReply } from "./status-reply.ts";
import { findTaskNumbers } from "./task-numbers.ts";

export interface TaskReply {
  /** "21", or "责任分工·21": all that the words are said of. Empty where no number stands before them. */
  readonly refs: readonly string[];
  /** As it was written, its numbers with it. */
  readonly text: string;
  readonly reading: StatusReading;
}

interface Part {
  readonly refs: string[];
  /** Indexes into the text. */
  readonly start: number;
  end: number;
  /** False while only numbers have been met. */
  saysSomething: boolean;
}

/** Between two numbers that share what is said: 21号、22号均已启动. */
const ONLY_JOINS = /^[\s、,，;；和及与跟以或]*$/;
const CLAUSE = /[^,;。!?\n]+[,;。!?\n]*/g;
/** 更正：21号… and 就23还差… begin with their number. */
const LEADS_IN = /^\s*(?:[^\s\d:]{1,6}:\s*)?(?:就|只有|只剩|但|而|另外?|还有|其中)?\s*$/;
/** 已完成21号: of a clause with words before its only number, the number is what they are about. */
const ENDS_THE_CLAUSE = /^(?:事项|任务|工作)?[\s,;。!?]*$/;

/**
 * What a message says of each task, in its order: cut where a clause begins with a task's number (3号楼 and 第3条线路 are
 * none). Words before the first number come first, without refs; a message without numbers is one such reply.
 */
export function parseReplies(text: string, today: IsoDate): readonly TaskReply[] {
  const plain = mirror(text);
  const parts: Part[] = [];
  for (const clause of plain.matchAll(CLAUSE)) addClause(clause[0], clause.index, parts);
  return parts
    .map(({ refs, start, end }) => {
      const said = text.slice(start, end).replace(/[\s,，;；]+$/, "");
      return { refs: [...new Set(refs)], text: said, reading: readStatusReply(said, today) };
    })
    .filter((reply) => reply.text.trim() !== "");
}

/** Adds one clause: to what went before, or as the beginning of what is said of other tasks. */
function addClause(clause: string, from: number, parts: Part[]): void {
  const numbers = findTaskNumbers(clause).filter(
    (number, i) =>
      i > 0 || LEADS_IN.test(clause.slice(0, number.start)) || ENDS_THE_CLAUSE.test(clause.slice(number.end)),
  );
  const lead = clause.slice(0, numbers[0]?.start);
  const open = parts.at(-1);
  if (numbers.length === 0 && open !== undefined) {
    open.end = from + clause.length;
    open.saysSomething ||= !ONLY_JOINS.test(clause);
  } else if (numbers.length === 0) {
    parts.push({ refs: [], start: from, end: from + clause.length, saysSomething: true });
  }
  for (const [i, number] of numbers.entries()) {
    const end = numbers[i + 1]?.start ?? clause.length;
    const words = `${i === 0 ? lead : ""}${clause.slice(number.end, end)}`;
    const last = parts.at(-1);
    const joins = last !== undefined && last.refs.length > 0 && !last.saysSomething;
    const part = joins ? last : { refs: [], start: from + (i === 0 ? 0 : number.start), end: 0, saysSomething: false };
    if (!joins) parts.push(part);
    part.refs.push(...number.refs);
    part.end = from + end;
    part.saysSomething ||= !ONLY_JOINS.test(words);
  }
}
