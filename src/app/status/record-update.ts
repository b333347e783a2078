// Records what a unit says about a task: the one use case behind buttons, commands and replies.

import { taskName } from "../../domain/answers/task-card.ts";
import type { IsoDate } from "../../domain/calendar.ts";
import type { Register } from "../../domain/register/register.ts";
import { answeringUnits, personOf, type Unit } from "../../domain/register/unit.ts";
import { supportingUnits } from "../../domain/status/answered.ts";
import { jointView, signOver } from "../../domain/status/joint/joint-reply.ts";
import { statusOf } from "../../domain/status/recordable.ts";
import type { Request } from "../../domain/status/request.ts";
import type { StatusReading, StatusUpdate } from "../../domain/status/status.ts";
import { noticesOf } from "../../domain/status/targets/notices.ts";
import { targetFactsOf } from "../../domain/status/task-light.ts";
import { statusStep, taskAfter } from "../../domain/status/transitions.ts";
import { Refusal } from "../../errors.ts";
import { readImpossible } from "../../reading/replies/impossible.ts";
import { readStatusReply } from "../../reading/replies/status-reply.ts";
import type { Ports } from "../ports.ts";
import type { RecordedUpdate } from "../use-cases.ts";
import { evidenceMissing } from "./closing/evidence-missing.ts";
import { requireReporter } from "./reporter.ts";
import { requireExtendable } from "./requests/require-extendable.ts";
import { stillOpen } from "./still-open.ts";
import type { JointSignature } from "./support/support-use-cases.ts";
import type { UpdateFields } from "./update-fields.ts";

/** How many posted digests are redrawn after an update: older ones have left the screen. */
const REDRAWN_DIGESTS = 10;

export interface RecordInput {
  readonly author: string;
  readonly taskId: number;
  readonly fields: UpdateFields;
  readonly permalink: string | null;
  /** The click, modal or command: recorded once, however often it arrives. */
  readonly sourceKey: string;
  readonly proposalId?: number;
  /** Signs the report as a joint reply; counts for a lead's report only. */
  readonly joint?: JointSignature;
}

type RecordPorts = Pick<
  Ports,
  | "registerStore"
  | "responseStore"
  | "reminderStore"
  | "statusStore"
  | "requestStore"
  | "evidenceStore"
  | "closureStore"
  | "calendar"
  | "clock"
  | "secretaries"
>;

/** Throws `percent-out-of-range`, `past-date`, `status-contradicts`, `extension-not-later`, `nothing-to-extend`, `proposal-gone`, `closed-task`, `not-your-task` or `already-recorded`. */
export async function recordUpdate(ports: RecordPorts, input: RecordInput): Promise<RecordedUpdate> {
  const today = ports.clock.today();
  const fields = withFigures(input.fields, today);
  // A form has no field for figures and forecasts: they are read from its words.
  const said = readStatusReply(fields.text, today);
  // Nor has that of a supporting unit one for the percentage.
  const percent = fields.status === null ? percentIn(fields.text, said, today) : fields.percent;
  if (percent !== null && (percent < 0 || percent > 100)) throw new Refusal("percent-out-of-range", { percent });
  if (fields.extensionTo !== null && fields.extensionTo <= today) {
    throw new Refusal("past-date", { date: fields.extensionTo });
  }
  const status = fields.status ?? statusOf({ ...said, needsCoordination: fields.needsCoordination }) ?? "on_track";
  if (percent !== null && ((status === "done" && percent < 100) || (status === "not_started" && percent > 0))) {
    throw new Refusal("status-contradicts", { percent });
  }
  const register = await ports.registerStore.loadAround([input.taskId]);
  const task = register.tasks.find((t) => t.id === input.taskId);
  if (!task) throw new Refusal("proposal-gone");
  const unit = requireReporter(input.author, task, register, ports);
  const name = `${taskName(task, register)} ${task.title}`;
  const pending = register.requests.filter(
    (r) => r.taskId === task.id && r.unitId === unit.id && r.state === "pending",
  );
  const last = register.latestUpdates.find((u) => u.taskId === task.id && u.unitId === unit.id && !u.undone) ?? null;
  if (fields.extensionTo !== null)
    checkExtension(fields.extensionTo, requireExtendable(task, register), today, pending);

  const closureRequested =
    statusStep(last?.status ?? null, status) === "done" &&
    task.assignments.some((a) => a.unitId === unit.id && a.role === "lead") &&
    !pending.some((r) => r.kind === "closure");
  if (fields.extensionTo !== null) taskAfter(task.state, "ask-extension", name);
  if (closureRequested) taskAfter(task.state, "ask-closure", name);
  const quantities = fields.quantities ?? said.quantities;
  const leads = task.assignments.some((a) => a.role === "lead" && answersFor(a.unitId, unit, register));
  const joint =
    input.joint && leads && supportingUnits(task, register.units).length > 0
      ? signOver(task, register, (await ports.registerStore.loadHistory(task.id)).updates, input.joint.upTo)
      : null;
  const update = await ports.statusStore.append({
    taskId: task.id,
    unitId: unit.id,
    author: input.author,
    status,
    percent,
    quantities,
    needsCoordination: fields.needsCoordination,
    text: fields.text,
    permalink: input.permalink,
    reportedOn: today,
    sourceKey: input.sourceKey,
    proposalId: input.proposalId ?? null,
    ...(joint === null ? {} : { joint }),
    requests: [
      ...(fields.extensionTo === null
        ? []
        : [{ kind: "extension" as const, reason: fields.text, proposedDate: fields.extensionTo }]),
      ...(closureRequested ? [{ kind: "closure" as const, reason: fields.text, proposedDate: null }] : []),
    ],
  });
  if (!update) throw new Refusal("already-recorded");

  const digestIds = await ports.reminderStore.sentWithTask(task.id, REDRAWN_DIGESTS);
  const asks = fields.extensionTo !== null || closureRequested;
  return {
    taskId: task.id,
    taskName: taskName(task, register),
    title: task.title,
    unitName: unit.name,
    update,
    extensionTo: fields.extensionTo,
    forecast: status === "done" ? null : fields.forecast === undefined ? said.forecast : fields.forecast,
    closureRequested,
    // A reply that was shown back has had its notices.
    notices:
      input.proposalId === undefined
        ? noticesOf({ unitId: unit.id, status, quantities }, { facts: targetFactsOf(task, register), last })
        : [],
    evidenceMissing: closureRequested && (await evidenceMissing(ports, task.id)),
    joint: jointView(task, register, update),
    requestIds: asks ? await askedBesides(ports, pending, { taskId: task.id, unitId: unit.id }) : [],
    digestIds,
    stillOpen: await stillOpen(ports, digestIds, unit.name),
    ...(await colleagueBefore(ports, update, unit)),
  };
}

