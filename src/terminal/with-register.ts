// Opens the register for one command and closes it again, whatever happens.
import type { Ports } from "../app/ports.ts";
import { openMigrated, REGISTER_FOLDER, storesOn } from "../composition/stores.ts";
import { toolsOf } from "../composition/tools.ts";
import type { Config } from "../config.ts";
import { createOfficeClock } from "../office-clock.ts";

/** What the terminal's use cases need: everything but chat, since the terminal sends nothing. */
export type TerminalPorts = Omit<Ports, "messenger" | "directory">;

export async function withRegister<T>(config: Config, work: (ports: TerminalPorts) => Promise<T>): Promise<T> {
  const database = await openMigrated(config, REGISTER_FOLDER);
  try {
    const clock = createOfficeClock(config.timezone);
    const stores = storesOn(database, () => Promise.reject(new Error("the terminal sends no reminders")), clock.today);
    return await work({
      ...toolsOf(config),
      ...stores,
      clock,
      secretaries: config.secretaries,
      chairs: config.chairs,
    });
  } finally {
    await database.close();
  }
}
