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
 */
export function loadTasksOf(query: Query, slackUser: string, day: IsoDate | null): Promise<readonly MyTaskRow[]> {
  return query<MyTaskRow>('SELECT * FROM "tasksOf"($1, $2::text)', slackUser, day);
}
