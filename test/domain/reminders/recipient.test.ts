// Who is written to for a unit: the contact, who stands in for them, the deputy, the head, or the secretary with the reason.
import { describe, expect, it } from "vitest";
import { unitsSpokenFor } from "../../../src/domain/permission.ts";
import type { Absence, Contact, ContactRole, Unit } from "../../../src/domain/register/unit.ts";
import { awayOn, recipientFor } from "../../../src/domain/reminders/recipient.ts";
import { aRegister, aTask, aUnit } from "../../support/facts.ts";

const FROM = "2026-11-25";
const TO = "2026-12-03";

function contact(unitId: number, role: ContactRole, slackUser: string, absence?: Partial<Absence>): Contact {
  const id = unitId * 100 + slackUser.charCodeAt(0);
  const away = absence && { from: FROM, to: TO, substitute: null, ...absence };
  return { id, unitId, slackUser, name: `${slackUser}某`, role, ...(away && { absence: away }) };
}

const substitute = (slackUser: string) => ({ contactId: 900, slackUser, name: `${slackUser}某` });

/** Who is asked for the first unit on `day`, or the code of the reason why nobody is. */
function asked(units: readonly Unit[], day = "2026-12-01"): string {
  const [unit] = units;
  if (unit === undefined) throw new Error("no unit");
  const recipient = recipientFor(unit, awayOn(units, day));
  return "code" in recipient ? recipient.code : recipient.slackUser;
}

const unitOf = (contacts: readonly Contact[], id = 1) => aUnit(id, "市教育局", { contacts });

describe("a contact who is away", () => {
  it.each([
    ["2026-11-24", "A"],
    ["2026-11-25", "B"],
    ["2026-12-03", "B"],
    ["2026-12-04", "A"],
  ])("is stood in for from the first to the last day: on %s %s is asked", (day, expected) => {
    const unit = unitOf([contact(1, "primary", "A", { substitute: substitute("B") }), contact(1, "deputy", "C")]);
    expect(asked([unit], day)).toBe(expected);
  });

  it("and named nobody: the deputy is asked, else the head", () => {
    const away = contact(1, "primary", "A", {});
    expect(asked([unitOf([away, contact(1, "head", "H"), contact(1, "deputy", "D")])])).toBe("D");
    expect(asked([unitOf([away, contact(1, "head", "H")])])).toBe("H");
  });

  it("as all others of the unit are: the secretary hears of it, and until when", () => {
    const unit = unitOf([contact(1, "primary", "A", {}), contact(1, "deputy", "D", { to: "2026-12-08" })]);
    expect(recipientFor(unit, awayOn([unit], "2026-12-01"))).toEqual({
      code: "contacts-absent",
      params: { unit: "市教育局", date: TO },
    });
  });

  it("a substitute who is the unit's deputy is asked once, as substitute", () => {
    const unit = unitOf([contact(1, "primary", "A", { substitute: substitute("D") }), contact(1, "deputy", "D")]);
    expect(recipientFor(unit, awayOn([unit], "2026-12-01"))).toMatchObject({ slackUser: "D", standsInFor: "A某" });
  });
});

describe("a substitute who is away too", () => {
  const a = contact(1, "primary", "A", { substitute: substitute("B") });

  it("is followed to theirs, also to what they arranged for another unit", () => {
    const other = unitOf([contact(2, "primary", "B", { substitute: substitute("C") })], 2);
    expect(asked([unitOf([a]), other])).toBe("C");
  });

  it("without one of their own is passed over", () => {
    const other = unitOf([contact(2, "primary", "B", {})], 2);
    expect(asked([unitOf([a, contact(1, "deputy", "D")]), other])).toBe("D");
  });

  it("a chain that comes back ends: two who stand in for each other are both away", () => {
    const b = contact(1, "deputy", "B", { substitute: substitute("A") });
    expect(asked([unitOf([a, b, contact(1, "head", "H")])])).toBe("H");
    expect(asked([unitOf([a, b])])).toBe("contacts-absent");
  });

  it("so does a longer one", () => {
    const b = contact(1, "deputy", "B", { substitute: substitute("C") });
    const c = contact(1, "head", "C", { substitute: substitute("B") });
    expect(asked([unitOf([a, b, c])])).toBe("contacts-absent");
  });
});

describe("who may report in somebody's place", () => {
  const unit = unitOf([contact(1, "primary", "A", { substitute: substitute("B") })]);
  const other = unitOf([contact(2, "primary", "B", { substitute: substitute("C") })], 2);
  const task = aTask(21, [1]);
  const speaks = (actor: string, day: string) =>
    unitsSpokenFor(actor, task, aRegister({ units: [unit, other], tasks: [task], day })).map((u) => u.id);

  it.each([
    ["A", "2026-12-01", [1]],
    ["B", "2026-12-01", [1]],
    ["C", "2026-12-01", [1]],
    ["D", "2026-12-01", []],
    ["B", "2026-12-04", []],
    ["B", "2026-11-24", []],
  ])("%s on %s: %j", (actor, day, expected) => {
    expect(speaks(actor, day)).toEqual(expected);
  });

  it("nobody by standing in where the register was read without a day", () => {
    expect(unitsSpokenFor("B", task, aRegister({ units: [unit], tasks: [task] }))).toEqual([]);
  });
});
