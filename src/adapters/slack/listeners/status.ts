// Progress: commands, replies, the buttons under a shown-back reply.
import type { JointSignature } from "../../../app/status/support/support-use-cases.ts";
import type { ProposalView } from "../../../app/use-cases.ts";
import type { Status } from "../../../domain/status/status.ts";
import { Refusal, type RefusalCode } from "../../../errors.ts";
import { say } from "../../../text/say.ts";
import { decodeProposal, decodeReport, decodeSettle, decodeSign, type UpdateModalMetadata } from "../ids.ts";
import { splitTaskRef } from "../input/arguments.ts";
import { lacksArgument, looksLikeQuestion } from "../input/commands.ts";
import { renderProposal, renderProposalDiscarded, renderRecorded } from "../render/status.ts";
import { isDm } from "../reply.ts";
import { ask } from "./answers.ts";
import { attach, type Evidence } from "./evidence.ts";
import type { Click, Occasion, Office } from "./office.ts";
import { redraw } from "./redraw.ts";
import { submitRequests } from "./requests.ts";
import { openUpdateModal } from "./update-modal.ts";

/** 「进展 21 已开156个班」 is shown back; 「进展」 and 「进展 21」 open the form. */
export async function update(occasion: Occasion, text: string, office: Office): Promise<void> {
  const { ref, rest } = splitTaskRef(text);
  if (rest !== "")
    return showProposals(occasion, await propose(occasion, { ref, text: rest, thread: null }, office), office);
  if (occasion.triggerId === null) throw lacksArgument("update");
  await openUpdateModal(
    occasion.triggerId,
    { user: occasion.user, ref, reading: null, proposalId: null, receipt: receiptFor(occasion) },
    office,
  );
}

/** 「延期 21 12月20日 原因」. */
export async function extend(occasion: Occasion, text: string, office: Office): Promise<void> {
  const { ref, rest } = splitTaskRef(text);
  const [, date, reason = ""] = /^(\S+)\s*([\s\S]*)$/.exec(rest) ?? [];
  if (ref === null || date === undefined) throw lacksArgument("extend");
  const said =
    reason === "" ? say("status.said-extend", { date }) : say("status.said-extend-because", { date, reason });
  await showProposals(occasion, await propose(occasion, { ref, text: said, thread: null }, office), office);
}

/** 「办结 21 说明」. */
export async function close(occasion: Occasion, text: string, office: Office): Promise<void> {
  const { ref, rest } = splitTaskRef(text);
  if (ref === null) throw lacksArgument("close");
  const said = rest === "" ? say("status.said-done") : say("status.said-done-note", { note: rest });
  await showProposals(occasion, await propose(occasion, { ref, text: said, thread: null }, office), office);
}

/** A reply in a thread of the bot's: progress, or, where it holds none and asks something, a question. */
export function threadReply(
  occasion: Occasion,
  text: string,
  threadTs: string,
  office: Office,
  evidence: Evidence = [],
): Promise<void> {
  const thread = occasion.channel === null ? null : { channel: occasion.channel, ts: threadTs };
  const isQuestion = (code: RefusalCode) => code === "nothing-said" && looksLikeQuestion(text);
  return progressOrQuestion(occasion, { text, thread, plain: false, isQuestion, evidence }, office);
}

/** Plain words in a direct message: progress where they certainly are and the person reports on tasks, else a question. */
export function plainWords(occasion: Occasion, text: string, office: Office, evidence: Evidence = []): Promise<void> {
  if (looksLikeQuestion(text)) return ask(occasion, text, office);
  const isQuestion = (code: RefusalCode) => code === "nothing-said" || code === "not-your-task";
  return progressOrQuestion(occasion, { text, thread: null, plain: true, isQuestion, evidence }, office);
}

