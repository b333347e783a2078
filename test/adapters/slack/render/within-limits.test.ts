// Everything that is rendered, for few and many, plain and hostile texts, against Slack's limits.
import { readFileSync } from "node:fs";
import type { KnownBlock } from "@slack/types";
import { describe, expect, it } from "vitest";
import { wordsInScript } from "../../../../src/adapters/slack/language/script.ts";
import { checkLimits, checkView, LIMITS } from "../../../../src/adapters/slack/limits.ts";
import { renderAgenda } from "../../../../src/adapters/slack/render/agenda.ts";
import { renderAnswer } from "../../../../src/adapters/slack/render/answers.ts";
import { renderClock } from "../../../../src/adapters/slack/render/clock.ts";
import { renderClosureRules } from "../../../../src/adapters/slack/render/decisions/closing.ts";
import { renderLitTask } from "../../../../src/adapters/slack/render/decisions/light.ts";
import {
  notMineModal,
  renderReassigned,
  renderResponded,
} from "../../../../src/adapters/slack/render/digest/receipt.ts";
import { renderHelp, renderUnknownCommand } from "../../../../src/adapters/slack/render/help.ts";
import { renderHome } from "../../../../src/adapters/slack/render/home/home.ts";
import { renderLanguageChosen, renderLanguages } from "../../../../src/adapters/slack/render/language.ts";
import { renderMeetingSet, renderMeetings } from "../../../../src/adapters/slack/render/meetings.ts";
import type { SlackMessage } from "../../../../src/adapters/slack/render/message.ts";
import { renderMyTasks } from "../../../../src/adapters/slack/render/my-tasks.ts";
import { renderEachDigest } from "../../../../src/adapters/slack/render/overview/each-digest.ts";
import { renderForecast } from "../../../../src/adapters/slack/render/overview/forecast.ts";
import { renderReminderStatus } from "../../../../src/adapters/slack/render/overview/status.ts";
import { renderFailure, renderRefusal } from "../../../../src/adapters/slack/render/refusal.ts";
import { renderImportDiscarded, renderImported } from "../../../../src/adapters/slack/render/register.ts";
import { renderDayPlan, renderDigest, renderWholeDigest } from "../../../../src/adapters/slack/render/reminders.ts";
import { renderReviewCard } from "../../../../src/adapters/slack/render/review/card.ts";
import { reviewModal } from "../../../../src/adapters/slack/render/review/modal.ts";
import { renderReview } from "../../../../src/adapters/slack/render/review/start.ts";
import { renderReviewInDm, renderReviewMoved } from "../../../../src/adapters/slack/render/review/words.ts";
import {
  renderProposal,
  renderProposalDiscarded,
  renderRecorded,
} from "../../../../src/adapters/slack/render/status.ts";
import { feedbackModal } from "../../../../src/adapters/slack/render/support/feedback-modal.ts";
import { renderSupport, renderUrged } from "../../../../src/adapters/slack/render/support/page.ts";
import { renderTaskPage, taskModal } from "../../../../src/adapters/slack/render/tasks.ts";
import {
  renderMembersImported,
  renderMembersReview,
  renderMerged,
  renderMergeReview,
  renderUnitsCancelled,
  renderUnmerged,
  renderUnmergeReview,
} from "../../../../src/adapters/slack/render/units/unit-changes.ts";
import { renderUnitPage } from "../../../../src/adapters/slack/render/units/unit-page.ts";
import {
  renderAliasAdded,
  renderContactNamed,
  renderGroupSet,
  renderUnits,
} from "../../../../src/adapters/slack/render/units/units.ts";
import { updateModal } from "../../../../src/adapters/slack/render/update-modal.ts";
import type { ReviewView } from "../../../../src/app/use-cases.ts";
import { LANGUAGES, type Language } from "../../../../src/domain/language.ts";
import type { ReviewItem } from "../../../../src/domain/register/review/review-items.ts";
import { Refusal } from "../../../../src/errors.ts";
import { speaking } from "../../../../src/text/speaking.ts";
import { supportView } from "../../../support/slack-samples.ts";
import { homePage } from "./home-samples.ts";
import * as overview from "./overview-samples.ts";
import * as sample from "./samples.ts";

const COUNTS = [0, 1, 3, 5, 6, 40] as const;

