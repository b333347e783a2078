// Stores a newer version of a document, in one transaction: tasks keep their rows and their history, and get its words.
import type { ImportedDocument, RegisterStore } from "../../../app/ports.ts";
import type { DeadlineRule } from "../../../domain/register/deadline.ts";
import type { DraftTask } from "../../../domain/register/draft.ts";
import { givesPeriod } from "../../../domain/register/due-dates.ts";
import { Refusal } from "../../../errors.ts";
import type { Prisma, PrismaClient } from "../../../generated/prisma/client.ts";
import { appendAudits, writeInTurn } from "../audit.ts";
import { toJsonText } from "../json.ts";
import { findOrCreateUnits, insertDocument, refuseKnown, saveParts, saveTasks } from "./save-document.ts";

type Transaction = Prisma.TransactionClient;
type Input = Parameters<RegisterStore["amendDocument"]>[0];

/** A task that both versions have: its row, and what the newer one says of it. */
interface Kept {
  readonly taskId: number;
  readonly position: number;
  readonly task: DraftTask;
}

/** See the port. Withdrawn tasks stay with the version that last had them. */
export function amendDocument(prisma: PrismaClient, input: Input): Promise<ImportedDocument> {
  const { draft, previousId, matches, withdrawn, sha256, fileName, by } = input;
  return writeInTurn(prisma, async (tx) => {
    // First of all: a file that is known is refused as such, also when it comes twice at once.
    await refuseKnown(tx, sha256);
    await requireUnchanged(tx, input);
    const documentId = await insertDocument(tx, input, previousId);
    const units = await findOrCreateUnits(
      tx,
      draft.tasks.flatMap((task) => [...task.lead, ...task.supporting]),
      draft.date,
    );

    const taskIdByRef = new Map(matches.map(({ ref, taskId }) => [ref, taskId]));
    const kept = [...draft.tasks.entries()].flatMap(([position, task]) => {
      const taskId = taskIdByRef.get(task.ref);
      return taskId === undefined ? [] : [{ taskId, position, task }];
    });
    const added = [...draft.tasks.entries()].filter(([, task]) => !taskIdByRef.has(task.ref));

    await keepVersions(tx, kept);
    await settleOccurrences(tx, kept);
    await moveTasks(tx, documentId, kept);
    await replaceParts(tx, kept, units.idByKey);
    await saveTasks(tx, documentId, added, units.idByKey);
    const left = await withdraw(tx, withdrawn, taskIdByRef);

    const summary = { documentId, tasks: draft.tasks.length, unitsCreated: units.created };
    const figures = { kept: kept.length, added: added.length, withdrawn: left.length };
    await appendAudits(tx, [
      {
        actor: by,
        action: "document.amend",
        subject: `document:${documentId}`,
        before: { documentId: previousId },
        after: { ...summary, ...figures, title: draft.title, fileName, sha256 },
      },
      ...left.map(({ taskId, mergedInto }) => ({
        actor: by,
        action: mergedInto === null ? "task.withdraw" : "task.supersede",
        subject: `task:${taskId}`,
        before: { documentId: previousId },
        after: { documentId, mergedInto, why: "not in the newer version of its document" },
      })),
    ]);
    return summary;
  });
}

/** What was matched must still be the whole of the version in force: the register may have moved on since. */
async function requireUnchanged(tx: Transaction, { previousId, matches, withdrawn }: Input): Promise<void> {
  const previous = await tx.sourceDocument.findUnique({
    where: { id: previousId },
    select: {
      title: true,
      supersededBy: { select: { id: true } },
      tasks: { where: { state: { in: ["open", "closed"] } }, select: { id: true } },
    },
  });
  const settled = new Set([...matches, ...withdrawn].map(({ taskId }) => taskId));
  const same =
    previous !== null &&
    previous.supersededBy === null &&
    previous.tasks.length === settled.size &&
    previous.tasks.every(({ id }) => settled.has(id));
  if (!same) throw new Refusal("register-changed", { title: previous?.title ?? "" });
}

