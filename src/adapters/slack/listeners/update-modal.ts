// The form for progress: opened at a task, read back field by field.

import type { JointSignature } from "../../../app/status/support/support-use-cases.ts";
import type { UpdateFields } from "../../../app/status/update-fields.ts";
import type { Status, StatusReading } from "../../../domain/status/status.ts";
import { Refusal, type RefusalCode } from "../../../errors.ts";
import { say, sayRefusal } from "../../../text/say.ts";
import {
  COORDINATION_NEEDED,
  decodeUpdateModal,
  encodeUpdateModal,
  FEEDBACK_FIELD,
  FIELD,
  OWN_PART_DONE,
  type UpdateModalMetadata,
} from "../ids.ts";
import { plainText } from "../input/text-in.ts";
import { renderRecorded } from "../render/status.ts";
import { feedbackModal } from "../render/support/feedback-modal.ts";
import { type UpdateFocus, updateModal } from "../render/update-modal.ts";
import { openForm, post, respondTo } from "../reply.ts";
import type { Office } from "./office.ts";
import { redraw } from "./redraw.ts";
import { submitRequests } from "./requests.ts";

/** What a modal submission holds: the fields' state and what was packed when it was opened. */
export interface Submission {
  readonly user: string;
  readonly viewId: string;
  readonly privateMetadata: string;
  readonly values: Readonly<Record<string, Readonly<Record<string, FieldState>>>>;
}

interface FieldState {
  readonly value?: string | null | undefined;
  readonly selected_option?: { readonly value: string } | null | undefined;
  readonly selected_options?: readonly { readonly value: string }[] | undefined;
  readonly selected_date?: string | null | undefined;
}

/** Opens the form within the three seconds of `triggerId`. The task by its id, or by its number among the person's own. */
export async function openUpdateModal(
  triggerId: string,
  start: UpdateModalMetadata & {
    user: string;
    taskId?: number | null;
    ref?: string | null;
    reading: StatusReading | null;
    focus?: UpdateFocus;
  },
  office: Office,
): Promise<void> {
  const tasks = await office.useCases.reportableTasks({ slackUser: start.user });
  const named = start.ref ? tasks.filter((t) => t.taskName === start.ref || t.taskName.endsWith(`·${start.ref}`)) : [];
  const taskId = start.taskId ?? (named.length === 1 ? named[0]?.taskId : undefined) ?? null;
  const privateMetadata = encodeUpdateModal({ proposalId: start.proposalId, receipt: start.receipt });
  const supports = tasks.filter((task) => task.role === "supporting");
  const leads = tasks.some((task) => task.taskId === taskId && task.role === "lead");
  const support =
    taskId !== null && leads && start.focus === undefined
      ? await office.useCases.supportBrief({ taskId, by: start.user })
      : null;
  const { reading, focus } = start;
  const form =
    taskId !== null && focus === undefined && supports.some((task) => task.taskId === taskId)
      ? feedbackModal({ tasks: supports, taskId, reading, privateMetadata })
      : updateModal({ tasks, taskId, reading, privateMetadata, focus, support, today: office.clock.today() });
  await openForm(office.client, triggerId, form, say("usage.update"));
}

/** Records a submission. Throws refusals; `errorsOf` puts them at their field. */
export async function submitUpdate(submission: Submission, office: Office): Promise<void> {
  await record(submission, { ...readFields(submission.values), ...readSignature(submission.values) }, office);
}

/** The same of a supporting unit's form. */
export async function submitFeedback(submission: Submission, office: Office): Promise<void> {
  await record(submission, readFeedback(submission.values), office);
}

async function record(
  submission: Submission,
  { taskId, fields, joint }: { taskId: number; fields: UpdateFields; joint?: JointSignature },
  office: Office,
): Promise<void> {
  const { proposalId, receipt } = decodeUpdateModal(submission.privateMetadata);
  const recorded = await office.useCases.recordUpdate({
    author: submission.user,
    taskId,
    fields,
    permalink: null,
    sourceKey: `view:${submission.viewId}`,
    ...(proposalId === null ? {} : { proposalId }),
    ...(joint === undefined ? {} : { joint }),
  });
  await tell(renderRecorded(recorded), submission.user, receipt, office);
  await redraw(recorded, office);
  await submitRequests(recorded.requestIds, office);
}

