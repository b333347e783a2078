// Lights set by the office: rows are only added, the newest of a task holds.
import type { LightStore } from "../../../app/status/lights/light-store.ts";
import type { Prisma, PrismaClient } from "../../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "../audit.ts";

export function createLightStore(prisma: PrismaClient): LightStore {
  return {
    append: ({ taskId, colour, reason, by, on }) =>
      writeInTurn(prisma, async (tx) => {
        const before = await settingOf(tx, taskId);
        const same = colour === null ? before === null : before?.colour === colour && before.reason === reason;
        if (same) return false;
        await tx.lightSetting.create({ data: { taskId, colour, reason, setBy: by, setOn: on } });
        const action = colour === null ? "light.restore" : "light.set";
        const after = { colour, reason };
        await appendAudit(tx, { actor: by, action, subject: `task:${taskId}`, before: before ?? undefined, after });
        return true;
      }),
  };
}

/** A closed task keeps no set light: were it opened again, it would come back unasked. In the transaction that closes it. */
export async function endSetting(tx: Prisma.TransactionClient, taskId: number, by: string): Promise<void> {
  if ((await settingOf(tx, taskId)) === null) return;
  await tx.lightSetting.create({ data: { taskId, colour: null, reason: "", setBy: by } });
}

async function settingOf(tx: Prisma.TransactionClient, taskId: number) {
  const newest = await tx.lightSetting.findFirst({
    where: { taskId },
    orderBy: { id: "desc" },
    select: { colour: true, reason: true },
  });
  return newest === null || newest.colour === null ? null : newest;
}
