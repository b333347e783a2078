// The review of a document: a file arrives, guess by guess is answered by a click, the form or plain words, then it is imported.

import type { ReviewAnswer, ReviewView } from "../../../app/use-cases.ts";
import { Refusal } from "../../../errors.ts";
import { say } from "../../../text/say.ts";
import type { SlackFile } from "../files.ts";
import { decodeApply, decodeGuess, decodeImport, REVIEW_FIELD } from "../ids.ts";
import { lacksArgument } from "../input/commands.ts";
import { changeInWords, parseReviewWords, type ReviewWords } from "../input/review-words.ts";
import { plainText } from "../input/text-in.ts";
import type { SlackMessage } from "../render/message.ts";
import { renderRefusal } from "../render/refusal.ts";
import { renderImportDiscarded, renderImported } from "../render/register.ts";
import { reviewModal } from "../render/review/modal.ts";
import { renderNext, renderReview } from "../render/review/start.ts";
import { renderReviewInDm, renderReviewMoved } from "../render/review/words.ts";
import { isDm, openForm, post } from "../reply.ts";
import { newestFile } from "./newest-file.ts";
import type { Click, Occasion, Office } from "./office.ts";
import { redraw } from "./redraw.ts";
import type { Submission } from "./update-modal.ts";

/** A file in the bot's direct messages: read, and its review opened. The register is not touched. */
export async function reviewFile(occasion: Occasion, file: SlackFile, office: Office): Promise<void> {
  const { fileName, bytes } = await office.files.fetch(file);
  await show(await office.useCases.startReview({ fileName, bytes, by: occasion.user }), occasion, office);
}

/** 「导入」: goes on with the open review, else opens that of the newest file sent to the bot. With words behind it: an answer. */
export async function importCommand(occasion: Occasion, text: string, office: Office): Promise<void> {
  const words = text === "" ? null : parseReviewWords(text);
  const open = await office.useCases.continueReview({ by: occasion.user });
  if (open !== null)
    return words === null ? show(open, occasion, office) : answerInWords(words, open, occasion, office);
  const file = await newestFile(occasion, office);
  if (file === null) throw lacksArgument("import");
  await reviewFile(occasion, file, office);
}

async function answerInWords(words: ReviewWords, view: ReviewView, occasion: Occasion, office: Office): Promise<void> {
  const { importId, open } = view;
  const by = occasion.user;
  if (words.kind === "apply") {
    return occasion.reply(await apply({ importId, acceptRest: words.acceptRest, asNew: false, by }, office));
  }
  if (words.kind === "discard") {
    return occasion.reply(renderImportDiscarded((await office.useCases.discardReview({ importId, by })).title));
  }
  const [item] = open;
  let answer: ReviewAnswer;
  if (words.kind === "undo") answer = { kind: "undo" };
  else if (item === undefined) return show(view, occasion, office);
  else if (words.kind === "change") answer = changeInWords(item, words.text, office.clock.today());
  else answer = { ...words, key: item.key };
  await show(await office.useCases.decideReview({ importId, answer, by }), occasion, office);
}

/** Posts the review as the newest message; the one that showed it before says so. */
async function show(view: ReviewView, occasion: Occasion, office: Office): Promise<void> {
  const { importId, draft, message: earlier } = view;
  const channel = await office.openDm(occasion.user);
  const message = await post(office.client, { channel }, renderReview(view));
  await office.useCases.placeReview({ importId, message });
  if (earlier) await update(earlier, renderReviewMoved(draft.title), office);
  if (occasion.channel === null || !isDm(occasion.channel)) await occasion.reply(renderReviewInDm(draft.title));
}

/** False where the message is gone. */
async function update(at: { channel: string; ts: string }, message: SlackMessage, office: Office): Promise<boolean> {
  try {
    await office.client.chat.update({ ...at, ...message });
    return true;
  } catch (error) {
    office.log.warn({ error: String(error) }, "The message of a review could not be redrawn");
    return false;
  }
}

