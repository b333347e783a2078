// Which rows of the register a load takes: all of them, or those that hang on a few tasks.
import type { IsoDate } from "../../../domain/calendar.ts";

/** A list of the register whose rows can be narrowed. */
export type ScopedList =
  | "documents"
  | "tasks"
  | "assignments"
  | "deadlines"
  | "targets"
  | "units"
  | "aliases"
  | "members"
  | "merges"
  | "contacts"
  | "occurrences"
  | "updates"
  | "figures"
  | "lights"
  | "requests"
  | "decisions"
  | "sharing";

/** Everything: the rules find out by themselves which numbers several documents share. */
export const WHOLE: Readonly<Record<ScopedList, string>> = {
  documents: "",
  tasks: "",
  assignments: "",
  deadlines: "",
  targets: "",
  units: "",
  aliases: "",
  members: "",
  merges: "",
  contacts: "",
  occurrences: "",
  updates: "",
  figures: "",
  lights: "",
  requests: "",
  decisions: "",
  sharing: `1 AS "taskId" WHERE false`,
};

/** Conditions for the rows of the tasks `wanted`, an array in SQL; `reachFrom` must stand before the statement. */
export function around(wanted: string): Readonly<Record<ScopedList, string>> {
  const ofTasks = `WHERE "taskId" = ANY(${wanted})`;
  const inReach = `= ANY((SELECT "ids" FROM reach)::int[])`;
  const theirs = `(SELECT "documentId" FROM "Task" WHERE "id" = ANY(${wanted}))`;
  return {
    documents: `WHERE "id" IN ${theirs} OR "supersedesId" IN ${theirs}`,
    tasks: `WHERE "id" = ANY(${wanted})`,
    assignments: ofTasks,
    deadlines: ofTasks,
    targets: ofTasks,
    units: `WHERE "id" ${inReach}`,
    aliases: `WHERE "unitId" ${inReach}`,
    members: `WHERE "groupId" ${inReach}`,
    merges: `AND "fromId" ${inReach}`,
    contacts: `AND c."unitId" ${inReach}`,
    occurrences: `AND "taskId" = ANY(${wanted})`,
    updates: ofTasks,
    figures: ofTasks,
    lights: ofTasks,
    requests: ofTasks,
    decisions: ofTasks,
    // As `taskName` of domain/answers/task-card would find out from the whole register.
    sharing: `t."id" AS "taskId" FROM "Task" t WHERE t."id" = ANY(${wanted}) AND EXISTS (
      SELECT FROM "Task" x WHERE x."ref" = t."ref" AND x."documentId" <> t."documentId" AND x."state" IN ('open', 'closed')
        AND NOT EXISTS (SELECT FROM "SourceDocument" n WHERE n."supersedesId" = x."documentId"))`,
  };
}

/** What stands before the statement: the units that rules about these tasks look at, found by a function of the database. */
export function reachFrom(wanted: string, day: IsoDate | null): string {
  return `WITH reach AS MATERIALIZED (SELECT "reachOf"(${wanted}, ${day === null ? "NULL" : `'${day}'`}::text) AS "ids")`;
}

/** Ids as an array in SQL. Throws for what is no whole number. */
export function idList(ids: readonly number[]): string {
  if (!ids.every(Number.isSafeInteger)) throw new Error("an id is not a whole number");
  return `'{${ids.join(",")}}'::int[]`;
}