const KINDS = ["seen", "later", "not_mine", "not_mine_accepted", "not_mine_declined"] as const;

/** Every message as it is sent in a language. */
function everyMessage(count: number, text: string, language: Language = "zh"): Record<string, SlackMessage> {
  return speaking(language, () =>
    Object.fromEntries(Object.entries(messagesOf(count, text)).map(([name, one]) => [name, wordsInScript(one)])),
  );
}

/** Every message, for so many things of which people and documents say `text`. */
function messagesOf(count: number, text: string): Record<string, SlackMessage> {
  const name = text === "" ? "" : `${text}`;
  const said = {
    id: 4,
    occurrenceId: 999_999_999,
    taskId: 21,
    unitId: 3,
    slackUser: text,
    remindAt: "2026-12-03T09:00",
    reason: text,
    on: "2026-12-02",
  };
  const acted = { name: text, isReader: false, on: "2026-12-02" };
  const lines = sample.times(count, (i) =>
    sample.digestLine({
      taskId: i + 1,
      taskName: `${name}${i}`,
      title: text,
      unitName: `${text}${i}`,
      leadName: text,
      role: i % 2 === 0 ? "lead" : "supporting",
      daysLeft: 5 - i,
      answered: i % 4 === 3,
      ownDue: { date: "2027-01-29", daysLeft: 40 },
      response: i % 3 === 0 ? null : { ...said, kind: KINDS[i % KINDS.length] ?? "seen" },
      ...(i % 3 === 1 ? {} : { receipt: i % 3 === 0 ? ("asked" as const) : acted }),
      ...(i % 2 === 0 ? {} : { answeredBy: acted, respondedBy: acted }),
    }),
  );
  const claims = KINDS.map((kind) =>
    renderDigest(
      sample.digest(
        [sample.digestLine({ title: text, unitName: text, reason: { code: "not-mine" }, response: { ...said, kind } })],
        "further",
      ),
    ),
  );
  const cards = sample.times(count, (i) => sample.card(text, { taskId: i + 1, taskName: `${name}${i}` }));
  const names = sample.times(count, () => text);
  const choices = sample.times(count, (i) => ({ taskId: i + 1, taskName: `${name}${i}`, title: text }));
  const units = sample.times(count, (i) =>
    sample.overview(text, {
      kind: (["single", "group", "unresolved"] as const)[i % 3] ?? "single",
      contacts: i % 2 === 0 ? [] : [{ id: 1, unitId: 3, slackUser: "U1", name: text, role: "primary" }],
    }),
  );
  const mine = sample.times(count, (i) =>
    sample.myRow(i, { title: text, unitName: `${text}${i}`, documentShortTitle: text, refIsShared: true }),
  );
  const recorded = {
    ...sample.proposal(text).task,
    taskId: 21,
    taskName: `${name}21`,
    title: text,
    unitName: text,
    update: { ...(sample.page(text, 1).updates[0] ?? expect.fail()) },
    extensionTo: "2026-12-20",
    forecast: null,
    closureRequested: true,
    requestIds: [],
    digestIds: [1],
    stillOpen: count,
    colleague: { name: text, status: "on_track" as const, percent: 60 },
  };
  const pages = renderAgenda(sample.draft(sample.agenda(count, text), true));
  const support = supportView(count, text);
  const urge = { on: "2026-12-01", unitName: text, replied: names, silent: names, office: names };
  const joint = { unitName: text, on: "2026-12-01", covers: count, missing: names, later: names };
  const supportPage = {
    taskId: 21,
    taskName: text,
    title: text,
    due: { date: "2026-12-02", daysLeft: -1 },
    support,
    urged: urge,
    joint,
    mayUrge: true,
    leads: true,
  };
  const urgedNow = { ...supportPage, before: null, now: names, digest: names, digestOn: "2026-12-02", office: names };
  const reasonsToRide = ["urged", "answered-after-signing"] as const;
  const ride = sample.times(count, (i) =>
    sample.digestLine({
      taskName: `${text}${i}`,
      title: text,
      unitName: text,
      role: "supporting",
      reason: { code: reasonsToRide[i % 2] ?? "urged", params: { unit: text, date: "2026-12-01" } },
    }),
  );
  return {
    support: renderSupport(supportPage, "2026-12-02"),
    wholeSupport: renderSupport(
      { ...supportPage, due: null, urged: null, joint: null, mayUrge: false },
      "2026-12-02",
      true,
    ),
    urged: renderUrged(urgedNow, "2026-12-02"),
    urgedBefore: renderUrged({ ...urgedNow, before: urge }, "2026-12-02"),
    proposalToSign: renderProposal({ ...sample.proposal(text), support }),
    recordedJoint: renderRecorded({ ...recorded, joint }),
    urgeMessage: renderDigest(sample.digest(ride.slice(0, 1), "further")),
    digestWithRiders: renderDigest(sample.digest(ride)),
    laterAlone: renderDigest(sample.digest(ride.slice(1, 2))),
    wholeDigestWithRiders: renderWholeDigest(sample.digest(ride)),
    digest: renderDigest(sample.digest(lines)),
    furtherDigest: renderDigest(sample.digest(lines, "further")),
    ...Object.fromEntries(claims.map((claim, i) => [`claim ${KINDS[i]}`, claim])),
    ...Object.fromEntries(
      (["accepted", "seen", "later", "not_mine"] as const).map((kind) => [
        `responded ${kind}`,
        renderResponded({
          kind,
          tasks: choices.length > 0 ? choices : [{ taskId: 1, taskName: text, title: text }],
          unitName: text,
          remindAt: kind === "later" ? "2026-12-03T09:00" : null,
          colleague: kind === "accepted" ? { kind: "not_mine", name: text, on: "2026-12-02" } : null,
          digestIds: [],
        }),
      ]),
    ),
    reassigned: renderReassigned({
      taskName: text,
      title: text,
      from: text,
      to: text,
      role: "lead",
      reason: text,
      toHasNoContact: count > 1,
      digestIds: [],
    }),
    wholeDigest: renderWholeDigest(sample.digest(lines)),
    secretaryDigest: renderDigest(sample.digest(lines, "secretary")),
    wholeSecretaryDigest: renderWholeDigest(sample.digest(lines, "secretary")),
    dayPlan: renderDayPlan(sample.plan(count, count), { task: () => text, unit: () => text }),
    review: renderReview(sample.reviewView(count, text)),
    reviewEnd: renderReview(sample.reviewView(count, text, { begins: false, open: [] })),
    reviewMoved: renderReviewMoved(text),
    reviewInDm: renderReviewInDm(text),
    ...Object.fromEntries(
      kindsOf(sample.reviewView(count, text)).map((item) => [
        `review ${item.kind}`,
        renderReviewCard(sample.reviewView(count, text, { begins: false }), item),
      ]),
    ),
    imported: renderImported({ title: text, tasks: count, unitsCreated: count, unitsWithoutContact: names }),
    importDiscarded: renderImportDiscarded(text),
    units: renderUnits(units),
    contactNamed: renderContactNamed({
      unit: sample.unit(text),
      person: { name: text },
      role: "primary",
      replaced: [text],
    }),
    groupSet: renderGroupSet({ group: sample.unit(text), members: names, created: names }),
    aliasAdded: renderAliasAdded(sample.unit(text), text),
    ...unitMessages(count, text),
    taskPage: renderTaskPage(sample.page(text, count)),
    myTasks: renderMyTasks(mine, sample.TODAY),
    proposal: renderProposal(sample.proposal(text)),
    proposalToChoose: renderProposal(sample.proposal(text, { task: null, choices })),
    recorded: renderRecorded(recorded),
    pointedOut: renderProposal({ ...sample.proposal(text), notices: sample.notices(text, count) }),
    recordedWithNotices: renderRecorded({
      ...recorded,
      notices: sample.notices(text, count),
      closureRequested: true,
      evidenceMissing: true,
    }),
    litTask: renderLitTask(sample.litTask(text), sample.TODAY),
    closureRules: renderClosureRules({
      all: count > 0,
      tasks: sample.times(count, (i) => ({ taskName: name, title: text, evidence: i % 2 === 0 })),
    }),
    discarded: renderProposalDiscarded(),
    meetings: renderMeetings(
      sample.times(count, (i) => sample.meeting("2026-12-16", i - 2, i % 3 === 0 ? "held" : "planned")),
    ),
    meetingSet: renderMeetingSet(sample.meeting("2026-12-16", count)),
    ...Object.fromEntries(pages.map((one, i) => [`agenda ${i}`, one])),
    answerTask: renderAnswer(sample.answer("task", cards, text), 5),
    answerList: renderAnswer(sample.answer("list", cards, text), 5),
    answerNone: renderAnswer(sample.answer("none", cards, text), 5),
    answerClarify: renderAnswer(sample.answer("clarify", cards, text), 5),
    help: renderHelp({ isSecretary: true, localWorkspace: true }),
    unknownCommand: renderUnknownCommand(text),
    refusal: renderRefusal(new Refusal("unknown-unit", { unit: text, nearest: text })),
    failure: renderFailure("abc123"),
    languages: renderLanguages(null),
    languageChosen: renderLanguageChosen("zh-Hant"),
    clock: renderClock(sample.TODAY, sample.TODAY),
    reminderStatus: renderReminderStatus(overview.stuckStatus(count, text)),
    eachDigest: renderEachDigest(overview.stuckStatus(count, text), 1),
    forecast: renderForecast(overview.forecast(count + 1)),
  };
}