/** 逐项核对. */
export async function startClicked(click: Click, office: Office): Promise<void> {
  const view = await office.useCases.viewReview({ ...decodeImport(click.value), by: click.user });
  await click.replace(renderNext(view));
}

/** A button that answers; the next guess takes the place of this one. */
function answered(answerOf: (value: string | undefined) => { importId: number; answer: ReviewAnswer }) {
  return async (click: Click, office: Office): Promise<void> => {
    const view = await office.useCases.decideReview({ ...answerOf(click.value), by: click.user });
    await click.replace(renderReview(view));
  };
}

export const accept = answered((value) => toGuess(value, (key) => ({ kind: "accept", key, sameKind: false })));
export const acceptKind = answered((value) => toGuess(value, (key) => ({ kind: "accept", key, sameKind: true })));
export const reject = answered((value) => toGuess(value, (key) => ({ kind: "not-a-task", key })));
export const undo = answered((value) => ({ ...decodeImport(value), answer: { kind: "undo" } }));

/** 全文责任单位均为牵头／配合. */
export function responsibleMeans(means: "lead" | "supporting") {
  return answered((value) => ({ ...decodeImport(value), answer: { kind: "responsible-means", means } }));
}

function toGuess(value: string | undefined, answerOf: (key: string) => ReviewAnswer) {
  const { importId, key } = decodeGuess(value);
  return { importId, answer: answerOf(key) };
}

/** 修改: the form of this guess. */
export async function change(click: Click, office: Office): Promise<void> {
  const { importId, key } = decodeGuess(click.value);
  const view = await office.useCases.viewReview({ importId, by: click.user });
  const item = view.items.find((one) => one.key === key);
  if (item === undefined || click.triggerId === null) throw new Refusal("review-closed");
  await openForm(office.client, click.triggerId, reviewModal(importId, item), say("usage.review"));
}

/** The form is answered like a button. Throws refusals; `reviewErrorsOf` puts them at a field. */
export async function submitReview(submission: Submission, office: Office): Promise<void> {
  const { importId, key } = decodeGuess(submission.privateMetadata);
  const answer = readChange(key, submission.values);
  const view = await office.useCases.decideReview({ importId, answer, by: submission.user });
  if (view.message && (await update(view.message, renderReview(view), office))) return;
  const channel = await office.openDm(submission.user);
  const message = await post(office.client, { channel }, renderReview(view));
  await office.useCases.placeReview({ importId, message });
}

function readChange(key: string, values: Submission["values"]): ReviewAnswer {
  const field = (id: string) => values[id]?.[id];
  const text = (id: string) => (field(id) === undefined ? null : plainText(field(id)?.value ?? ""));
  if (REVIEW_FIELD.due in values) return { kind: "due", key, due: field(REVIEW_FIELD.due)?.selected_date ?? null };
  const units = text(REVIEW_FIELD.units);
  if (units !== null) return { kind: "name-unit", key, units };
  return { kind: "assign", key, lead: text(REVIEW_FIELD.lead), supporting: text(REVIEW_FIELD.supporting) };
}

/** A refusal at the form's first field. */
export function reviewErrorsOf(refusal: Refusal, submission: Submission): Record<string, string> {
  const [first = REVIEW_FIELD.lead] = Object.keys(submission.values);
  return { [first]: renderRefusal(refusal).text };
}

/** 导入台账, 全部接受并导入; `asNew` beside an earlier version. */
export function applied(asNew: boolean) {
  return async (click: Click, office: Office): Promise<void> => {
    await click.replace(await apply({ ...decodeApply(click.value), asNew, by: click.user }, office));
  };
}

async function apply(input: Parameters<Office["useCases"]["applyReview"]>[0], office: Office): Promise<SlackMessage> {
  const summary = await office.useCases.applyReview(input);
  if (summary.amended) await redraw(summary.amended, office);
  return renderImported(summary);
}

export async function discardImport(click: Click, office: Office): Promise<void> {
  const { title } = await office.useCases.discardReview({ ...decodeImport(click.value), by: click.user });
  await click.replace(renderImportDiscarded(title));
}
