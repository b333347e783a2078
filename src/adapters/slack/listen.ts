// Registers every listener with Bolt. Bolt's arguments become plain bags here and go no further.
import type { App, BlockAction, ViewSubmitAction } from "@slack/bolt";
import { Refusal } from "../../errors.ts";
import { speaking } from "../../text/speaking.ts";
import { ACTION, VIEW } from "./ids.ts";
import { changedMessage } from "./input/changed-message.ts";
import { parseCommand } from "./input/commands.ts";
import { errorsInScript } from "./language/script.ts";
import { markHelpful } from "./listeners/answers.ts";
import { dispatch } from "./listeners/dispatch.ts";
import { fetchEvidence } from "./listeners/evidence.ts";
import { leafHome, refreshHome, showHome } from "./listeners/home.ts";
import { languageClicked } from "./listeners/language/choose.ts";
import { approveAgenda } from "./listeners/meetings.ts";
import { directMessage, mention } from "./listeners/messages.ts";
import type { Click, Office } from "./listeners/office.ts";
import { showClicked } from "./listeners/register.ts";
import { acceptAll } from "./listeners/reminders/receipts.ts";
import { decideClaim, notMineErrorsOf, respondClicked, submitNotMine } from "./listeners/reminders/responses.ts";
import { showStatusPage } from "./listeners/reminders/status.ts";
import { showDigest } from "./listeners/reminders.ts";
import { changedReply } from "./listeners/replies/changed-reply.ts";
import { supportClicked, urgeClicked, wholeSupport } from "./listeners/replies/support.ts";
import * as requests from "./listeners/requests.ts";
import * as review from "./listeners/review.ts";
import { confirm, discard, edit, report, settle, signJoint } from "./listeners/status.ts";
import * as units from "./listeners/units.ts";
import { errorsOf, feedbackErrorsOf, type Submission, submitFeedback, submitUpdate } from "./listeners/update-modal.ts";
import {
  changeOccasion,
  clickOf,
  commandOccasion,
  messageOccasion,
  type SlackTextEvent,
  submissionOf,
} from "./occasions.ts";
import { isDm } from "./reply.ts";

/** The one slash command. */
const SLASH_COMMAND = "/lianxi";

/** A modal must be answered within 3 s; after this many milliseconds it is closed and the result told as a message. */
const MODAL_PATIENCE = 2_000;

const ON_CLICK: Readonly<Record<string, (click: Click, office: Office) => Promise<void>>> = {
  [ACTION.report]: report,
  [ACTION.digestAll]: showDigest,
  [ACTION.respond]: respondClicked,
  [ACTION.respondSeen]: respondClicked,
  [ACTION.respondAccept]: respondClicked,
  [ACTION.respondNotMine]: respondClicked,
  [ACTION.acceptAll]: acceptAll,
  [ACTION.claimAccept]: decideClaim,
  [ACTION.claimDecline]: decideClaim,
  [ACTION.confirmUpdate]: confirm,
  [ACTION.editUpdate]: edit,
  [ACTION.chooseTask]: confirm,
  [ACTION.discardUpdate]: discard,
  [ACTION.settleOnTrack]: settle,
  [ACTION.settleDone]: settle,
  [ACTION.settleAtRisk]: settle,
  [ACTION.reviewStart]: review.startClicked,
  [ACTION.reviewAccept]: review.accept,
  [ACTION.reviewAcceptKind]: review.acceptKind,
  [ACTION.reviewChange]: review.change,
  [ACTION.reviewReject]: review.reject,
  [ACTION.reviewUndo]: review.undo,
  [ACTION.responsibleLead]: review.responsibleMeans("lead"),
  [ACTION.responsibleSupporting]: review.responsibleMeans("supporting"),
  [ACTION.applyImport]: review.applied(false),
  [ACTION.applyAsNew]: review.applied(true),
  [ACTION.discardImport]: review.discardImport,
  [ACTION.mergeUnits]: units.merge,
  [ACTION.unmergeUnit]: units.unmerge,
  [ACTION.importMembers]: units.importMembers,
  [ACTION.cancelUnits]: units.cancel,
  [ACTION.statusPage]: showStatusPage,
  [ACTION.approveAgenda]: approveAgenda,
  [ACTION.fetchEvidence]: fetchEvidence,
  [ACTION.support]: supportClicked,
  [ACTION.supportAll]: wholeSupport,
  [ACTION.urge]: urgeClicked,
  [ACTION.signJoint]: signJoint,
  [ACTION.showRequest]: requests.showRequest,
  [ACTION.approveRequest]: requests.approve,
  [ACTION.approveOtherDate]: requests.otherDate,
  [ACTION.sendBackRequest]: requests.sendBack,
  [ACTION.showTask]: showClicked,
  [ACTION.homeList]: leafHome,
  [ACTION.homeFirst]: leafHome,
  [ACTION.homeView]: leafHome,
  [ACTION.helpfulYes]: (click, office) => markHelpful(click, office, true),
  [ACTION["language-zh"]]: languageClicked,
  [ACTION["language-en"]]: languageClicked,
  [ACTION["language-zh-Hant"]]: languageClicked,
  [ACTION.helpfulNo]: (click, office) => markHelpful(click, office, false),
};

