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
  const own = await query<MyTaskRow>(TASKS_OF, slackUser, day);
  if ((await query(ANY_STAND_IN)).length === 0) return own;
  const stoodInFor = await query<MyTaskRow>(STOOD_IN_FOR, slackUser, day);
  return stoodInFor.length === 0 ? own : [...own, ...stoodInFor].sort((one, two) => byDate(one.dueDate, two.dueDate));
}

const TASKS_OF = `SELECT * FROM "tasksOf"($1, $2::text)`;

/** Planned in no time: most offices have nobody away, and the statement below takes longer to plan than all the rest to run. */
const ANY_STAND_IN = `SELECT 1 FROM "Contact" WHERE "substituteId" IS NOT NULL LIMIT 1`;

const STOOD_IN_FOR = `SELECT t.* FROM (
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
