// Stores a document with its tasks and the units it names, in one transaction.
import type { Actor, ImportedDocument } from "../../../app/ports.ts";
import type { IsoDate } from "../../../domain/calendar.ts";
import type { DraftDocument, DraftTask } from "../../../domain/register/draft.ts";
import type { Role } from "../../../domain/register/task.ts";
import { holdsOn, type UnitMention, type Validity } from "../../../domain/register/unit.ts";
import { Refusal } from "../../../errors.ts";
import type { Prisma, PrismaClient } from "../../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "../audit.ts";

type Transaction = Prisma.TransactionClient;

/** Throws `Refusal("already-imported", { title })` when the same file is in the register. */
export function saveDocument(
  prisma: PrismaClient,
  input: { draft: DraftDocument; sha256: string; fileName: string; by: Actor },
): Promise<ImportedDocument> {
  const { draft, sha256, fileName, by } = input;
  return writeInTurn(prisma, async (tx) => {
    await refuseKnown(tx, sha256);
    const documentId = await insertDocument(tx, input, null);
    const mentions = draft.tasks.flatMap((task) => [...task.lead, ...task.supporting]);
    const units = await findOrCreateUnits(tx, mentions, draft.date);
    await saveTasks(tx, documentId, [...draft.tasks.entries()], units.idByKey);

    const summary = { documentId, tasks: draft.tasks.length, unitsCreated: units.created };
    await appendAudit(tx, {
      actor: by,
      action: "document.import",
      subject: `document:${documentId}`,
      after: { ...summary, title: draft.title, fileName, sha256 },
    });
    return summary;
  });
}

export async function refuseKnown(tx: Transaction, sha256: string): Promise<void> {
  const known = await tx.sourceDocument.findUnique({ where: { sha256 }, select: { title: true } });
  if (known !== null) throw new Refusal("already-imported", { title: known.title });
}

/** Returns the id. */
export async function insertDocument(
  tx: Transaction,
  { draft, sha256, fileName, by }: { draft: DraftDocument; sha256: string; fileName: string; by: Actor },
  supersedesId: number | null,
): Promise<number> {
  const { title, shortTitle, issuer, number, date, validUntil = null, standingTopics } = draft;
  const named = { title, shortTitle, issuer, number, date, validUntil, standingTopics: [...standingTopics] };
  const document = await tx.sourceDocument.create({
    data: { ...named, sha256, fileName, importedBy: by, supersedesId },
  });
  return document.id;
}

/**
 * A unit whose key is known, by its name or by an alias of that day, is reused; a spelling that is new becomes its alias. Units are
 * kept as the document names them, also where one was merged into another: that is undone at times.
 */
export async function findOrCreateUnits(
  tx: Transaction,
  mentions: readonly UnitMention[],
  day: IsoDate | null,
): Promise<{ idByKey: ReadonlyMap<string, number>; created: number }> {
  const firstByKey = new Map<string, UnitMention>();
  for (const mention of mentions) if (!firstByKey.has(mention.key)) firstByKey.set(mention.key, mention);
  const keys = [...firstByKey.keys()];

  const idByKey = new Map<string, number>();
  const validityByKey = new Map<string, Validity>();
  for (const alias of await tx.unitAlias.findMany({ where: { key: { in: keys } } })) {
    if (!holdsOn(alias, day)) continue;
    idByKey.set(alias.key, alias.unitId);
    validityByKey.set(alias.key, { validFrom: alias.validFrom, validTo: alias.validTo });
  }
  for (const unit of await tx.unit.findMany({ where: { key: { in: keys } } })) idByKey.set(unit.key, unit.id);
  const fresh = await tx.unit.createManyAndReturn({
    data: [...firstByKey.values()]
      .filter(({ key }) => !idByKey.has(key))
      .map(({ name, key, kind }) => ({ name, key, kind })),
  });
  for (const unit of fresh) idByKey.set(unit.key, unit.id);

  const names = await tx.unit.findMany({ where: { id: { in: [...idByKey.values()] } }, select: { name: true } });
  const known = new Set(names.map((unit) => unit.name));
  const spellings = mentions.flatMap(({ name, key }) => {
    const unitId = idByKey.get(key);
    return unitId === undefined || known.has(name) ? [] : [{ name, key, unitId, ...validityByKey.get(key) }];
  });
  await tx.unitAlias.createMany({ data: spellings, skipDuplicates: true });
  return { idByKey, created: fresh.length };
}

/** `tasks` with their places in the document. */
export async function saveTasks(
  tx: Transaction,
  documentId: number,
  tasks: readonly (readonly [position: number, task: DraftTask])[],
  unitIdByKey: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = await tx.task.createManyAndReturn({
    data: tasks.map(([position, { ref, label, section, title, text }]) => ({
      documentId,
      ref,
      label,
      position,
      section,
      title,
      text,
    })),
    select: { id: true, position: true },
  });
  const idAt = new Map(rows.map((row) => [row.position, row.id]));
  const saved = tasks.flatMap(([position, task]) => {
    const taskId = idAt.get(position);
    return taskId === undefined ? [] : [{ taskId, task }];
  });
  await saveParts(tx, saved, unitIdByKey);
}

/** Who does what until when: all that hangs on a task's own words. */
export async function saveParts(
  tx: Transaction,
  saved: readonly { readonly taskId: number; readonly task: DraftTask }[],
  unitIdByKey: ReadonlyMap<string, number>,
): Promise<void> {
  await tx.assignment.createMany({
    data: saved.flatMap(({ taskId, task }) => [
      ...assign(taskId, "lead", task.lead, unitIdByKey),
      ...assign(taskId, "supporting", task.supporting, unitIdByKey),
    ]),
  });
  await tx.deadlineRule.createMany({
    data: saved.flatMap(({ taskId, task }) => task.deadlines.map((deadline) => ({ taskId, ...deadline }))),
  });
  await tx.target.createMany({
    data: saved.flatMap(({ taskId, task }) => task.targets.map((target) => ({ taskId, ...target }))),
  });
}

/** One row per unit: a list may name the same unit twice in two spellings. */
function assign(
  taskId: number,
  role: Role,
  mentions: readonly UnitMention[],
  unitIdByKey: ReadonlyMap<string, number>,
): Prisma.AssignmentCreateManyInput[] {
  const unitIds = new Set(mentions.flatMap(({ key }) => unitIdByKey.get(key) ?? []));
  return [...unitIds].map((unitId, order) => ({ taskId, unitId, role, order }));
}
