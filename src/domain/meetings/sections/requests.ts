// 六、延期与办结申请: what units ask the meeting to grant, with their reasons and the dates as they were and are.
import { type Reason, reason } from "../../reason.ts";
import type { Request } from "../../status/request.ts";
import { type AgendaFacts, type TaskFacts, unitName } from "../facts.ts";
import { closureTopic, DRAFT_DECISION, extensionTopic } from "../notation.ts";
import { TIME_ALLOWED } from "../time-allowed.ts";
import { type ItemToDecide, taskItem } from "./item.ts";

export function requestItems(facts: AgendaFacts): ItemToDecide[] {
  return facts.open.flatMap((task) => task.pending.map((request) => requestItem(request, task, facts)));
}

function requestItem(request: Request, task: TaskFacts, facts: AgendaFacts): ItemToDecide {
  const unit = unitName(request.unitId, facts);
  const { title } = task.task;
  const { proposedDate } = request;
  const extension = request.kind === "extension";
  const asked = extension
    ? reason("extension-requested", { unit, ...(proposedDate !== null && { date: proposedDate }) })
    : reason("closure-requested", { unit });
  const reporting = facts.input.register.units.get(request.unitId) ?? null;
  return {
    item: taskItem(
      task,
      {
        topic: extension ? extensionTopic(title) : closureTopic(title),
        reasons: [asked, ...dateReasons(task)],
        opinions: [{ unit, text: request.reason }],
        minutes: TIME_ALLOWED.request,
      },
      reporting,
    ),
    decision: extension
      ? DRAFT_DECISION.extend(title, task.dates?.dueDate ?? null, proposedDate)
      : DRAFT_DECISION.close(title),
  };
}

/** 原定／现定／变更次数. */
function dateReasons({ dates }: TaskFacts): Reason[] {
  if (dates === null) return [];
  const { originalDueDate: original, dueDate: current, changes } = dates;
  return [reason("due-dates", changes === 0 ? { current } : { original, current, changes })];
}
