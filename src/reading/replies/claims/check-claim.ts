// What a model says of a reply, held against the reply's own words. Only what stands in them is kept; what the rules deny is not.
import type { IsoDate } from "../../../domain/calendar.ts";
import { statusOf } from "../../../domain/status/recordable.ts";
import type { Doubt, ReplyClaim, Status, StatusReading } from "../../../domain/status/status.ts";
import { ORIGINALLY } from "../forecast.ts";
import { standingPercents } from "../percent.ts";
import { standsAsQuantity } from "../quantities.ts";
import { prepareReply, type ReplyText } from "../reply-text.ts";
import { asksForTime } from "../requests.ts";
import { signalsOf } from "../status-reply.ts";
import { withoutTaskNumbers } from "../task-numbers.ts";

/** Any of these may turn 完成 round; where one stands the person says it, not the model. */
const TURNS_ROUND =
  /没(?!问题)|未|不(?!好意思|断)|无(?!锡)|尚|还|差|剩|欠|缺|除|标[记为注]|[设置视改记]为|设成|改成|\b(?:not|no|never|yet|unable|almost|nearly|mark|set|except|without)\b|n't/;
const ASKS = /请|求|望|盼|需要|麻烦|拜托|协调|支持|帮|\b(?:help|support|assist|coordinat\w*|need)/;
const ASKS_NOTHING =
  /(?:无|不|没有?|免|毋)[^,。;]{0,4}(?:协调|支持|帮|请|需)|\b(?:no|not|without)\b[^,.;]{0,20}\b(?:help|need|support)/;

/**
 * The reading that rules and model give together, marked as such; null where the claim leaves open what the rules asked back,
 * contradicts what they read, or says nothing. `targetUnits`: what the task's own targets count, for a figure without a unit.
 */
export function checkClaim(
  claim: ReplyClaim,
  text: string,
  read: StatusReading,
  { today, targetUnits }: { today: IsoDate; targetUnits: readonly string[] },
): StatusReading | null {
  const reply = prepareReply(withoutTaskNumbers(text), today);
  const status = statusHeld(claim, read, reply);
  if (status === "contradicts") return null;
  const percent = standingPercents(reply.clauses).includes(claim.percent ?? Number.NaN) ? claim.percent : null;
  const stands = (date: string | null) =>
    reply.dates.some((d) => "date" in d && d.date === date && d.date > today) ? date : null;
  const quantities = claim.quantities.filter((one) => standsAsQuantity(one, reply.clauses, targetUnits));
  const together: StatusReading = {
    status,
    percent: read.percent ?? percent,
    quantities: read.quantities.length > 0 ? read.quantities : quantities,
    needsCoordination: read.needsCoordination || (claim.needsCoordination && asksForHelp(reply.plain)),
    extensionTo: read.extensionTo ?? (asksForTime(reply) ? stands(claim.extensionTo) : null),
    forecast:
      status === "done" ? null : (read.forecast ?? (ORIGINALLY.test(reply.plain) ? null : stands(claim.forecast))),
    note: read.note,
    unsure: false,
    by: "model",
  };
  if (read.doubt !== undefined && !isSettled(read.doubt, together)) return null;
  if (statusOf(together) === null || isContradictory(together)) return null;
  return together;
}

/** The status both may hold. The rules' own stands, except where it is what they doubt. */
function statusHeld(claim: ReplyClaim, read: StatusReading, reply: ReplyText): Status | null | "contradicts" {
  if (read.status !== null && read.doubt !== "status") {
    return claim.status === null || claim.status === read.status ? read.status : "contradicts";
  }
  const said = signalsOf(reply.clauses);
  if (claim.status === "done") {
    const denied = (["undone", "partly", "forecast", "at_risk", "blocked", "not_started", "to_start"] as const).some(
      (signal) => said.has(signal),
    );
    if (denied || reply.asks || TURNS_ROUND.test(reply.plain)) return "contradicts";
  }
  if (claim.status === "not_started" && (said.has("done") || said.has("partly"))) return "contradicts";
  if (claim.status === "on_track" && (said.has("blocked") || said.has("at_risk"))) return "contradicts";
  return claim.status;
}

function asksForHelp(plain: string): boolean {
  return ASKS.test(plain) && !ASKS_NOTHING.test(plain);
}

/** Whether what the rules were unsure of is now told. A status that is asked for must be a claim of it, not a guess from figures. */
function isSettled(doubt: Doubt, { status, percent, quantities, extensionTo, forecast }: StatusReading): boolean {
  const told: Readonly<Record<Doubt, boolean>> = {
    status: status !== null,
    percent: percent !== null,
    figure: quantities.length > 0,
    extension: extensionTo !== null,
    forecast: forecast !== null,
  };
  return told[doubt];
}

function isContradictory({ status, percent }: StatusReading): boolean {
  if (percent === null) return false;
  return (status === "done" && percent < 100) || (status === "not_started" && percent > 0);
}
