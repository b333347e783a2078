// The tasks of a person's units in one query: `/lianxi 我的` waits for it.
import type { MyTaskRow } from "../../../app/ports.ts";
import type { IsoDate } from "../../../domain/calendar.ts";
import type { Query } from "../client.ts";

/**
 * Open tasks that the units of `slackUser` answer for, by due date: their own, and those of the groups they are members
 * of. A unit that has a task twice (by itself and through a group) is shown once, as lead if it leads. Its due date is
 * that of its nearest occurrence still to be answered, which is `hasAnswered` of domain/status/answered in SQL. Merged units are
 * read as domain/register/unit-merge does, members as `membersOn` of domain/register/unit. The SQL is the function "tasksOf" of the newest migration that
 * holds it: the database keeps the plan of a function, and planning this query takes longer than running it.
 * Who stands in for a contact that day sees the tasks of that unit too.
 */
export async function loadTasksOf(query: Query, slackUser: string, day: IsoDate | null): Promise<readonly MyTaskRow[]> {
  const rows = await query<MyTaskRow & { readonly own: boolean }>(TASKS_OF, slackUser, day);
  const tasks = rows.map(({ own: _, ...row }) => row);
  // Each part is in order already.
  return rows.every(({ own }) => own) ? tasks : tasks.sort((a, b) => byDate(a.dueDate, b.dueDate));
}

const TASKS_OF = `SELECT *, true AS "own" FROM "tasksOf"($1, $2::text)
  UNION ALL
  SELECT t.*, false FROM (
    SELECT c."slackUser", u."name" FROM "Contact" s JOIN "Contact" c ON c."substituteId" = s."id"
      JOIN "Unit" u ON u."id" = c."unitId"
    WHERE s."slackUser" = $1 AND c."endedAt" IS NULL AND c."absentFrom" <= $2::text AND c."absentTo" >= $2::text
      AND NOT EXISTS (SELECT FROM "Contact" o WHERE o."slackUser" = $1 AND o."unitId" = c."unitId" AND o."endedAt" IS NULL)
  ) w, LATERAL "tasksOf"(w."slackUser", $2::text) t WHERE t."unitName" = w."name"`;

/** Tasks without a date last. */
function byDate(a: IsoDate | null, b: IsoDate | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.localeCompare(b);
}