/** One unit, a merge, a list of members. */
function unitMessages(count: number, text: string): Record<string, SlackMessage> {
  const period = { name: text, from: "2019-01-01", to: "2026-12-31" };
  const tasks = sample.times(count, (i) => ({ taskName: `${text}${i}`, title: text }));
  const members = sample.times(count, (i) => ({ ...period, isCurrent: i % 2 === 0 }));
  const changes = sample.times(count, (i) => ({ ...period, isNew: i % 2 === 0 }));
  const from = sample.unit(text, { id: 3 });
  const into = sample.unit(text, {
    id: 4,
    aliases: sample.times(count, (i) => `${text}${i}`),
    absorbed: sample.times(count, (i) => ({ id: i + 10, name: text, intoId: 4 })),
  });
  const merge = { from, into, leads: count, supports: count, contacts: count, reported: count, groups: [text, text] };
  const bad = sample.times(count, (i) => ({ line: i + 1, text, why: "no-unit" as const }));
  const list = { group: from, fileName: text, added: changes, redated: changes, ended: changes, unchanged: count, bad };
  return {
    unitPage: renderUnitPage({ unit: into, leads: tasks, supports: tasks, members, groups: members }),
    mergeReview: renderMergeReview(merge),
    merged: renderMerged(merge),
    unmergeReview: renderUnmergeReview({ unit: { id: 3, name: text, intoId: 4 }, into }),
    unmerged: renderUnmerged({ unit: from }),
    membersReview: renderMembersReview(list, { fileId: "F1", sha256: "a".repeat(64) }),
    membersImported: renderMembersImported(list),
    unitsCancelled: renderUnitsCancelled(),
    aliasDated: renderAliasAdded(from, text, { from: "2014-01-01", to: "2018-12-31" }),
  };
}