/** Clicks after which the person's home page says something else. */
const CHANGES_HOME: ReadonlySet<string> = new Set([
  ACTION.respond,
  ACTION.respondSeen,
  ACTION.respondAccept,
  ACTION.acceptAll,
  ACTION.confirmUpdate,
  ACTION.chooseTask,
  ACTION.settleOnTrack,
  ACTION.settleDone,
  ACTION.settleAtRisk,
  ACTION.approveRequest,
  ACTION.applyImport,
  ACTION.applyAsNew,
  ACTION.mergeUnits,
  ACTION.unmergeUnit,
  ACTION.importMembers,
]);

/** The same of commands. */
const COMMANDS_CHANGING_HOME: ReadonlySet<string> = new Set([
  "accept",
  "requests",
  "reopen",
  "meeting",
  "contacts",
  "units",
  "clock",
]);

interface Form {
  submit(submission: Submission, office: Office): Promise<void>;
  /** A refusal at a field. */
  errorsOf(refusal: Refusal, submission: Submission): Record<string, string>;
}

const ON_SUBMIT: Readonly<Record<string, Form>> = {
  [VIEW.update]: { submit: submitUpdate, errorsOf },
  [VIEW.feedback]: { submit: submitFeedback, errorsOf: feedbackErrorsOf },
  [VIEW.notMine]: { submit: submitNotMine, errorsOf: notMineErrorsOf },
  [VIEW.review]: { submit: review.submitReview, errorsOf: review.reviewErrorsOf },
  [VIEW.sendBackRequest]: { submit: requests.submitSendBack, errorsOf: requests.requestErrorsOf },
  [VIEW.approveOtherDate]: { submit: requests.submitOtherDate, errorsOf: requests.requestErrorsOf },
};

export function listen(app: App, office: Office, botUserId: string): void {
  app.command(SLASH_COMMAND, async ({ ack, command }) => {
    await ack();
    const occasion = commandOccasion(command, office);
    const parsed = parseCommand(occasion.text);
    await dispatch(parsed, occasion, office);
    if (COMMANDS_CHANGING_HOME.has(parsed.name)) await refreshHome(occasion.user, office);
  });

  for (const [actionId, onClick] of Object.entries(ON_CLICK)) {
    app.action<BlockAction>(actionId, async ({ ack, body, action }) => {
      await ack();
      await onClick(clickOf(body, action, office), office);
      if (CHANGES_HOME.has(actionId)) await refreshHome(body.user.id, office);
    });
  }

  for (const [callbackId, form] of Object.entries(ON_SUBMIT)) {
    app.view<ViewSubmitAction>(callbackId, async ({ ack, body }) => {
      const submission = submissionOf(body);
      const work = form.submit(submission, office).then(
        () => null,
        (error: unknown) => ({ error }),
      );
      const outcome = await Promise.race([work, later(MODAL_PATIENCE)]);
      if (outcome !== "later" && outcome?.error instanceof Refusal) {
        return ack({ response_action: "errors", errors: errorsInScript(form.errorsOf(outcome.error, submission)) });
      }
      await ack();
      const failed = await work;
      if (failed !== null) throw failed.error;
      await refreshHome(submission.user, office);
    });
  }

  app.event("message", async ({ event }) => {
    const changed = changedMessage(event);
    if (changed !== null) {
      const { occasion, sourceKey, incoming } = changeOccasion(changed, botUserId, office);
      return changedReply(occasion, sourceKey, incoming, office);
    }
    const message = event as SlackTextEvent;
    if (message.channel_type !== "im" || message.user === undefined) return;
    const { occasion, incoming } = messageOccasion(message, botUserId, office);
    await directMessage(occasion, incoming, office);
  });

  app.event("app_mention", async ({ event }) => {
    const message = event as SlackTextEvent;
    // In a direct message the same words come as a message too.
    if (isDm(message.channel) || message.user === undefined || message.bot_id !== undefined) return;
    const { occasion, incoming } = messageOccasion(message, botUserId, office, message.ts);
    // Everybody in the channel reads the answer.
    await speaking(null, () => mention(occasion, incoming, office));
  });

  app.event("app_home_opened", async ({ event }) => {
    if (event.tab === "home") await showHome(event.user, office);
  });
}

function later(milliseconds: number): Promise<"later"> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, "later").unref());
}
