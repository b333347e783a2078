// The languages people have chosen. They are few and asked for all the time: kept in memory, and read anew now and then.
import type { LanguageStore } from "../../../app/language/language-store.ts";
import { isLanguage, type Language } from "../../../domain/language.ts";
import type { PrismaClient } from "../../../generated/prisma/client.ts";
import { appendAudit, writeInTurn } from "../audit.ts";

/** How long what was read is taken for true: another process may have stored something else. Milliseconds. */
const FRESH = 5_000;

type Chosen = ReadonlyMap<string, Language>;

/** `clock`: a steady count of milliseconds. */
export function createLanguageStore(
  prisma: PrismaClient,
  clock: () => number = () => performance.now(),
): LanguageStore {
  let known: Chosen | null = null;
  let readAt = 0;
  let reading: Promise<Chosen> | null = null;

  function read(): Promise<Chosen> {
    reading ??= readAll(prisma)
      .then((chosen) => {
        known = chosen;
        readAt = clock();
        return chosen;
      })
      .finally(() => {
        reading = null;
      });
    return reading;
  }

  /** Only the first to ask waits. While the database cannot say, people are spoken to as before. */
  function chosen(): Chosen | Promise<Chosen> {
    if (known === null) return read();
    if (clock() - readAt >= FRESH) read().catch(() => undefined);
    return known;
  }

  return {
    find: async (slackUser) => (await chosen()).get(slackUser) ?? null,

    async save({ slackUser, language }) {
      await writeInTurn(prisma, async (tx) => {
        const before = await tx.person.findUnique({ where: { slackUser }, select: { language: true } });
        if (before?.language === language) return;
        await tx.person.upsert({ where: { slackUser }, create: { slackUser, language }, update: { language } });
        const after = { language };
        await appendAudit(tx, {
          actor: slackUser,
          action: "person.language",
          subject: `person:${slackUser}`,
          before,
          after,
        });
      });
      // What is being read may be from before it.
      await reading?.catch(() => undefined);
      await read();
    },
  };
}

async function readAll(prisma: PrismaClient): Promise<Chosen> {
  const rows = await prisma.person.findMany();
  return new Map(rows.flatMap((row) => (isLanguage(row.language) ? [[row.slackUser, row.language] as const] : [])));
}
