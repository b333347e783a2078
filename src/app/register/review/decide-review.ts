// One answer of the secretary in a review: stored before anything else is shown.
import { authorise } from "../../../domain/permission.ts";
import { type Decision, type DecisionStep, WHOLE_DOCUMENT } from "../../../domain/register/review/decisions.ts";
import type { ReviewItem } from "../../../domain/register/review/review-items.ts";
import type { UnitMention } from "../../../domain/register/unit.ts";
import { Refusal } from "../../../errors.ts";
import { taskFromBlock } from "../../../reading/documents/block-task.ts";
import { readUnitList } from "../../../reading/unit-list.ts";
import type { Ports } from "../../ports.ts";
import type { ReviewAnswer, ReviewView } from "../../use-cases.ts";
import { findOpenReview, type Reviewing, reviewing, viewOf } from "./review-view.ts";

/** Somebody else's click in between is met by deciding again on what stands then. */
const TRIES = 10;

/**
 * Secretary only. A click that comes twice, or late, changes nothing: what is decided stays until it is taken back or changed.
 * Throws `review-closed`, `already-imported`, `no-unit-read`, `not-saved`.
 */
export async function decideReview(
  ports: Pick<Ports, "registerStore" | "importStore" | "documentReader" | "secretaries">,
  input: { importId: number; answer: ReviewAnswer; by: string },
): Promise<ReviewView> {
  const { importId, answer, by } = input;
  authorise(by, "import-documents", ports);
  for (let tries = 0; tries < TRIES; tries++) {
    const stored = await findOpenReview(ports, importId);
    const steps = stepsAfter(stored.decisions, await reviewing(ports, stored), answer, by);
    if (steps === stored.decisions) return viewOf(ports, stored);
    if (await ports.importStore.saveDecisions(importId, stored.version, steps, by)) {
      return viewOf(ports, { ...stored, decisions: steps });
    }
  }
  throw new Refusal("not-saved");
}

/** An answer to one guess. */
type GuessAnswer = Extract<ReviewAnswer, { key: string }>;

/** The very same list where the answer changes nothing. */
function stepsAfter(
  steps: readonly DecisionStep[],
  review: Reviewing,
  answer: ReviewAnswer,
  by: string,
): readonly DecisionStep[] {
  if (answer.kind === "undo") return steps.length === 0 ? steps : steps.slice(0, -1);
  if (answer.kind === "responsible-means") return [...steps, { by, keys: [WHOLE_DOCUMENT], decision: answer }];
  const item = review.items.find(({ key }) => key === answer.key);
  if (item === undefined) return steps;
  const keys = keysMeant(item, review, answer);
  return keys.length === 0 ? steps : [...steps, { by, keys, decision: decisionOf(item, review, answer) }];
}

/** A change is meant even where the guess has been decided; the others are meant for what is open. */
function keysMeant(item: ReviewItem, { open }: Reviewing, answer: GuessAnswer): string[] {
  if (answer.kind === "accept" && answer.sameKind) {
    return open.filter(({ kind }) => kind === item.kind).map(({ key }) => key);
  }
  const isChange = answer.kind !== "accept" && answer.kind !== "not-a-task";
  return isChange || open.some(({ key }) => key === item.key) ? [item.key] : [];
}

function decisionOf(item: ReviewItem, { draft }: Reviewing, answer: GuessAnswer): Decision {
  switch (answer.kind) {
    case "accept":
    case "not-a-task":
      return { kind: answer.kind };
    case "due":
      return { kind: "due", due: answer.due };
    case "name-unit":
      return { kind: "name-unit", units: unitsIn(answer.units) };
    case "assign": {
      const lead = answer.lead === null && item.field !== "unread" ? null : unitsIn(answer.lead ?? "");
      // Nobody need support; somebody must lead.
      const supporting = answer.supporting === null ? null : readUnitList(answer.supporting);
      if (item.field !== "unread") return { kind: "assign", lead, supporting };
      const block = { text: item.quote, at: 1 };
      return {
        kind: "make-task",
        task: taskFromBlock(block, { lead: lead ?? [], supporting: supporting ?? [] }, draft),
      };
    }
    default:
      return answer satisfies never;
  }
}

function unitsIn(text: string): UnitMention[] {
  const units = readUnitList(text);
  if (units.length === 0) throw new Refusal("no-unit-read", { text });
  return units;
}
