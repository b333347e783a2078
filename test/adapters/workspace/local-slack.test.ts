// The local workspace: starts, answers as Slack does, refuses a taken port, leaves nothing behind.
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { startLocalSlack } from "../../../src/adapters/workspace/local-slack.ts";
import { Refusal } from "../../../src/errors.ts";
import { freePort } from "../../support/free-port.ts";
import { localSlackMissing } from "../../support/local-slack.ts";

const PEOPLE = {
  users: [{ id: "U0CAIZHENG", name: "caizheng", realName: "市财政局联络员" }],
  channels: [{ id: "C0LIANXI", name: "联席会议", members: ["U0CAIZHENG"] }],
};

describe.skipIf(localSlackMissing)("local workspace", () => {
  it("starts, knows its people and stops", async () => {
    const workspace = await startLocalSlack({ port: await freePort(), ...PEOPLE });
    const state = await (await fetch(`${workspace.url}/_control/state`)).json();
    expect(JSON.stringify(state)).toContain("市财政局联络员");
    const auth = await (
      await fetch(`${workspace.apiUrl}auth.test`, { headers: { Authorization: `Bearer ${workspace.botToken}` } })
    ).json();
    expect(auth).toMatchObject({ ok: true, user_id: workspace.botUserId });
    await workspace.stop();
    await workspace.stop();
    await expect(fetch(workspace.url)).rejects.toThrow();
  });

  it("refuses a port that is taken", async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, () => {
        const address = other.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
    await expect(startLocalSlack({ port, ...PEOPLE })).rejects.toEqual(new Refusal("port-in-use", { port }));
    other.close();
  });
});