async function tell(
  message: ReturnType<typeof renderRecorded>,
  user: string,
  receipt: UpdateModalMetadata["receipt"],
  office: Office,
): Promise<void> {
  if (receipt !== null) {
    try {
      return await respondTo(receipt.url, message, receipt.how);
    } catch (error) {
      // The form was open longer than a response_url lives.
      office.log.warn({ error: String(error) }, "The receipt goes as a direct message");
    }
  }
  await post(office.client, { channel: await office.openDm(user) }, message);
}

const STATUSES: readonly Status[] = ["not_started", "on_track", "at_risk", "blocked", "done"];

/** The form's fields as they were filled in. Throws refusals that `errorsOf` knows the field of. */
function readFields(values: Submission["values"]): { taskId: number; fields: UpdateFields } {
  const field = (id: string): FieldState => values[id]?.[id] ?? {};
  const taskId = readTask(values);
  const chosen = field(FIELD.status).selected_option?.value;
  const status = STATUSES.find((one) => one === chosen);
  if (status === undefined) throw new Refusal("nothing-said");
  return {
    taskId,
    fields: {
      status,
      percent: readPercent(field(FIELD.percent).value ?? ""),
      needsCoordination: (field(FIELD.coordination).selected_options ?? []).some(
        (o) => o.value === COORDINATION_NEEDED,
      ),
      extensionTo: field(FIELD.extension).selected_date ?? null,
      text: plainText(field(FIELD.details).value ?? ""),
    },
  };
}

function readFeedback(values: Submission["values"]): { taskId: number; fields: UpdateFields } {
  const field = (id: string): FieldState => values[id]?.[id] ?? {};
  const text = plainText(field(FEEDBACK_FIELD.text).value ?? "").trim();
  if (text === "") throw new Refusal("nothing-said");
  const marks = (field(FEEDBACK_FIELD.marks).selected_options ?? []).map((one) => one.value);
  return {
    taskId: readTask(values),
    fields: {
      status: marks.includes(OWN_PART_DONE) ? "done" : null,
      percent: null,
      needsCoordination: marks.includes(COORDINATION_NEEDED),
      extensionTo: null,
      text,
      figures: plainText(field(FEEDBACK_FIELD.figures).value ?? ""),
    },
  };
}

/** The ticked box holds the newest answer that the form showed. */
function readSignature(values: Submission["values"]): { joint?: JointSignature } {
  const [ticked] = values[FIELD.joint]?.[FIELD.joint]?.selected_options ?? [];
  const upTo = Number(ticked?.value);
  return ticked !== undefined && Number.isInteger(upTo) && upTo >= 0 ? { joint: { upTo } } : {};
}

function readTask(values: Submission["values"]): number {
  const taskId = Number(values[FIELD.task]?.[FIELD.task]?.selected_option?.value);
  if (!Number.isInteger(taskId) || taskId <= 0) throw new Refusal("missing-argument", { name: "task" });
  return taskId;
}

/** "60", "60%", "６０％" → 60; empty → null. */
function readPercent(text: string): number | null {
  const plain = plainText(text).normalize("NFKC").replace(/[%\s]/g, "");
  if (plain === "") return null;
  const percent = Number(plain);
  if (!Number.isFinite(percent) || percent < 0 || percent > 100)
    throw new Refusal("percent-out-of-range", { percent: text });
  return percent;
}

const FIELD_OF: Partial<Record<RefusalCode, string>> = {
  "percent-out-of-range": FIELD.percent,
  "past-date": FIELD.extension,
  "bad-date": FIELD.extension,
  "missing-argument": FIELD.task,
  "several-tasks": FIELD.task,
  "status-contradicts": FIELD.percent,
  "extension-not-later": FIELD.extension,
  "nothing-to-extend": FIELD.extension,
  "unknown-task": FIELD.task,
  "closed-task": FIELD.task,
  "not-your-task": FIELD.task,
  "nothing-said": FIELD.status,
};

/** A refusal at the field it is about. */
export function errorsOf(refusal: Refusal): Record<string, string> {
  return { [FIELD_OF[refusal.code] ?? FIELD.details]: sayRefusal(refusal) };
}

const FEEDBACK_FIELD_OF: Partial<Record<RefusalCode, string>> = {
  "figures-without-unit": FEEDBACK_FIELD.figures,
  "missing-argument": FIELD.task,
  "unknown-task": FIELD.task,
  "closed-task": FIELD.task,
  "not-your-task": FIELD.task,
};

/** The same in a supporting unit's form. */
export function feedbackErrorsOf(refusal: Refusal): Record<string, string> {
  return { [FEEDBACK_FIELD_OF[refusal.code] ?? FEEDBACK_FIELD.text]: sayRefusal(refusal) };
}
