// Requests: shown to the secretaries, decided by buttons or by words, told to whoever asked.

import type { DecidedRequest, RequestView } from "../../../app/status/requests/request-use-cases.ts";
import type { RequestAnswer } from "../../../domain/status/request-decision.ts";
import { Refusal } from "../../../errors.ts";
import { say } from "../../../text/say.ts";
import { decodeRequest, decodeRequestModal, REQUEST_FIELD } from "../ids.ts";
import { parseDate } from "../input/arguments.ts";
import { keyword, lacksArgument } from "../input/commands.ts";
import { plainText } from "../input/text-in.ts";
import type { SlackMessage } from "../render/message.ts";
import { renderRefusal } from "../render/refusal.ts";
import {
  renderOutcome,
  renderReopened,
  renderReopenedNotice,
  renderRequest,
  renderRequests,
} from "../render/requests/card.ts";
import { otherDateModal, sendBackModal } from "../render/requests/modal.ts";
import { renderOwnRequests } from "../render/requests/own.ts";
import { openForm, post, respondTo } from "../reply.ts";
import { type Click, isSecretary, type Occasion, type Office, tellPerson } from "./office.ts";
import { redraw } from "./redraw.ts";
import type { Submission } from "./update-modal.ts";

/** 「申请」 lists what waits; 「申请 5 同意 [12月20日]」 and 「申请 5 退回 理由」 decide. */
export async function requests(occasion: Occasion, text: string, office: Office): Promise<void> {
  const by = occasion.user;
  if (text === "" && !isSecretary(office, by)) {
    return occasion.reply(renderOwnRequests(await office.useCases.listOwnRequests({ by })));
  }
  if (text === "") return occasion.reply(await whatWaits(by, office));
  const [, id = "", word = "", rest = ""] = /^#?(\d{1,9})\s*(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  const requestId = Number(id);
  if (requestId === 0) throw lacksArgument("requests");
  if (word === "") return occasion.reply(renderRequest(await office.useCases.viewRequest({ requestId, by })));
  const decided = await office.useCases.decideRequest({
    requestId,
    answer: answerOf(keyword(word), rest.trim(), office),
    by,
  });
  await occasion.reply(renderRequest(decided.view));
  await tell(decided, office);
}

/** Requests, and claims 不属本单位职责. */
export async function whatWaits(by: string, office: Office): Promise<SlackMessage> {
  return renderRequests(await office.useCases.listRequests({ by }), await office.useCases.listClaims({ by }));
}

const APPROVE = new Set(["同意", "批准", "approve"]);
const SEND_BACK = new Set(["退回", "退回修改", "不同意", "refuse", "return"]);

function answerOf(word: string, rest: string, office: Office): RequestAnswer {
  if (APPROVE.has(word)) {
    return { kind: "approve", date: rest === "" ? null : parseDate(rest, office.clock.today()) };
  }
  if (SEND_BACK.has(word)) return { kind: "send-back", reason: rest };
  throw lacksArgument("requests");
}

/** 「重新打开 21 理由」. */
export async function reopen(occasion: Occasion, text: string, office: Office): Promise<void> {
  const [, ref = "", reason = ""] = /^(\S+)\s*([\s\S]*)$/.exec(text) ?? [];
  if (ref === "" || reason === "") throw lacksArgument("reopen");
  const task = await office.useCases.reopenTask({ ref, reason, by: occasion.user });
  await occasion.reply(renderReopened(task));
  for (const person of task.people) {
    try {
      await tellPerson(person, () => renderReopenedNotice(task), office);
    } catch (error) {
      office.log.warn({ error: String(error), taskId: task.taskId }, "A contact could not be told of a reopening");
    }
  }
  await redraw(task, office);
}

/** 处理 beside a line of the list. */
export async function showRequest(click: Click, office: Office): Promise<void> {
  await click.reply(
    renderRequest(await office.useCases.viewRequest({ ...decodeRequest(click.value), by: click.user })),
  );
}

