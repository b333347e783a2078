// `npm run bench:sockets`: commands sent without a pause while Slack renews the connections, with one socket and with two; and how
// long a dropped and a silent connection are missed. The Slack is a fake, over real sockets.
import { createBoltApp } from "../src/adapters/slack/bolt-app.ts";
import { FAKE_BOT_TOKEN, FakeSlack } from "../test/support/fake-slack.ts";
import { type Delivery, FakeSlackSocket } from "../test/support/fake-slack-socket.ts";
import { fakeUseCases } from "../test/support/fake-use-cases.ts";
import { MemoryInbox } from "../test/support/memory-inbox.ts";

const REFRESHES = 20;
/** Milliseconds between two commands, between two refreshes, and from an announcement to the end of the connection. */
const PAUSE = { command: 20, refresh: 500, farewell: 1_000 };

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function withBot(sockets: number, run: (socket: FakeSlackSocket) => Promise<void>): Promise<void> {
  const slack = await FakeSlack.start();
  const socket = await FakeSlackSocket.start(slack);
  const bot = await createBoltApp(
    {
      botToken: FAKE_BOT_TOKEN,
      apiUrl: slack.apiUrl,
      connection: { kind: "socket", appToken: "xapp-fake", sockets, stagger: 10 },
    },
    {
      useCases: fakeUseCases({ listMyTasks: async () => [] }),
      inbox: new MemoryInbox(),
      clock: { now: () => new Date(), today: () => "2026-12-02" },
      secretaries: [],
      setDate: null,
      log: quiet,
    },
  );
  await bot.start();
  await readyAgain(socket, sockets);
  await run(socket);
  await bot.stop();
  await socket.stop();
  await slack.stop();
}

/** Milliseconds until that many connections take commands. */
async function readyAgain(socket: FakeSlackSocket, sockets: number): Promise<number> {
  const start = performance.now();
  while (socket.ready < sockets) await sleep(5);
  return performance.now() - start;
}

for (const sockets of [1, 2]) {
  await withBot(sockets, async (socket) => {
    const sent: Promise<Delivery>[] = [];
    let refreshing = true;
    const commands = (async () => {
      while (refreshing) {
        sent.push(socket.command("我的"));
        await sleep(PAUSE.command);
      }
    })();
    for (let n = 0; n < REFRESHES; n += 1) {
      await sleep(PAUSE.refresh);
      socket.refresh(PAUSE.farewell);
    }
    await sleep(PAUSE.refresh);
    refreshing = false;
    await commands;
    const ends = await Promise.all(sent);
    const failed = ends.filter((end) => end !== "acknowledged");
    console.log(
      `${sockets} socket(s): ${failed.length} of ${sent.length} commands failed over ${REFRESHES} refreshes` +
        `${failed.length > 0 ? ` (${[...new Set(failed)].join(", ")})` : ""}`,
    );
  });
}

await withBot(2, async (socket) => {
  socket.drop();
  console.log(`both connections dropped: back after ${(await readyAgain(socket, 2)).toFixed(0)} ms`);
  socket.silence();
  const silent = await readyAgain(socket, 2);
  console.log(`both connections silent: found out and back after ${(silent / 1000).toFixed(1)} s`);
});
