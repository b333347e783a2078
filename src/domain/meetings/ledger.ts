// 附件 责任事项进展台账: one row for every task of the register, whatever became of it.
import { computedReason } from "../status/light.ts";
import type { StatusUpdate } from "../status/status.ts";
import type { LedgerRow } from "./agenda-types.ts";
import { type AgendaFacts, answering, reportOf, type TaskFacts, unitName } from "./facts.ts";
import { rollUp, unitList } from "./notation.ts";
import { saidBy } from "./sections/opinions.ts";

/** How a sentence about the next step begins; units write one text for progress and plans. */
const NEXT_STEP = /^(下一步|下步|接下来|后续|拟|计划|争取|预计|力争)/;

export function ledgerRow(task: TaskFacts, facts: AgendaFacts): LedgerRow {
  const leadIds = new Set([...task.leads, ...answering(task.leads, facts)].map((u) => u.id));
  const leadUpdates = task.updates.filter((u) => leadIds.has(u.unitId));
  const problems = task.updates.filter((u) => u.status === "blocked" || u.status === "at_risk");
  const sentences = leadUpdates.map((u) => ({ update: u, ...splitNextStep(saidBy(u)) }));
  const list = (said: readonly { update: StatusUpdate; text: string }[]) => perUnit(said, task, facts);
  return {
    documentTitle: task.document?.title ?? "",
    ref: task.task.ref,
    label: task.task.label,
    title: task.task.title,
    text: task.task.text,
    lead: task.leads.map((u) => u.name),
    supporting: task.supporting.map((u) => u.name),
    originalDue: task.dates?.originalDueDate ?? null,
    currentDue: task.dates?.dueDate ?? null,
    changes: task.dates?.changes ?? 0,
    ...leadStatus(leadUpdates, task),
    // What a hampered lead says is its problem, and stands there.
    progressText: [
      ...list(sentences.filter((s) => !problems.includes(s.update)).map((s) => ({ ...s, text: s.progress }))),
      ...rollUps(task, facts),
    ].join("\n"),
    problems: list(problems.map((update) => ({ update, text: splitNextStep(saidBy(update)).progress }))).join("\n"),
    nextStep: list(sentences.map((s) => ({ ...s, text: s.nextStep }))).join("\n"),
    light: task.light,
  };
}

/** What the lead reported last. A group that leads stands where its most hampered member stands, until all are done. */
function leadStatus(
  updates: readonly StatusUpdate[],
  { leads, light }: TaskFacts,
): Pick<LedgerRow, "status" | "percent"> {
  const latest = updates[0];
  if (latest === undefined) return { status: null, percent: null };
  if (leads.every((u) => u.memberIds.length === 0)) return { status: latest.status, percent: latest.percent };
  if (computedReason(light).code === "light-done") return { status: "done", percent: null };
  const hampered = (["blocked", "at_risk"] as const).find((status) => updates.some((u) => u.status === status));
  return { status: hampered ?? "on_track", percent: null };
}

/** The unit's name before its words, unless it is the one that leads alone. */
function perUnit(
  said: readonly { update: StatusUpdate; text: string }[],
  { leads }: TaskFacts,
  facts: AgendaFacts,
): string[] {
  const alone = leads.length === 1 ? leads[0]?.id : null;
  return said
    .filter(({ text }) => text !== "")
    .map(({ update, text }) => (update.unitId === alone ? text : `${unitName(update.unitId, facts)}：${text}`));
}

/** A group that leads or supports, while members are missing: 各县区人民政府（4/9 已报），未报：… */
function rollUps(task: TaskFacts, facts: AgendaFacts): string[] {
  if (task.task.state !== "open") return [];
  return [...task.leads, ...task.supporting].flatMap((group) => {
    if (group.memberIds.length === 0) return [];
    const members = answering([group], facts);
    const missing = members.filter((unit) => reportOf(task, unit) === null);
    const head = rollUp(group.name, members.length - missing.length, members.length);
    return [missing.length === 0 ? head : `${head}，未报：${unitList(missing)}`];
  });
}

function splitNextStep(text: string): { progress: string; nextStep: string } {
  const sentences = text.split(/(?<=[。；;\n])/).map((s) => s.trim());
  return {
    progress: sentences.filter((s) => !NEXT_STEP.test(s)).join(""),
    nextStep: sentences.filter((s) => NEXT_STEP.test(s)).join(""),
  };
}
