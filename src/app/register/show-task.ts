// Everything about one task on one page.
import { taskCard } from "../../domain/answers/task-card.ts";
import { can } from "../../domain/permission.ts";
import { keptDates } from "../../domain/register/due-dates.ts";
import type { Register } from "../../domain/register/register.ts";
import { type Role, type Task, type TaskVersion, unitIdsOf } from "../../domain/register/task.ts";
import { nameAtTheTime } from "../../domain/register/unit.ts";
import { receiptsOf } from "../../domain/reminders/receipt.ts";
import { linksIn } from "../../domain/status/closing.ts";
import { jointView } from "../../domain/status/joint/joint-reply.ts";
import { rollUpsOf } from "../../domain/status/roll-up.ts";
import { trailsOf } from "../../domain/status/targets/figure-trail.ts";
import { actualOf } from "../../domain/status/targets/target-actual.ts";
import { targetFactsOf } from "../../domain/status/task-light.ts";
import type { Actor, Ports } from "../ports.ts";
import { loadResponses } from "../reminders/responses/load-responses.ts";
import { findTask } from "./find-task.ts";
import type { TaskPage } from "./task-page.ts";

/** `ref` as people write it: "21", "（二十一）", "责任分工·21". Throws `unknown-task` or `ambiguous-task`. */
export async function showTask(
  ports: Pick<
    Ports,
    "registerStore" | "responseStore" | "evidenceStore" | "calendar" | "clock" | "secretaries" | "chairs"
  >,
  input: { ref: string; by: Actor },
): Promise<TaskPage> {
  const { task, register } = await findTask(ports, input.ref);
  const history = await ports.registerStore.loadHistory(task.id);
  const { updates, requests, versions, decisions, agendas } = history;
  const facts = targetFactsOf(task, register);
  // The page is for everybody, the evidence is not.
  const mayHave = can(input.by, "see-evidence", ports, { task, register });
  const unitName = (id: number) => nameAtTheTime(id, register.units);
  return {
    card: taskCard(task, register, ports.calendar, ports.clock.today()),
    state: task.state,
    mayReport: task.state === "open" && can(input.by, "report", ports, { task, register }),
    targets: task.targets.map((target) => ({ text: target.text, unit: target.unit, actual: actualOf(target, facts) })),
    decisions,
    agendas,
    reopened: task.state === "open" ? (history.reopenings[0] ?? null) : null,
    dates: keptDates(task, history.dueDates),
    deadlines: task.deadlines.filter((d) => d.text !== "").map(({ text, due }) => ({ text, due })),
    updates: updates.map((update) => ({ ...update, unitName: unitName(update.unitId) })),
    requests: requests.map((request) => ({ ...request, unitName: unitName(request.unitId) })),
    versions: tellingVersions(task, versions, register),
    rollUps: task.state === "open" ? rollUpsOf(task, register) : [],
    ...(task.state === "open"
      ? { receipts: receiptsOf(task, register, await loadResponses(ports, register, [task.id])) }
      : {}),
    joint: jointView(
      task,
      register,
      updates.find((update) => update.joint !== undefined),
    ),
    evidence: mayHave ? await ports.evidenceStore.count(task.id) : 0,
    links: [...new Set(updates.flatMap(({ text }) => linksIn(text)))],
    trails: trailsOf(facts, updates).map(({ target: { text, unit }, disagrees, trails }) => ({
      text,
      unit,
      disagrees,
      sources: trails.map(({ unitId, entries }) => ({ unitName: unitName(unitId), entries })),
    })),
  };
}

/** Former wordings that say something else than the one after them. */
function tellingVersions(task: Task, versions: readonly TaskVersion[], { units }: Register): TaskVersion[] {
  const names = (role: Role) => unitIdsOf(task, role).flatMap((id) => units.get(id)?.name ?? []);
  const today = { ref: task.ref, text: task.text, lead: names("lead"), supporting: names("supporting") };
  const words = ({ ref, text, lead, supporting }: typeof today | TaskVersion) =>
    [ref, text, lead.join("、"), supporting.join("、")].join("\n");
  return versions.filter((version, i) => words(version) !== words(versions[i - 1] ?? today));
}
