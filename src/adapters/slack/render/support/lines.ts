// What supporting units have said, line by line: for the lead's page, its form and its echo. All mrkdwn.
import type { IsoDate } from "../../../../domain/calendar.ts";
import type { JointView } from "../../../../domain/status/joint/joint-reply.ts";
import type { EachTarget, SupportAnswer, SupportView } from "../../../../domain/status/joint/support.ts";
import { say, sayAmount, sayList, sayShortDate, sayStatus } from "../../../../text/say.ts";
import { cut, line } from "../blocks.ts";

/** Units that are named before the rest is only counted. */
const UNITS = 8;

/** 市财政局（11月3日，签署后补报）：资金已拨付；订单班 156 个（目标 200 个以上，78%）；请求协调. */
export function answerLine(answer: SupportAnswer, today: IsoDate | null): string {
  const facts = { unit: cut(answer.unitName, "name"), date: sayShortDate(answer.on, today), text: saidIn(answer) };
  return line(say(answer.later ? "support.answer-later" : "support.answer", facts));
}

function saidIn({ text, status, needsCoordination, comparisons, quantities }: SupportAnswer): string {
  const figures = quantities.slice(0, 3).flatMap(({ value, unit }) => {
    const against = comparisons.find((one) => one.value === value && one.unit === unit);
    const amount = sayAmount(value, cut(unit, "name"));
    // A figure without a target stands in the words already.
    if (against === undefined) return text.trim() === "" ? [amount] : [];
    const target = sayAmount(against.target, cut(against.unit, "name"));
    return [say("status.quantity-against", { value: amount, target, percent: against.percent })];
  });
  const words = cut(text, "title");
  return [
    ...(words === "" ? [] : [words.replace(/[。；;]+$/, "")]),
    ...figures,
    ...(status === "blocked" || status === "done" || words === "" ? [sayStatus(status)] : []),
    ...(needsCoordination ? [say("status.asks-coordination")] : []),
  ].join(say("common.list-semicolon"));
}

/** 尚未收到：…; of groups each by itself. None where everybody has answered. */
export function missingLines({ missing, groups, total }: SupportView): string[] {
  const units = names(missing);
  if (missing.length === 0) return [line(say("support.all-in", { total }))];
  const byGroup = groups
    .filter((group) => group.missing.length > 0 && group.total < total)
    .slice(0, 3)
    .map(({ unit, answered, total: members, missing: of }) =>
      line(say("register.roll-up", { who: cut(unit, "name"), answered, total: members, units: names(of) })),
    );
  return [line(say("support.missing", { units })), ...byGroup];
}

/** 每个成员单位 1 所以上：2/3 已达到；未达到：东湖区（0 所）；未报数：西山县. */
export function targetLine({ text, reached, short, unreported, total }: EachTarget): string {
  const below = short.map(({ unit, value, of }) =>
    say("support.target-value", { unit: cut(unit, "name"), value: sayAmount(value, cut(of, "name")) }),
  );
  return line(
    [
      say("support.target-reached", { text: cut(text, "name"), reached: reached.length, total }),
      ...(below.length > 0 ? [say("support.target-short", { units: sayList(below, 3) })] : []),
      ...(unreported.length > 0
        ? [
            say("support.target-unreported", {
              units: sayList(
                unreported.map((name) => cut(name, "name")),
                3,
              ),
            }),
          ]
        : []),
    ].join(say("common.list-semicolon")),
  );
}

/** Who signed the joint reply, over how much, without whom, and what came since. */
export function jointLines(joint: JointView, today: IsoDate | null): string[] {
  const signed = { unit: cut(joint.unitName, "name"), date: sayShortDate(joint.on, today), count: joint.covers };
  return [
    line(say("support.joint", signed)),
    ...(joint.missing.length > 0 ? [line(say("support.joint-missing", { units: names(joint.missing) }))] : []),
    ...(joint.later.length > 0 ? [line(say("support.joint-later", { units: names(joint.later) }))] : []),
  ];
}

function names(all: readonly string[]): string {
  return sayList(
    all.map((one) => cut(one, "name")),
    UNITS,
  );
}
