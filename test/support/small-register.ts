// The smallest register with something to remind of: two units with contacts, two tasks, a meeting ahead.
import type { Database } from "../../src/adapters/db/client.ts";
import { setMeeting } from "../../src/app/meetings/set-meeting.ts";
import { storesOn } from "../../src/composition/stores.ts";
import { OPERATOR } from "../../src/domain/permission.ts";
import { aDraft, aDraftTask } from "./drafts.ts";
import { weekdays } from "./facts.ts";
import { testClock } from "./office.ts";

/** Slack users UE (市教育局) and UF (市财政局). The lead's cut-off is Wednesday 9 December 2026. */
export async function seedSmallRegister(database: Database): Promise<void> {
  const stores = storesOn(database, () => Promise.reject(new Error("nothing is sent while seeding")));
  const draft = aDraft("责任分工", [aDraftTask("1", ["市教育局"], ["市财政局"]), aDraftTask("2", ["市教育局"])]);
  await stores.registerStore.saveDocument({ draft, sha256: "a".repeat(64), fileName: "责任分工.txt", by: OPERATOR });
  for (const unit of (await stores.registerStore.load()).units.values()) {
    const slackUser = unit.name === "市教育局" ? "UE" : "UF";
    const name = `${unit.name}联络员`;
    await stores.unitStore.saveContact({ unitId: unit.id, slackUser, name, role: "primary", by: OPERATOR });
  }
  const ports = { ...stores, calendar: weekdays, clock: testClock("2026-11-23"), secretaries: [] };
  await setMeeting(ports, { date: "2026-12-23", by: OPERATOR });
}

export const SMALL_REGISTER_USERS = [
  { id: "UE", name: "education", realName: "市教育局联络员" },
  { id: "UF", name: "finance", realName: "市财政局联络员" },
  { id: "US", name: "secretary", realName: "联席办秘书" },
];
