// What within-limits does not draw, small and extreme; and that every render function and every form is drawn somewhere here.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkLimits, checkView, LIMITS } from "../../../../src/adapters/slack/limits.ts";
import { renderFeedbackNoted } from "../../../../src/adapters/slack/render/answers.ts";
import { renderLitTask } from "../../../../src/adapters/slack/render/decisions/light.ts";
import { renderClaim } from "../../../../src/adapters/slack/render/digest/claim.ts";
import { renderResumed, renderStopped } from "../../../../src/adapters/slack/render/digest/escalations.ts";
import { renderSecretaryDigest } from "../../../../src/adapters/slack/render/digest/secretary.ts";
import { renderLedgerSent } from "../../../../src/adapters/slack/render/meetings.ts";
import type { SlackMessage } from "../../../../src/adapters/slack/render/message.ts";
import {
  renderLeadRule,
  renderPolicy,
  renderPolicyChanged,
  renderTaskSteps,
  renderTaskStepsChanged,
} from "../../../../src/adapters/slack/render/overview/policy.ts";
import {
  renderOutcome,
  renderReopened,
  renderReopenedNotice,
  renderRequest,
  renderRequests,
} from "../../../../src/adapters/slack/render/requests/card.ts";
import { otherDateModal, sendBackModal } from "../../../../src/adapters/slack/render/requests/modal.ts";
import { renderOwnRequests } from "../../../../src/adapters/slack/render/requests/own.ts";
import { renderChangedReply } from "../../../../src/adapters/slack/render/status.ts";
import {
  renderAbsenceCancelled,
  renderAbsences,
  renderContactRemoved,
} from "../../../../src/adapters/slack/render/units/absence.ts";
import type { RequestView } from "../../../../src/app/status/requests/request-use-cases.ts";
import { reason } from "../../../../src/domain/reason.ts";
import { reminderPolicy } from "../../../../src/domain/reminders/policy.ts";
import * as sample from "./samples.ts";

const RENDER = path.resolve(import.meta.dirname, "../../../../src/adapters/slack/render");
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(path.join(folder, name), "utf8"));

/** 200 tasks, 50 units, 500 people. */
const COUNTS = [0, 1, 50, 200, 500] as const;

function requestOf(text: string): RequestView {
  return {
    ...{ requestId: 5, kind: "extension", state: "pending", taskId: 1, taskName: `${text}21`, title: text },
    ...{ unitName: text, reason: text, proposedDate: "2027-01-29", requestedOn: "2026-11-20", requestedBy: "U1" },
    dates: { original: "2026-12-31", current: "2026-12-31", changes: 3 },
    frozenUntil: null,
    decision: null,
  };
}