/** `isQuestion`: the refusals of progress after which the words are taken as a question. */
async function progressOrQuestion(
  occasion: Occasion,
  said: {
    text: string;
    thread: { channel: string; ts: string } | null;
    plain: boolean;
    isQuestion: (code: RefusalCode) => boolean;
    evidence: Evidence;
  },
  office: Office,
): Promise<void> {
  const { text, thread, plain, isQuestion } = said;
  const { ref, rest } = splitTaskRef(text);
  let views: readonly ProposalView[];
  try {
    views = await propose(occasion, { ref, text: rest === "" ? text : rest, thread, plain }, office);
  } catch (error) {
    if (error instanceof Refusal && isQuestion(error.code)) return ask(occasion, text, office);
    throw error;
  }
  await attach(views, said.evidence, occasion, office);
  await showProposals(occasion, views, office);
}

/** One message for each task, so that each is confirmed, corrected or dropped by itself. */
async function showProposals(occasion: Occasion, views: readonly ProposalView[], office: Office): Promise<void> {
  for (const view of views) await occasion.reply(renderProposal(view, office.clock.today()));
}

async function propose(
  occasion: Occasion,
  said: { ref: string | null; text: string; thread: { channel: string; ts: string } | null; plain?: boolean },
  office: Office,
): Promise<readonly ProposalView[]> {
  return office.useCases.proposeUpdate({
    author: occasion.user,
    text: said.text,
    taskRef: said.ref,
    thread: said.thread,
    plain: said.plain ?? false,
    permalink: await permalinkOf(occasion, office),
    sourceKey: occasion.sourceKey,
  });
}

/** The link to what was written, as evidence; a link that Slack does not give holds nothing up. */
async function permalinkOf(occasion: Occasion, office: Office): Promise<string | null> {
  if (occasion.message === null) return null;
  const { channel, ts } = occasion.message;
  try {
    return (await office.client.chat.getPermalink({ channel, message_ts: ts })).permalink ?? null;
  } catch (error) {
    office.log.warn({ error: String(error) }, "No permalink");
    return null;
  }
}

/** 确认, and the choice of a task under a reply that names none. */
export function confirm(click: Click, office: Office): Promise<void> {
  return receive(decodeProposal(click.value), click, office);
}

/** 联合报送 under what was understood. */
export function signJoint(click: Click, office: Office): Promise<void> {
  const { proposalId, taskId, upTo } = decodeSign(click.value);
  return receive({ proposalId, taskId, joint: { upTo } }, click, office);
}

/** The status chosen under a reply that was asked back. */
export function settle(click: Click, office: Office): Promise<void> {
  return receive(decodeSettle(click.value), click, office);
}

async function receive(
  answer: { proposalId: number; taskId: number | null; status?: Status; joint?: JointSignature },
  click: Click,
  office: Office,
): Promise<void> {
  const recorded = await office.useCases.confirmUpdate({ ...answer, author: click.user });
  await click.replace(renderRecorded(recorded));
  await redraw(recorded, office);
  await submitRequests(recorded.requestIds, office);
}

/** Where the person looks: in a channel beside what was asked there, else in the direct messages. */
function receiptFor({ channel, responseUrl }: Occasion): UpdateModalMetadata["receipt"] {
  return responseUrl === null || channel === null || isDm(channel) ? null : { how: "ephemeral", url: responseUrl };
}

/** 修改: the form, filled in with what was understood. */
export async function edit(click: Click, office: Office): Promise<void> {
  const { proposalId, taskId } = decodeProposal(click.value);
  if (click.triggerId === null) throw new Refusal("proposal-gone");
  const proposal = await office.useCases.viewProposal({ proposalId, author: click.user });
  const receipt = click.responseUrl === null ? null : ({ how: "replace", url: click.responseUrl } as const);
  await openUpdateModal(
    click.triggerId,
    {
      user: click.user,
      taskId: taskId ?? proposal.taskId,
      reading: { ...proposal.reading, note: proposal.text },
      proposalId,
      receipt,
    },
    office,
  );
}

export async function discard(click: Click, _office: Office): Promise<void> {
  decodeProposal(click.value);
  await click.replace(renderProposalDiscarded());
}

/** 报进展 under a digest or in a list: the form at that task. */
export async function report(click: Click, office: Office): Promise<void> {
  const { taskId } = decodeReport(click.value);
  if (click.triggerId === null) throw new Refusal("proposal-gone");
  await openUpdateModal(
    click.triggerId,
    { user: click.user, taskId, reading: null, proposalId: null, receipt: receiptFor(click) },
    office,
  );
}
