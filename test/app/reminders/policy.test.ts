// The office changes its rules: who may, what is kept, and from when they hold.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/adapters/db/client.ts";
import { planDay } from "../../../src/app/reminders/plan-day.ts";
import { changePolicy, setTaskSteps } from "../../../src/app/reminders/policy/change-policy.ts";
import { showPolicy } from "../../../src/app/reminders/policy/show-policy.ts";
import { storesOn } from "../../../src/composition/stores.ts";
import { reminderPolicy } from "../../../src/domain/reminders/policy.ts";
import { Refusal } from "../../../src/errors.ts";
import { openTestDatabase } from "../../support/database.ts";
import { weekdays } from "../../support/facts.ts";
import { testClock } from "../../support/office.ts";
import { seedSmallRegister } from "../../support/small-register.ts";

let database: Database;
let ports: ReturnType<typeof portsOn>;
beforeEach(async () => {
  database = await openTestDatabase();
  await seedSmallRegister(database);
  ports = portsOn(database);
});
afterEach(() => database.close());

function portsOn(db: Database) {
  const stores = storesOn(db, async () => 0);
  return { ...stores, clock: testClock("2026-11-23"), calendar: weekdays, secretaries: ["US"] };
}

/** Keys of what a tick on that day plans; the lead's cut-off is Wednesday 9 December. */
async function tick(date: string, on = ports): Promise<string[]> {
  on.clock.date = date;
  const { digests } = await planDay(on, { date, dryRun: false });
  return digests.flatMap((d) => d.reminders.map((r) => `${r.taskId}:${r.role}:${r.step}`)).sort();
}

const lead = (...steps: number[]) => ({ kind: "before", role: "lead", steps }) as const;
const supporting = (...steps: number[]) => ({ kind: "before", role: "supporting", steps }) as const;

describe("changing the rules", () => {
  it("is the secretary's", async () => {
    await expect(changePolicy(ports, { change: lead(-3, 0), by: "UE" })).rejects.toEqual(new Refusal("not-secretary"));
    const task = { ref: "1", change: lead(-3, 0), by: "UE" };
    await expect(setTaskSteps(ports, task)).rejects.toEqual(new Refusal("not-secretary"));
    expect((await showPolicy(ports)).lastChange).toBeNull();
  });

  it("is shown with who and when; two at once are both kept", async () => {
    await Promise.all([
      changePolicy(ports, { change: lead(-12, 0), by: "US" }),
      changePolicy(ports, { change: { kind: "quiet-hours", hours: { from: "18:00", to: "08:30" } }, by: "US" }),
    ]);
    const { policy, lastChange } = await showPolicy(ports);
    expect(policy.steps.lead.before).toEqual([-12, 0]);
    expect(policy.quietHours).toEqual({ from: "18:00", to: "08:30" });
    expect(lastChange).toMatchObject({ by: "US" });
    const audits = await database.prisma.auditEvent.findMany({
      where: { action: "policy.change" },
      orderBy: { id: "asc" },
    });
    expect(audits.map((row) => row.before)[0]).toEqual(reminderPolicy);
    expect(audits[1]?.before).toEqual(audits[0]?.after);
  });

  it("a table that contradicts itself is refused and nothing is kept", async () => {
    await expect(changePolicy(ports, { change: lead(-3, -3), by: "US" })).rejects.toMatchObject({
      code: "policy-step-twice",
    });
    expect(await ports.policyStore.newest()).toBeNull();
  });
});

describe("from when they hold", () => {
  it("a change while a tick runs holds from the next tick on", async () => {
    await changePolicy(ports, { change: lead(-12, 0), by: "US" });
    await changePolicy(ports, { change: supporting(-1, 0), by: "US" });
    // Between its reading of the policy and its plan, somebody changes the rules.
    const running = {
      ...ports,
      reminderStore: {
        ...ports.reminderStore,
        plannedKeys: async (ids: readonly number[]) => {
          await changePolicy(ports, { change: lead(-11, 0), by: "US" });
          return ports.reminderStore.plannedKeys(ids);
        },
      },
    };
    expect(await tick("2026-11-23", running)).toEqual(["1:lead:-12", "2:lead:-12"]);
    expect(await tick("2026-11-24")).toEqual(["1:lead:-11", "2:lead:-11"]);
  });

  it("a task's own steps hold for it alone, until they are taken back", async () => {
    await changePolicy(ports, { change: lead(-5, 0), by: "US" });
    await changePolicy(ports, { change: supporting(-1, 0), by: "US" });
    const { after } = await setTaskSteps(ports, { ref: "2", change: lead(-12, 0), by: "US" });
    expect(after.own).toEqual({ lead: { before: [-12, 0] } });
    expect(await tick("2026-11-23")).toEqual(["2:lead:-12"]);
    expect((await showPolicy(ports)).ownTasks.map((task) => task.taskName)).toEqual(["2"]);

    await setTaskSteps(ports, { ref: "2", change: { kind: "reset" }, by: "US" });
    expect((await showPolicy(ports)).ownTasks).toEqual([]);
    expect(await tick("2026-11-24")).toEqual([]);
  });
});
