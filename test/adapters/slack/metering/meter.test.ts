// What only the Slack side sees: sockets that open and close, and how soon a delivery is acknowledged.
import { EventEmitter } from "node:events";
import type { App, ReceiverEvent } from "@slack/bolt";
import { expect, it } from "vitest";
import { meterAcks, meterSocket } from "../../../../src/adapters/slack/metering/meter.ts";

function counting() {
  const seen = { sockets: 0, acks: [] as number[] };
  return {
    seen,
    acknowledged: (seconds: number) => void seen.acks.push(seconds),
    socket: (change: 1 | -1) => {
      seen.sockets += change;
    },
  };
}

it("counts a socket once, however often it says that it is open or closed", () => {
  const meter = counting();
  const [one, two] = [new EventEmitter(), new EventEmitter()];
  for (const socket of [one, two]) meterSocket(socket, meter);
  one.emit("disconnected"); // it never came to be
  for (const event of ["connected", "connected"]) one.emit(event);
  two.emit("connected");
  expect(meter.seen.sockets).toBe(2);
  for (const event of ["disconnected", "disconnected"]) one.emit(event);
  expect(meter.seen.sockets).toBe(1);
  one.emit("connected");
  expect(meter.seen.sockets).toBe(2);
});

it("times the first acknowledgement of each delivery, and hands everything on", async () => {
  const meter = counting();
  const acked: unknown[] = [];
  const app = {
    async processEvent({ ack }: ReceiverEvent) {
      await ack("first");
      await ack("second");
    },
  };
  meterAcks(app as App, meter);
  await app.processEvent({ body: {}, ack: async (response) => void acked.push(response) });
  expect(acked).toEqual(["first", "second"]);
  expect(meter.seen.acks).toHaveLength(1);
  expect(meter.seen.acks[0]).toBeGreaterThanOrEqual(0);
});

it("a delivery that is never acknowledged is not counted", async () => {
  const meter = counting();
  const app = { processEvent: async (_: ReceiverEvent) => undefined };
  meterAcks(app as App, meter);
  await app.processEvent({ body: {}, ack: async () => undefined });
  expect(meter.seen.acks).toEqual([]);
});
