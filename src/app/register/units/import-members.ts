// A group's members from a file: shown first, stored on approval.
import type { IsoDate } from "../../../domain/calendar.ts";
import { authorise } from "../../../domain/permission.ts";
import { unpackContent } from "../../../domain/register/document-content.ts";
import { diffMembers, type ListedMember } from "../../../domain/register/membership.ts";
import type { Register } from "../../../domain/register/register.ts";
import type { Unit } from "../../../domain/register/unit.ts";
import { Refusal } from "../../../errors.ts";
import { type BadLine, type MemberRow, readMemberList } from "../../../reading/member-list.ts";
import { indexUnits } from "../../../reading/unit-index.ts";
import type { Actor, Ports } from "../../ports.ts";
import { findUnit } from "./find-unit.ts";
import type { MembersReview } from "./unit-use-cases.ts";

type ListPorts = Pick<Ports, "registerStore" | "unitStore" | "documentReader" | "clock" | "secretaries">;

interface ListInput {
  readonly groupName: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly by: Actor;
}

/** What the file would change. Secretary only; stores nothing. Throws `not-a-group`, `list-without-members` and the reader's refusals. */
export async function reviewMembers(ports: ListPorts, input: ListInput): Promise<MembersReview> {
  const { group, rows, bad, register } = await readList(ports, input);
  const known = indexUnits(register.units.values());
  // Units the register does not know yet have no id: they get one below zero for the comparison.
  const fresh = new Map(rows.filter((row) => !known.has(row.unit.key)).map((row, i) => [row.unit.key, -1 - i]));
  const idOf = (row: MemberRow) => known.get(row.unit.key)?.id ?? fresh.get(row.unit.key) ?? 0;
  const names = new Map(rows.map((row) => [idOf(row), known.get(row.unit.key)?.name ?? row.unit.name]));
  const nameOf = (id: number) => names.get(id) ?? register.units.get(id)?.name ?? "";
  const change = diffMembers(group.memberships ?? [], listed(rows, idOf), ports.clock.today());
  const named = ({ unitId, from, to }: { unitId: number; from: IsoDate; to: IsoDate | null }) => {
    return { name: nameOf(unitId), from, to, isNew: unitId < 0 };
  };
  const { added, redated, ended } = change;
  return {
    group,
    fileName: input.fileName,
    added: added.map(named),
    redated: redated.map(named),
    ended: ended.map(named),
    unchanged: rows.length - added.length - redated.length,
    bad,
  };
}

/** Stores it. Secretary only; throws as the review does. */
export async function importMembers(ports: ListPorts, input: ListInput): Promise<MembersReview> {
  const review = await reviewMembers(ports, input);
  const { group, rows, register } = await readList(ports, input);
  const known = indexUnits(register.units.values());
  const ids = new Map<string, number>();
  for (const { unit } of rows) {
    const existing = known.get(unit.key) ?? (await ports.unitStore.create(unit, input.by));
    ids.set(unit.key, existing.id);
  }
  const wanted = listed(rows, (row) => ids.get(row.unit.key) ?? 0);
  const change = diffMembers(group.memberships ?? [], wanted, ports.clock.today());
  await ports.unitStore.changeMembers(group.id, change, input.by);
  return review;
}

async function readList(
  ports: ListPorts,
  { groupName, fileName, bytes, by }: ListInput,
): Promise<{ group: Unit; rows: readonly MemberRow[]; bad: readonly BadLine[]; register: Register }> {
  authorise(by, "change-units", ports);
  const register = await ports.registerStore.load();
  const group = findUnit(groupName, register);
  if (group.kind === "single") throw new Refusal("not-a-group", { unit: group.name });
  const list = readMemberList(unpackContent(await ports.documentReader.read(fileName, bytes)));
  const known = indexUnits(register.units.values());
  const isSingle = (row: MemberRow) => (known.get(row.unit.key)?.kind ?? "single") === "single";
  const groups = list.rows
    .filter((row) => !isSingle(row))
    .map((row): BadLine => ({ line: row.line, text: row.unit.name, why: "not-single" }));
  const rows = list.rows.filter(isSingle);
  if (rows.length === 0) throw new Refusal("list-without-members", { file: fileName });
  return { group, rows, bad: [...list.bad, ...groups].toSorted((a, b) => a.line - b.line), register };
}

function listed(rows: readonly MemberRow[], idOf: (row: MemberRow) => number): ListedMember[] {
  return rows.map((row) => ({ unitId: idOf(row), from: row.from, to: row.to }));
}
