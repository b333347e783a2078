// Lines that tell somebody of another's silence: a deputy or head of their own unit's, a lead of a supporting unit's, the office of all.
import type { KnownBlock } from "@slack/types";
import type { ReasonCode } from "../../../../domain/reason.ts";
import type { DigestLine, DigestView } from "../../../../domain/reminders/digest.ts";
import { levelOf, RUNGS } from "../../../../domain/reminders/escalation-policy.ts";
import { say, sayDate, sayLight, sayReason, sayRole } from "../../../../text/say.ts";
import {
  bold,
  context,
  cut,
  dotted,
  fitting,
  inSections,
  LIST_LINES,
  line,
  reportButton,
  section,
  taskText,
} from "../blocks.ts";
import { setReason } from "./lines.ts";
import { answeredByLine } from "./respond.ts";

/** Why a reminder goes to the office in place of its unit. */
const FOR_THE_OFFICE: ReadonlySet<ReasonCode> = new Set([
  "no-contact",
  "unit-needs-naming",
  "contacts-absent",
  "contact-unreachable",
  "not-deliverable",
]);

/** What the reader is asked, what they are told of others, and what the office must mend. */
export function splitLines(view: DigestView): {
  asked: DigestView;
  told: readonly DigestLine[];
  office: readonly DigestLine[];
  /** Answers of supporting units that came after the reader had signed. */
  later: readonly DigestLine[];
} {
  const kindOf = ({ level = 0, reason }: DigestLine) => {
    if (level > 0 && reason.code.startsWith("escalated-")) return "told";
    if (reason.code === "answered-after-signing") return "later";
    return FOR_THE_OFFICE.has(reason.code) ? "office" : "asked";
  };
  const { asked = [], told = [], office = [], later = [] } = Object.groupBy(view.lines, kindOf);
  return { asked: { ...view, lines: asked }, told, office, later };
}

/** The first line of a digest that tells and asks nothing. */
export function titleOfTold(told: readonly DigestLine[]): string {
  const open = told.filter((one) => !one.answered);
  const [first] = open;
  if (first === undefined) return say("escalation.told-received", { count: told.length });
  const task = taskText(first);
  if (isOffice(first)) {
    return say("escalation.told-office", { units: new Set(open.map((one) => one.unitId)).size, count: open.length });
  }
  const own = open.filter((one) => (one.level ?? 0) < levelOf("lead"));
  if (own.length > 0) {
    return own.length === 1 && own[0]
      ? say("escalation.told-unit-one", { task: taskText(own[0]) })
      : say("escalation.told-unit", { count: own.length });
  }
  return open.length === 1
    ? say("escalation.told-lead-one", { unit: cut(first.unitName, "name"), task })
    : say("escalation.told-lead", { count: open.length });
}

/** `withHeading` below what the reader is asked. Who may report for the unit has the button beside a single line. */
export function toldBlocks(
  told: readonly DigestLine[],
  view: DigestView,
  withHeading: boolean,
  most = LIST_LINES,
): KnownBlock[] {
  if (told.length === 0) return [];
  const sorted = [...told.filter((one) => !one.answered), ...told.filter((one) => one.answered)];
  const lines = fitting(
    sorted.map((one) => toldLine(one, view)),
    most,
  );
  const rest = told.length - lines.length;
  const open = told.filter((one) => !one.answered);
  const [first] = open;
  const own = first && open.length === 1 && (first.level ?? 0) < levelOf("lead") ? first : undefined;
  const heading = withHeading ? [bold(say("escalation.told-heading"))] : [];
  return [
    ...(own && told.length === 1
      ? [section([...heading, ...lines], reportButton(own.taskId))]
      : inSections([...heading, ...lines])),
    ...(rest > 0 ? [context(say("common.more", { count: rest }))] : []),
    ...notes(open, view),
  ];
}

/** What follows, and to the office how to stop it. */
function notes(open: readonly DigestLine[], view: DigestView): KnownBlock[] {
  const office = open.find(isOffice);
  const lines = [whatNext(open, view), office ? stopHint(office) : null].filter((one) => one !== null);
  return lines.length === 0 ? [] : [context(lines)];
}

/** 🔴 *21 订单班补助* · 市教育局（牵头） · 尚未收到市教育局进展，…. */
function toldLine(one: DigestLine, view: DigestView): string {
  const unit = line(say("escalation.told-line", { unit: cut(one.unitName, "name"), role: sayRole(one.role) }));
  if (one.answered) {
    const by = answeredByLine(one, view) ?? say("reminders.line-answered");
    return dotted([line(by), bold(taskText(one)), unit]);
  }
  const head = dotted([`${sayLight(one.light.colour)} ${bold(taskText(one))}`, unit]);
  return dotted([head, line(sayReason(one.reason, view.date)), setReason(one, view)]);
}

/** 仍未收到的，12月16日报联席办: the nearest of what follows, if nothing is heard. */
export function whatNext(lines: readonly DigestLine[], view: DigestView): string | null {
  const [next] = lines
    .flatMap(({ reason: { params } }) => {
      const rung = RUNGS.find((one) => one === params?.rung);
      return rung && typeof params?.next === "string" ? [{ rung, on: params.next }] : [];
    })
    .sort((a, b) => a.on.localeCompare(b.on));
  return next ? line(say(`escalation.next-${next.rung}`, { date: sayDate(next.on, view.date) })) : null;
}

function stopHint(one: DigestLine): string {
  const names = { task: cut(one.taskName, "name"), unit: cut(one.unitName, "name") };
  return line(say("escalation.told-office-how", names));
}

function isOffice({ level = 0 }: DigestLine): boolean {
  return level >= levelOf("secretary");
}
