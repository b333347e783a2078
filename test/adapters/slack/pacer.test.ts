// One message a second in a channel, and channels do not wait for each other.
import { expect, it } from "vitest";
import { pacer } from "../../../src/adapters/slack/pacer.ts";

it("keeps a channel's messages apart", async () => {
  let now = 0;
  const waits: number[] = [];
  const turn = pacer(1000, {
    now: () => now,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
  });
  await turn("D1");
  await turn("D1");
  await turn("D2");
  now = 1500;
  await turn("D1");
  now = 9000;
  await turn("D1");
  expect(waits).toEqual([1000, 500]);
});
