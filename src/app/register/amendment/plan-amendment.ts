// What importing a draft would change, where the register holds an earlier version of the document. Stores nothing.
import { findEarlierVersion, isOfSameTitle } from "../../../domain/register/diff/earlier-version.ts";
import {
  diffRegister,
  type EarlierTask,
  isSame,
  type RegisterDiff,
} from "../../../domain/register/diff/register-diff.ts";
import type { DraftDocument } from "../../../domain/register/draft.ts";
import type { Register } from "../../../domain/register/register.ts";
import { type Role, type SourceDocument, type Task, unitIdsOf } from "../../../domain/register/task.ts";
import { allows } from "../../../domain/status/transitions.ts";
import { toSimplified } from "../../../reading/script.ts";
import { readUnit } from "../../../reading/unit-name.ts";

/** A newer version of a document that the register holds. */
export interface Amendment {
  /** The version in force, which the draft would take the place of. */
  readonly previous: SourceDocument;
  readonly diff: RegisterDiff;
  /** True where nothing differs: there is nothing to import. */
  readonly same: boolean;
}

/** Null when the register holds no earlier version: the draft is a document of its own. */
export function amendmentOf(draft: DraftDocument, register: Register): Amendment | null {
  const previous = findEarlierVersion(draft, register.documents, toSimplified);
  if (previous === null) return null;
  const current = register.tasks.filter((task) => task.documentId === previous.id && allows(task.state, "amend"));
  const unitOf = unitReader(register);
  const diff = diffRegister(
    current.map((task) => earlierTask(task, unitOf)),
    draft,
    toSimplified,
  );
  // Two annexes of one notice share its number; a newer version shares tasks as well.
  const shared = diff.changed.length + diff.unchanged.length;
  if (shared === 0 && !isOfSameTitle(draft, previous, toSimplified)) return null;
  return { previous, diff, same: isSame(diff) };
}

type UnitOf = (unitId: number) => EarlierTask["lead"];

function earlierTask(task: Task, unitOf: UnitOf): EarlierTask {
  const { id, ref, label, section, title, text, deadlines, targets } = task;
  const units = (role: Role) => unitIdsOf(task, role).flatMap(unitOf);
  return {
    taskId: id,
    ref,
    label,
    section,
    title,
    text,
    deadlines,
    targets,
    lead: units("lead"),
    supporting: units("supporting"),
  };
}

/** Each unit is read once, however many tasks name it. */
function unitReader({ units }: Register): UnitOf {
  const read = new Map(
    [...units.values()].map(({ id, name, aliases }) => {
      const keys = [...new Set([name, ...aliases].map((spelling) => readUnit(spelling).key))];
      return [id, [{ name, keys }]] as const;
    }),
  );
  return (unitId) => read.get(unitId) ?? [];
}
