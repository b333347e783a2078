// Compiles the agenda (议程) of a meeting: seven sections, always all of them, and the ledger as annex.
import { reason } from "../reason.ts";
import type { Agenda, AgendaItem, AgendaSection, AgendaSectionKey } from "./agenda-types.ts";
import { type AgendaInput, gatherFacts } from "./facts.ts";
import { ledgerRow } from "./ledger.ts";
import { confirmations } from "./sections/confirm-decisions.ts";
import { coordinationItems } from "./sections/coordination.ts";
import { leadReportItems } from "./sections/lead-reports.ts";
import { overallItems } from "./sections/overall-progress.ts";
import { previousDecisionItems, previousMeeting } from "./sections/previous-decisions.ts";
import { requestItems } from "./sections/requests.ts";
import { standingTopicItems } from "./sections/standing-topics.ts";
import { HALF_DAY_MINUTES } from "./time-allowed.ts";

/**
 * The draft agenda as the register stands today. An empty section says why it is empty; every item says why it is
 * here. The ledger has every task, also those no section speaks of.
 */
export function compileAgenda(input: AgendaInput): Agenda {
  const facts = gatherFacts(input);
  const coordination = coordinationItems(facts);
  const requests = requestItems(facts);
  const sections = [
    section("previous-decisions", previousDecisionItems(facts), {
      emptyReason: previousMeeting(facts) === null ? "no-previous-meeting" : "nothing-in-section",
    }),
    section("overall-progress", overallItems(facts)),
    section("lead-reports", leadReportItems(facts)),
    section(
      "coordination",
      coordination.map(({ item }) => item),
    ),
    section("standing-topics", standingTopicItems(facts)),
    section(
      "requests",
      requests.map(({ item }) => item),
    ),
    section("confirm-decisions", confirmations({ coordination, requests })),
  ];
  const totalMinutes = sections.flatMap((s) => s.items).reduce((sum, item) => sum + item.minutes, 0);
  return {
    meetingId: input.meeting.id,
    meetingDate: input.meeting.date,
    cutOff: input.meeting.cutOff,
    compiledOn: input.today,
    sections,
    ledger: facts.tasks.map((task) => ledgerRow(task, facts)),
    totalMinutes,
    warnings:
      totalMinutes > HALF_DAY_MINUTES
        ? [reason("agenda-too-long", { minutes: totalMinutes, limit: HALF_DAY_MINUTES })]
        : [],
  };
}

function section(
  key: AgendaSectionKey,
  items: readonly AgendaItem[],
  { emptyReason }: { emptyReason: "no-previous-meeting" | "nothing-in-section" } = {
    emptyReason: "nothing-in-section",
  },
): AgendaSection {
  return { key, items, emptyReason: items.length === 0 ? reason(emptyReason) : null };
}
