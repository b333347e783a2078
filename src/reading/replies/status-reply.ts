// What a status reply in chat says: status, percent, quantities, requests. Never certain where a reply can be read two ways.
import type { IsoDate } from "../../domain/calendar.ts";
import type { Doubt, Status, StatusReading } from "../../domain/status/status.ts";
import { readCompletion } from "./completion.ts";
import { readForecast } from "./forecast.ts";
import { type PercentReading, readPercent } from "./percent.ts";
import { hasBareFigure, readQuantities } from "./quantities.ts";
import { prepareReply, type ReplyText } from "./reply-text.ts";
import { readExtension, readNeedsCoordination } from "./requests.ts";
import { readSignals, type Signal } from "./status-words.ts";
import { withoutTaskNumbers } from "./task-numbers.ts";

const NOTE_LENGTH = 300;

/**
 * Reads a reply in Simplified or Traditional Chinese or English. `unsure` means that nothing certain was read, or that two
 * readings contradict each other: ask back, do not record. `note` is the reply itself, clipped.
 */
export function readStatusReply(text: string, today: IsoDate): StatusReading {
  const reply = prepareReply(withoutTaskNumbers(text), today);
  const percent = readPercent(reply.clauses);
  const quantities = readQuantities(reply.clauses);
  const needsCoordination = readNeedsCoordination(reply.clauses);
  const extension = readExtension(reply, today);
  const forecast = readForecast(reply, today);
  const { status, doubtful } = decideStatus(signalsOf(reply.clauses), percent, extension.to, reply.plain);
  const reading: StatusReading = {
    status: reply.asks && status === "done" ? null : status,
    percent: percent.percent,
    quantities,
    needsCoordination,
    extensionTo: extension.to,
    forecast: status === "done" ? null : forecast.date,
    note: [...text.trim()].slice(0, NOTE_LENGTH).join(""),
    unsure: false,
  };
  const doubts: readonly (readonly [Doubt, boolean])[] = [
    ["extension", extension.doubtful],
    ["percent", percent.doubtful],
    ["figure", hasBareFigure(reply.clauses) || onlySomeDone(reading, reply.plain)],
    ["status", doubtful || reply.asks || saysNothing(reading) || (status === "done" && someDay(reply))],
    ["forecast", forecast.doubtful],
  ];
  const doubt = doubts.find(([, doubtful]) => doubtful)?.[0];
  return doubt === undefined ? reading : { ...reading, unsure: true, doubt };
}

/** True where the reply holds no progress and no request at all: 收到, 好的, 谢谢, an emoji. */
export function saysNothing(reading: StatusReading): boolean {
  return (
    reading.status === null &&
    reading.percent === null &&
    reading.quantities.length === 0 &&
    !reading.needsCoordination &&
    reading.extensionTo === null
  );
}

/** 九个县区都报了，三个没报: figures that say that some have not, and nothing about the work. */
function onlySomeDone(reading: StatusReading, text: string): boolean {
  const figuresOnly = reading.status === null && reading.percent === null && reading.quantities.length > 0;
  return figuresOnly && /(?:没|未)(?:有)?(?:上?报|完成|办|达)/.test(text);
}

/** 12月完成: whether that month has been is not said. 已 and 了 say it. */
function someDay({ clauses, datesOf }: ReplyText): boolean {
  return clauses.some(
    (clause, i) =>
      datesOf[i]?.some((d) => "ambiguous" in d) && readCompletion(clause) === "done" && !/已|了|均|[a-z]/.test(clause),
  );
}

/** What the clauses say of where the task stands, all of it. */
export function signalsOf(clauses: readonly string[]): ReadonlySet<Signal> {
  const signals = new Set<Signal>();
  for (const clause of clauses) {
    const completion = readCompletion(clause);
    if (completion !== null) signals.add(completion);
    for (const signal of readSignals(clause)) {
      // 已如期完成 and 正在抓紧完成 are told by their completion.
      const told = completion !== null && completion !== "undone";
      if (!(told && (signal === "moving" || signal === "smooth"))) signals.add(signal);
    }
  }
  return signals;
}

/** The status the signals add up to. Of two that differ the worse is taken; `doubtful` where they contradict each other. */
function decideStatus(
  said: ReadonlySet<Signal>,
  { percent }: PercentReading,
  extensionTo: IsoDate | null,
  text: string,
): { status: Status | null; doubtful: boolean } {
  const has = (...signals: readonly Signal[]) => signals.some((signal) => said.has(signal));
  const underWay = has("moving", "smooth", "forecast", "partly");
  const contrast = /但|不过|然而|只是|\b(?:but|however|although|though)\b/.test(text);
  const done = has("done", "done-of-something");
  const partial = percent !== null && percent < 100;

  if (has("blocked")) {
    return { status: "blocked", doubtful: done || has("not_started") || (has("smooth") && !contrast) };
  }
  if (has("at_risk")) return { status: "at_risk", doubtful: done || (has("smooth") && !contrast) };
  if (has("not_started")) {
    return underWay || done || (percent ?? 0) > 0
      ? { status: underWay ? "on_track" : "not_started", doubtful: true }
      : { status: "not_started", doubtful: false };
  }
  if (done) {
    // 除甲县外，其他均已完成
    if (/除(?!了?以上)[^。;]{1,20}外,/.test(text)) return { status: "on_track", doubtful: false };
    // 完成是完成了，但是验收没通过
    if (contrast && /(?:但|不过|然而|只是)[^。;]{0,20}(?:没|未|不|无)/.test(text))
      return { status: "done", doubtful: true };
    if (has("undone") || partial) return { status: partial ? "on_track" : null, doubtful: true };
    return { status: "done", doubtful: underWay || has("done-of-something") };
  }
  if (percent === 100)
    return has("undone", "forecast") ? { status: null, doubtful: true } : { status: "done", doubtful: false };
  if (percent === 0 && !underWay) return { status: "not_started", doubtful: false };
  if (has("to_start") && !underWay && percent === null) return { status: "not_started", doubtful: false };
  if (underWay || percent !== null) return { status: "on_track", doubtful: false };
  return { status: null, doubtful: has("undone") && extensionTo === null };
}
