// The secretary's decision on a request: it takes effect once, whoever clicks how often.
import { authorise } from "../../../domain/permission.ts";
import { decideRequest as decide, type RequestAnswer } from "../../../domain/status/request-decision.ts";
import { Refusal } from "../../../errors.ts";
import { evidenceMissing } from "../closing/evidence-missing.ts";
import type { DecidedRequest } from "./request-use-cases.ts";
import { REDRAWN_DIGESTS, type RequestPorts, viewRequest } from "./view-request.ts";

export async function decideRequest(
  ports: RequestPorts,
  input: { requestId: number; answer: RequestAnswer; by: string },
): Promise<DecidedRequest> {
  authorise(input.by, "decide-requests", ports);
  const { requestId, answer, by } = input;
  const request = await ports.requestStore.find(requestId);
  if (!request) throw new Refusal("unknown-request", { id: requestId });
  const register = await ports.registerStore.loadAround([request.taskId]);
  const closes = request.kind === "closure" && answer.kind === "approve";
  const effect = decide({
    request,
    answer,
    register,
    today: ports.clock.today(),
    calendar: ports.calendar,
    evidenceMissing: closes && (await evidenceMissing(ports, request.taskId)),
  });
  const settled = await ports.requestStore.decide({
    requestId,
    state: answer.kind === "approve" ? "approved" : "sent_back",
    text: answer.kind === "send-back" ? answer.reason : effect.kind === "extend" ? effect.dueDate : "",
    effect,
    by,
    at: ports.clock.now(),
  });
  if (settled === null) throw new Refusal("request-decided");
  return {
    view: await viewRequest(ports, { requestId, by }),
    settled: await Promise.all(settled.map((id) => viewRequest(ports, { requestId: id, by }))),
    digestIds: await ports.reminderStore.sentWithTask(request.taskId, REDRAWN_DIGESTS),
  };
}
