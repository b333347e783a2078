// An inbox in memory, which can be out of order and knows when all it took is done.
import type { InboxStore } from "../../src/app/ports.ts";

export class MemoryInbox implements InboxStore {
  readonly deliveries = new Map<string, { readonly kind: string; readonly payload: unknown; done: boolean }>();
  /** broken: refuses · stuck: never answers. */
  mode: "working" | "broken" | "stuck" = "working";

  async receive(delivery: { deliveryId: string; kind: string; payload: unknown }): Promise<boolean> {
    if (this.mode === "broken") throw new Error("connection refused");
    if (this.mode === "stuck") return new Promise(() => {});
    if (this.deliveries.has(delivery.deliveryId)) return false;
    this.deliveries.set(delivery.deliveryId, { kind: delivery.kind, payload: delivery.payload, done: false });
    return true;
  }

  async markDone(deliveryId: string): Promise<void> {
    const delivery = this.deliveries.get(deliveryId);
    if (delivery) delivery.done = true;
  }

  /** Everything that is not done, whenever it came. */
  async undone(): Promise<{ deliveryId: string; kind: string; payload: unknown }[]> {
    return [...this.deliveries]
      .filter(([, delivery]) => !delivery.done)
      .map(([deliveryId, { kind, payload }]) => ({ deliveryId, kind, payload }));
  }

  async takeUp(deliveryId: string): Promise<number | null> {
    return this.deliveries.get(deliveryId)?.done === false ? 1 : null;
  }

  /** Waits until everything received has taken effect. */
  async idle(): Promise<void> {
    while ([...this.deliveries.values()].some((one) => !one.done)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}