/** 同意, as asked for. */
export async function approve(click: Click, office: Office): Promise<void> {
  const { requestId } = decodeRequest(click.value);
  let decided: DecidedRequest;
  try {
    decided = await office.useCases.decideRequest({
      requestId,
      answer: { kind: "approve", date: null },
      by: click.user,
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "request-decided") throw error;
    // Somebody else was first: the card says who.
    return click.replace(renderRequest(await office.useCases.viewRequest({ requestId, by: click.user })));
  }
  await click.replace(renderRequest(decided.view));
  await tell(decided, office);
}

export const sendBack = formOpener(sendBackModal);
export const otherDate = formOpener(otherDateModal);

function formOpener(form: typeof sendBackModal) {
  return async (click: Click, office: Office): Promise<void> => {
    const { requestId } = decodeRequest(click.value);
    const view = await office.useCases.viewRequest({ requestId, by: click.user });
    if (view.state !== "pending" || click.triggerId === null) return click.replace(renderRequest(view));
    const metadata = { requestId, responseUrl: click.responseUrl };
    await openForm(office.client, click.triggerId, form(view, metadata), say("usage.requests"));
  };
}

export function submitSendBack(submission: Submission, office: Office): Promise<void> {
  const reason = plainText(submission.values[REQUEST_FIELD.reason]?.[REQUEST_FIELD.reason]?.value ?? "");
  return submit(submission, { kind: "send-back", reason }, office);
}

export function submitOtherDate(submission: Submission, office: Office): Promise<void> {
  const date = submission.values[REQUEST_FIELD.date]?.[REQUEST_FIELD.date]?.selected_date ?? null;
  return submit(submission, { kind: "approve", date }, office);
}

async function submit(submission: Submission, answer: RequestAnswer, office: Office): Promise<void> {
  const { requestId, responseUrl } = decodeRequestModal(submission.privateMetadata);
  const decided = await office.useCases.decideRequest({ requestId, answer, by: submission.user });
  await show(decided.view, submission.user, responseUrl, office);
  await tell(decided, office);
}

/** In the place of the card; where its address has expired, as a message. */
async function show(view: RequestView, user: string, responseUrl: string | null, office: Office): Promise<void> {
  if (responseUrl !== null) {
    try {
      return await respondTo(responseUrl, renderRequest(view), "replace");
    } catch (error) {
      office.log.warn({ error: String(error) }, "The decision goes as a direct message");
    }
  }
  await post(office.client, { channel: await office.openDm(user) }, renderRequest(view));
}

/** A refusal at the form's only field. */
export function requestErrorsOf(refusal: Refusal, submission: Submission): Record<string, string> {
  const [field = REQUEST_FIELD.reason] = Object.keys(submission.values);
  if (refusal.code === "missing-argument") return { [field]: say("requests.form-send-back-missing") };
  return { [field]: renderRefusal(refusal).text };
}

/** New requests go to every secretary. They are stored by now: 「申请」 lists them where a message fails. */
export async function submitRequests(requestIds: readonly number[], office: Office): Promise<void> {
  for (const requestId of requestIds) {
    for (const secretary of office.secretaries) {
      try {
        const view = await office.useCases.viewRequest({ requestId, by: secretary });
        await tellPerson(secretary, () => renderRequest(view), office);
      } catch (error) {
        office.log.warn({ error: String(error), requestId }, "A request could not be shown to a secretary");
      }
    }
  }
}

/** Who asked hears of it, and the digests follow. The decision is saved by now: a failure here is logged. */
async function tell({ view, settled, digestIds }: DecidedRequest, office: Office): Promise<void> {
  for (const one of [view, ...settled]) {
    try {
      await tellPerson(one.requestedBy, () => renderOutcome(one), office);
    } catch (error) {
      office.log.warn({ error: String(error), requestId: one.requestId }, "The asker could not be told");
    }
  }
  await redraw({ digestIds }, office);
}