/** The first guess of each kind. */
function kindsOf({ items }: ReviewView): ReviewItem[] {
  return [...Map.groupBy(items, ({ kind }) => kind).values()].flatMap(([first]) => first ?? []);
}

/** What stands in mrkdwn, with the bold that the bot itself sets taken off. */
function mrkdwnOf(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  if ("type" in node && node.type === "mrkdwn" && "text" in node) return [String(node.text)];
  return Object.values(node).flatMap(mrkdwnOf);
}

/** Of the other languages fewer: what differs is the length of the words. */
const COUNTS_IN = { zh: COUNTS, en: [1, 6, 40], "zh-Hant": [6, 40] } as const satisfies Record<
  Language,
  readonly number[]
>;

const CASES = Object.entries(sample.TEXTS).flatMap(([kind, text]) =>
  LANGUAGES.flatMap((language) => COUNTS_IN[language].map((count) => ({ kind, text, count, language }))),
);

describe.each(CASES)("$count things, $kind text, $language", ({ count, text, language }) => {
  it("keeps within Slack's limits", () => {
    const problems = Object.entries(everyMessage(count, text, language)).flatMap(
      ([name, { blocks, text: summary }]) => [
        ...checkLimits(blocks).map((problem) => `${name}: ${problem}`),
        ...(summary.length > LIMITS.messageText || summary === "" ? [`${name}: text of ${summary.length}`] : []),
        ...(blocks.length === 0 ? [`${name}: nothing to see`] : []),
      ],
    );
    expect(problems).toEqual([]);
  });

  it("lets nobody else's text mention, link or format", () => {
    for (const [name, { blocks, text: summary }] of Object.entries(everyMessage(count, text, language))) {
      for (const one of [...mrkdwnOf(blocks), summary]) {
        expect(one, name).not.toMatch(/<|>|[_~]|:tada:|\{\{/);
        // Bold wraps whole phrases of ours and stands in pairs; one that came from outside would break them.
        for (const row of one.split("\n")) expect((row.match(/\*/g) ?? []).length % 2, `${name}: ${row}`).toBe(0);
      }
    }
  });

  it("shows forms that Slack takes", () =>
    speaking(language, () => {
      const tasks = sample.times(count * 4, (i) => ({
        taskId: i + 1,
        taskName: text,
        title: text,
        role: "lead" as const,
      }));
      const modal = updateModal({ tasks, taskId: 130, reading: sample.proposal(text).reading, privateMetadata: "{}" });
      expect(checkView(modal)).toEqual([]);
      for (const focus of ["extend", "coordinate"] as const) {
        const start = { tasks, taskId: 130, reading: sample.proposal(text).reading, privateMetadata: "{}" };
        expect(checkView(updateModal({ ...start, focus })), focus).toEqual([]);
      }
      const { reading } = sample.proposal(text);
      const brief = { support: supportView(count, text), today: "2026-12-02" };
      expect(checkView(updateModal({ tasks, taskId: 1, reading, privateMetadata: "{}", ...brief }))).toEqual([]);
      for (const start of [null, reading, { ...reading, note: "" }]) {
        const feedback = feedbackModal({ tasks, taskId: 1, reading: start, privateMetadata: "{}" });
        if (count > 0) expect(checkView(feedback)).toEqual([]);
      }
      expect(checkView(notMineModal("{}"))).toEqual([]);
      for (const item of kindsOf(sample.reviewView(count, text))) {
        if (item.field !== "target") expect(checkView(reviewModal(1, item)), item.kind).toEqual([]);
      }
      expect(checkView(taskModal(sample.page(text, count), sample.TODAY))).toEqual([]);
    }));
});

describe("rows of buttons", () => {
  it("hold three at most", () => {
    const rows = Object.values(everyMessage(6, "市财政局"))
      .flatMap(({ blocks }): KnownBlock[] => blocks)
      .flatMap((block) => (block.type === "actions" ? [block.elements.length] : []));
    expect(Math.max(...rows)).toBeLessThanOrEqual(3);
  });
});

describe("English", () => {
  /** What units, tasks and people are called in the samples; how languages call themselves; the escaped mark of error codes. */
  const given = ["samples.ts", "overview-samples.ts", "within-limits.test.ts"]
    .map((file) => readFileSync(new URL(file, import.meta.url), "utf8"))
    .concat("简体中文 繁體中文 ＿")
    .join("\n");

  it.each([1, 3, 40])("has no Chinese but what documents and people brought: %s things", (count) => {
    const home = speaking("en", () =>
      (["office", "own", "observer"] as const).flatMap(
        (who) => renderHome(homePage(who, count, ""), { view: "office", starts: {} }, { chart: true }).blocks,
      ),
    );
    const form = speaking("en", () =>
      updateModal({ tasks: [], taskId: null, reading: sample.proposal("x").reading, privateMetadata: "{}" }),
    );
    const notMine = speaking("en", () => notMineModal("{}"));
    const views = { home, form, notMine };
    const foreign = Object.entries({ ...everyMessage(count, "市财政局", "en"), ...views }).flatMap(([name, view]) =>
      textsOf(view)
        .flatMap((text) => text.match(/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]+/gu) ?? [])
        .filter((words) => !given.includes(words))
        .map((words) => `${name}: ${words}`),
    );
    expect(foreign).toEqual([]);
  });
});

/** Every string that is shown. */
function textsOf(node: unknown, name = ""): string[] {
  if (typeof node === "string") return name === "text" ? [node] : [];
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => textsOf(value, key));
}