/** Keeps what the tasks said until now. */
async function keepVersions(tx: Transaction, kept: readonly Kept[]): Promise<void> {
  const taskIds = kept.map(({ taskId }) => taskId);
  await tx.$executeRaw`
    INSERT INTO "TaskVersion"
      ("taskId", "documentId", "ref", "label", "section", "title", "text", "lead", "supporting", "deadlines", "targets")
    SELECT t."id", t."documentId", t."ref", t."label", t."section", t."title", t."text",
      ARRAY(SELECT u."name" FROM "Assignment" a JOIN "Unit" u ON u."id" = a."unitId"
        WHERE a."taskId" = t."id" AND a."role" = 'lead' ORDER BY a."order"),
      ARRAY(SELECT u."name" FROM "Assignment" a JOIN "Unit" u ON u."id" = a."unitId"
        WHERE a."taskId" = t."id" AND a."role" = 'supporting' ORDER BY a."order"),
      coalesce((SELECT jsonb_agg(to_jsonb(d) - 'id' - 'taskId' ORDER BY d."id") FROM "DeadlineRule" d
        WHERE d."taskId" = t."id"), '[]'),
      coalesce((SELECT jsonb_agg(to_jsonb(g) - 'id' - 'taskId' ORDER BY g."id") FROM "Target" g
        WHERE g."taskId" = t."id"), '[]')
    FROM "Task" t WHERE t."id" = ANY(${taskIds}::int[])`;
}

/**
 * Closes the due dates that no rule gives any more, and opens again those that a former version had dropped. A due date
 * that stays keeps its row: one moved by an approved extension keeps its original date.
 */
async function settleOccurrences(tx: Transaction, kept: readonly Kept[]): Promise<void> {
  const taskId = { in: kept.map((one) => one.taskId) };
  const occurrences = await tx.occurrence.findMany({
    where: { taskId, kind: "due" },
    select: { id: true, taskId: true, period: true, state: true, task: { select: { state: true } } },
  });
  const formerOf = Map.groupBy(await tx.deadlineRule.findMany({ where: { taskId } }), (rule) => rule.taskId);
  const rulesOf = new Map(kept.map((one) => [one.taskId, one.task.deadlines]));
  const gives = (rules: readonly DeadlineRule[] | undefined, period: string) =>
    rules?.some((rule) => givesPeriod(rule, period)) ?? false;

  const gone = occurrences.filter((o) => o.state === "open" && !gives(rulesOf.get(o.taskId), o.period));
  const back = occurrences.filter(
    (o) =>
      o.state === "closed" &&
      o.task.state === "open" &&
      gives(rulesOf.get(o.taskId), o.period) &&
      !gives(formerOf.get(o.taskId), o.period),
  );
  await tx.occurrence.updateMany({ where: { id: { in: gone.map((o) => o.id) } }, data: { state: "closed" } });
  await tx.occurrence.updateMany({ where: { id: { in: back.map((o) => o.id) } }, data: { state: "open" } });
}

/** The newer document has no tasks yet: moving into it, whatever the numbers, can break no (document, number). */
async function moveTasks(tx: Transaction, documentId: number, kept: readonly Kept[]): Promise<void> {
  const given = toJsonText(
    kept.map(({ taskId, position, task: { ref, label, section, title, text } }) => ({
      taskId,
      position,
      ref,
      label,
      section,
      title,
      text,
    })),
  );
  await tx.$executeRaw`
    UPDATE "Task" t
    SET "documentId" = ${documentId}, "position" = x."position", "ref" = x."ref", "label" = x."label",
      "section" = x."section", "title" = x."title", "text" = x."text"
    FROM jsonb_to_recordset(${given}::jsonb) AS x(
      "taskId" int, "position" int, "ref" text, "label" text, "section" text, "title" text, "text" text)
    WHERE t."id" = x."taskId"`;
}

async function replaceParts(
  tx: Transaction,
  kept: readonly Kept[],
  unitIdByKey: ReadonlyMap<string, number>,
): Promise<void> {
  const where = { taskId: { in: kept.map((one) => one.taskId) } };
  await tx.assignment.deleteMany({ where });
  await tx.deadlineRule.deleteMany({ where });
  await tx.target.deleteMany({ where });
  await saveParts(tx, kept, unitIdByKey);
}

/** Returns those that were open. A task that was done before its document dropped it stays closed: it was done. */
async function withdraw(
  tx: Transaction,
  withdrawn: Input["withdrawn"],
  taskIdByRef: ReadonlyMap<string, number>,
): Promise<Input["withdrawn"]> {
  const id = { in: withdrawn.map(({ taskId }) => taskId) };
  const open = new Set(
    (await tx.task.findMany({ where: { id, state: "open" }, select: { id: true } })).map((t) => t.id),
  );
  const left = withdrawn.filter(({ taskId }) => open.has(taskId));
  for (const { taskId, mergedInto } of left) {
    const supersededById = mergedInto === null ? undefined : taskIdByRef.get(mergedInto);
    if (supersededById === undefined) continue;
    await tx.task.update({ where: { id: taskId }, data: { state: "superseded", supersededById } });
  }
  await tx.task.updateMany({ where: { id, state: "open" }, data: { state: "withdrawn" } });
  await tx.occurrence.updateMany({ where: { taskId: id, state: "open" }, data: { state: "closed" } });
  return left;
}
