// What a list changes in the membership of a group.
import { describe, expect, it } from "vitest";
import { diffMembers } from "../../../src/domain/register/membership.ts";
import { membersOn } from "../../../src/domain/register/unit.ts";

const today = "2026-11-23";
const nothing = { added: [], redated: [], ended: [] };

describe("a list and what is stored", () => {
  it("the same list again changes nothing", () => {
    const stored = [
      { unitId: 1, from: "2019-01-01", to: null },
      { unitId: 2, from: "2019-01-01", to: "2024-06-30" },
    ];
    const listed = [
      { unitId: 1, from: null, to: null },
      { unitId: 2, from: "2019-01-01", to: "2024-06-30" },
    ];
    expect(diffMembers(stored, listed, today)).toEqual(nothing);
  });

  it("new members begin on their day, or today", () => {
    const listed = [
      { unitId: 1, from: null, to: null },
      { unitId: 2, from: "2027-01-01", to: null },
      { unitId: 3, from: "2019-01-01", to: "2024-06-30" },
    ];
    const { added } = diffMembers([], listed, today);
    expect(added.map((m) => [m.unitId, m.from, m.to])).toEqual([
      [1, today, null],
      [2, "2027-01-01", null],
      [3, "2019-01-01", "2024-06-30"],
    ]);
    expect(membersOn(added, today)).toEqual([1]);
    expect(membersOn(added, "2027-01-01")).toEqual([1, 2]);
    expect(membersOn(added, "2024-06-30")).toEqual([3]);
  });

  it("who is not on it ends yesterday; what is over stays, what has not begun never does", () => {
    const stored = [
      { unitId: 1, from: "2019-01-01", to: null },
      { unitId: 2, from: "2019-01-01", to: "2024-06-30" },
      { unitId: 3, from: "2027-01-01", to: null },
    ];
    expect(diffMembers(stored, [], today).ended).toEqual([
      { unitId: 1, from: "2019-01-01", to: "2026-11-22", was: "2019-01-01" },
      { unitId: 3, from: "2027-01-01", to: "2026-12-31", was: "2027-01-01" },
    ]);
  });

  it("a membership takes the dates of the list", () => {
    const stored = [{ unitId: 1, from: "2026-05-01", to: null }];
    const listed = [{ unitId: 1, from: "2019-01-01", to: "2026-12-31" }];
    expect(diffMembers(stored, listed, today)).toEqual({
      ...nothing,
      redated: [{ unitId: 1, from: "2019-01-01", to: "2026-12-31", was: "2026-05-01" }],
    });
  });

  it("a unit that left and came back has two memberships", () => {
    const stored = [{ unitId: 1, from: "2019-01-01", to: "2020-12-31" }];
    const listed = [
      { unitId: 1, from: "2019-01-01", to: "2020-12-31" },
      { unitId: 1, from: "2023-01-01", to: null },
    ];
    expect(diffMembers(stored, listed, today)).toEqual({
      ...nothing,
      added: [{ unitId: 1, from: "2023-01-01", to: null }],
    });
  });
});
