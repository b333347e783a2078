// The peer: a Bolt app with nothing of this project in it. It stores one row of what was said, acknowledges, echoes.
import { mkdirSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { App } from "@slack/bolt";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { PrismaClient } from "../src/generated/prisma/client.ts";

// Like one table of the register, so that the generated client knows it.
const TABLE = `CREATE TABLE IF NOT EXISTS "Question" (
  "id" SERIAL PRIMARY KEY, "asker" TEXT NOT NULL, "text" TEXT NOT NULL, "kind" TEXT NOT NULL, "taskIds" INTEGER[],
  "mode" TEXT NOT NULL, "askedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP, "helpful" BOOLEAN)`;

const { BARE_DATA = "", SLACK_API_URL = "", SLACK_BOT_TOKEN = "", SLACK_SIGNING_SECRET = "", PORT = "" } = process.env;

mkdirSync(BARE_DATA, { recursive: true });
const pglite = await PGlite.create(BARE_DATA);
await pglite.exec(TABLE);
const prisma = new PrismaClient({ adapter: new PrismaPGlite(pglite) });

const app = new App({
  token: SLACK_BOT_TOKEN,
  signingSecret: SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: SLACK_API_URL },
});
app.command("/lianxi", async ({ command, ack, respond }) => {
  // Stored before the acknowledgement, as Lianxi does: what Slack was told has arrived is not lost.
  await prisma.question.create({ data: { asker: command.user_id, text: command.text, kind: "echo", mode: "echo" } });
  await ack();
  await respond(command.text);
});
await app.start(Number(PORT));

process.on("SIGTERM", () => {
  void app
    .stop()
    .then(() => pglite.close())
    .then(() => process.exit(0));
});