function everyMessage(count: number, text: string): Record<string, SlackMessage> {
  const task = { taskId: 21, taskName: `${text}21`, title: text };
  const request = requestOf(text);
  const sentBack: RequestView = { ...request, state: "sent_back", decision: { by: "U9", text } };
  const closing = { evidenceMissing: true, support: { answered: 0, total: count } };
  const closure: RequestView = { ...request, kind: "closure", proposedDate: null, dates: null, ...closing };
  const own = sample.times(count, (i) => ({ taskId: i + 1, taskName: `${text}${i}`, title: text }));
  const reopened = { ...task, reason: text, digestIds: [], people: [], unreached: sample.times(count, () => text) };
  const steps = { ...task, policy: reminderPolicy, own: null };
  const absence = {
    ...{ from: "2026-12-01", to: "2026-12-09", unitName: text, contactName: text },
    substitute: { contactId: 2, slackUser: "U2", name: text },
    asked: { code: "no-contact" as const },
  };
  const lines = sample.times(count, (i) =>
    sample.digestLine({ taskId: i + 1, taskName: `${text}${i}`, title: text, unitName: `${text}${i}`, leadName: text }),
  );
  return {
    request: renderRequest(request),
    requestSentBack: renderRequest(sentBack),
    outcome: renderOutcome(sentBack),
    outcomeApproved: renderOutcome({ ...closure, state: "approved", decision: { by: "U9", text: "" } }),
    requests: renderRequests(
      sample.times(count, (i) => ({ ...(i % 2 === 0 ? request : closure), requestId: i + 1 })),
      sample.times(count, (i) => ({ ...task, responseId: i + 1, unitName: text, reason: text, on: "2026-12-01" })),
    ),
    ownRequests: renderOwnRequests([
      ...sample.times(count, () => request),
      ...sample.times(count, (i) => (i % 2 === 0 ? sentBack : closure)),
    ]),
    reopened: renderReopened(reopened),
    reopenedNotice: renderReopenedNotice(reopened),
    policy: renderPolicy({ policy: reminderPolicy, lastChange: null, ownTasks: own }, () => text || "今天"),
    taskSteps: renderTaskSteps(steps),
    policyChanged: renderPolicyChanged({ before: reminderPolicy, after: reminderPolicy }),
    taskStepsChanged: renderTaskStepsChanged({ before: steps, after: steps }),
    leadRule: renderLeadRule({ ...task, rule: "each", leads: sample.times(count, () => text) }),
    litTask: renderLitTask(
      {
        ...task,
        light: { colour: "red", reason: reason("light-set", { why: text, was: "green" }) },
        isSet: true,
        digestIds: [],
      },
      sample.TODAY,
    ),
    absences: renderAbsences(
      sample.times(count, () => absence),
      true,
    ),
    absenceCancelled: renderAbsenceCancelled({
      people: sample.times(count, () => text),
      units: sample.times(count, () => text),
    }),
    contactRemoved: renderContactRemoved({
      ...{ unitName: text, person: text, role: "primary", asked: { code: "no-contact" } },
    }),
    stopped: renderStopped({ ...task, unit: text }),
    resumed: renderResumed({ ...task, unit: text }),
    ledger: renderLedgerSent({ tasks: count, whole: false, bytes: new Uint8Array() }, text),
    feedback: renderFeedbackNoted(true),
    edited: renderChangedReply("edited-recorded"),
    claim: renderClaim(sample.digest(lines, "further")),
    secretaryDigest: renderSecretaryDigest(sample.digest(lines, "secretary"), 5),
  };
}

/** What stands in mrkdwn. */
function mrkdwnOf(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  if ("type" in node && node.type === "mrkdwn" && "text" in node) return [String(node.text)];
  return Object.values(node).flatMap(mrkdwnOf);
}

const CASES = Object.entries(sample.TEXTS).flatMap(([kind, text]) => COUNTS.map((count) => ({ kind, text, count })));

describe.each(CASES)("$count things, $kind text", ({ count, text }) => {
  it("keeps within Slack's limits, and lets nothing through", () => {
    const problems = Object.entries(everyMessage(count, text)).flatMap(([name, { blocks, text: summary }]) => [
      ...checkLimits(blocks).map((problem) => `${name}: ${problem}`),
      ...(summary.length > LIMITS.messageText || summary === "" ? [`${name}: text of ${summary.length}`] : []),
      ...(blocks.length === 0 ? [`${name}: nothing to see`] : []),
      ...(mrkdwnOf(blocks).some((one) => /<(?!@U[19]>)/.test(one)) ? [`${name}: markup`] : []),
    ]);
    expect(problems).toEqual([]);
  });

  it("shows forms that Slack takes", () => {
    const view = requestOf(text);
    const metadata = { requestId: 5, responseUrl: `https://hooks.slack.com/${"x".repeat(500)}` };
    expect(checkView(sendBackModal(view, metadata))).toEqual([]);
    expect(checkView(otherDateModal(view, metadata))).toEqual([]);
  });
});

describe("every render function and every form", () => {
  it("is drawn in a sample", () => {
    const drawn = filesIn(import.meta.dirname).join("\n");
    const names = filesIn(RENDER).flatMap((text) =>
      [...text.matchAll(/^export function (render\w+|\w+Modal)\b/gm)].map(([, name]) => name ?? ""),
    );
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !new RegExp(`\\b${name}\\(`).test(drawn))).toEqual([]);
  });
});
