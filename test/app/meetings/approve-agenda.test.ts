// The chair approves what was seen, once; nobody else, and no agenda that has moved on.
import { describe, expect, it } from "vitest";
import { approveAgenda } from "../../../src/app/meetings/approve-agenda.ts";
import { type CompilePorts, compileAgenda } from "../../../src/app/meetings/compile-agenda.ts";
import type { Agenda } from "../../../src/domain/meetings/agenda-types.ts";
import type { Register } from "../../../src/domain/register/register.ts";
import type { Refusal } from "../../../src/errors.ts";
import { aMeeting, aRegister, aTask, aUnitWithContact, weekdays } from "../../support/facts.ts";

const TODAY = "2026-12-03";

function office(chairs: readonly string[] = ["UCHAIR"]) {
  let register: Register = aRegister({ tasks: [aTask(1, [1])], units: [aUnitWithContact(1, "市财政局")] });
  const drafts: { agenda: Agenda; by: string }[] = [];
  const approvals = new Map<string, { by: string; on: string }>();
  const unused = () => Promise.reject(new Error("not asked for"));
  const ports = {
    secretaries: ["USECRETARY"],
    chairs,
    calendar: weekdays,
    registerStore: { load: async () => register, closedDates: async () => [] },
    escalationStore: { said: async () => [] },
    statusStore: { signed: async () => [] },
    responseStore: { newest: async () => [] },
    agendaWriter: { write: async () => new Uint8Array() },
    meetingStore: {
      save: unused,
      timesOnAgenda: async () => new Map(),
      saveAgenda: async (agenda: Agenda, by: string) => void drafts.push({ agenda, by }),
      approvalOf: async ({ fingerprint }: { fingerprint: string }) => approvals.get(fingerprint) ?? null,
      approveAgenda: async (input: { fingerprint: string; by: string; on: string }) => {
        approvals.set(input.fingerprint, { by: input.by, on: input.on });
        return { by: input.by, on: input.on };
      },
    },
  } as unknown as CompilePorts;
  return {
    drafts,
    change: () => {
      register = { ...register, tasks: [...register.tasks, aTask(2, [1])] };
    },
    see: (by: string) => compileAgenda(ports, { meetingId: "next", today: TODAY, save: true, by }),
    approve: (fingerprint: string, by: string) =>
      approveAgenda(ports, { meetingId: aMeeting.id, fingerprint, today: TODAY, by }),
  };
}

const refused = (code: Refusal["code"]) => expect.objectContaining({ code });

describe("the agenda", () => {
  it("is seen by secretary and chair, saved as the draft by the secretary alone", async () => {
    const { see, drafts } = office();
    expect((await see("USECRETARY")).mayApprove).toBe(false);
    expect((await see("UCHAIR")).mayApprove).toBe(true);
    expect(drafts.map(({ by }) => by)).toEqual(["USECRETARY"]);
    await expect(see("U1")).rejects.toEqual(refused("not-office"));
  });

  it("is approved by the chair, once", async () => {
    const { see, approve } = office();
    const { fingerprint, approval } = await see("UCHAIR");
    expect(approval).toBeNull();
    await expect(approve(fingerprint, "USECRETARY")).rejects.toEqual(refused("not-chair"));
    await expect(approve(fingerprint, "U1")).rejects.toEqual(refused("not-chair"));
    expect((await approve(fingerprint, "UCHAIR")).approval).toEqual({ by: "UCHAIR", on: TODAY });
    await expect(approve(fingerprint, "UCHAIR")).rejects.toEqual(refused("agenda-approved"));
    expect((await see("USECRETARY")).approval).toEqual({ by: "UCHAIR", on: TODAY });
  });

  it("that has moved on since it was seen is not approved, nor is it any more after it was", async () => {
    const { see, approve, change } = office();
    const { fingerprint } = await see("UCHAIR");
    change();
    await expect(approve(fingerprint, "UCHAIR")).rejects.toEqual(refused("agenda-changed"));
    await approve((await see("UCHAIR")).fingerprint, "UCHAIR");
    change();
    expect((await see("UCHAIR")).approval).toBeNull();
  });

  it("of an office without a chair is approved by its secretary", async () => {
    const { see, approve } = office([]);
    expect((await approve((await see("USECRETARY")).fingerprint, "USECRETARY")).approval?.by).toBe("USECRETARY");
  });
});