/** The requests that wait now and did not before. */
async function askedBesides(
  { requestStore }: Pick<Ports, "requestStore">,
  before: readonly Request[],
  of: { taskId: number; unitId: number },
): Promise<number[]> {
  const known = new Set(before.map(({ id }) => id));
  return (await requestStore.pending(of)).filter((id) => !known.has(id));
}

function percentIn(text: string, { percent }: StatusReading, today: IsoDate): number | null {
  const impossible = readImpossible(text, today);
  return impossible?.kind === "percent" ? impossible.percent : percent;
}

/**
 * Who of the unit had reported on the same day. Read after the update was stored: of two at the same moment, the second sees
 * the first.
 */
async function colleagueBefore(
  { registerStore }: Pick<Ports, "registerStore">,
  update: StatusUpdate,
  unit: Unit,
): Promise<Pick<RecordedUpdate, "colleague">> {
  const { updates } = await registerStore.loadHistory(update.taskId);
  const [last] = updates.filter((one) => one.unitId === update.unitId && one.id < update.id);
  if (last === undefined || last.on !== update.on || last.author === update.author) return {};
  return { colleague: { name: personOf(last.author, unit), status: last.status, percent: last.percent } };
}

/** Whether `unit` answers for the assigned one: it is that unit, or a member of it. */
function answersFor(assignedId: number, unit: Unit, { units }: Register): boolean {
  const assigned = units.get(assignedId);
  return assigned !== undefined && (assigned.id === unit.id || answeringUnits(assigned, units).includes(unit));
}

/** Throws `figures-without-unit` where nothing can be made of them. */
function withFigures(fields: UpdateFields, today: IsoDate): UpdateFields {
  const figures = fields.figures?.trim() ?? "";
  if (figures === "") return fields;
  const { quantities } = readStatusReply(figures, today);
  if (quantities.length === 0) throw new Refusal("figures-without-unit", { text: figures });
  const text = fields.text === "" ? figures : `${fields.text.replace(/[。；;]+$/, "")}；${figures}`;
  return { ...fields, text, quantities };
}

/** Asked for before the due date, to a later one, and once at a time. */
function checkExtension(date: IsoDate, due: IsoDate, today: IsoDate, pending: readonly Request[]): void {
  if (due < today) throw new Refusal("extension-too-late", { due });
  if (date <= due) throw new Refusal("extension-not-later", { date, due });
  const asked = pending.find((r) => r.kind === "extension");
  if (asked) throw new Refusal("request-pending", asked.proposedDate === null ? {} : { date: asked.proposedDate });
}
