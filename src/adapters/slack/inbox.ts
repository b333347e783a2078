// The durable inbox in front of Bolt: a delivery is stored before it is acknowledged, and takes effect once.
import { createHash } from "node:crypto";
import type { App, ReceiverEvent } from "@slack/bolt";
import type { InboxStore } from "../../app/ports.ts";
import type { Log } from "./log.ts";

/** Slack waits 3 s for an acknowledgement; the person must hear "not saved" within that. Milliseconds. */
const STORE_TIMEOUT = 2_000;

export interface Delivery {
  readonly deliveryId: string;
  readonly kind: string;
  /** The body without tokens and reply addresses. */
  readonly payload: unknown;
}

/** Counts deliveries in hand, so that stopping can wait for them. */
export interface InFlight {
  drain(timeoutMs: number): Promise<void>;
}

/**
 * Puts the inbox in front of `app`. Duplicates are acknowledged and dropped. A delivery that cannot be stored goes to
 * `sayNotSaved` and no further.
 */
export function putInboxInFront(
  app: App,
  inbox: InboxStore,
  sayNotSaved: (event: ReceiverEvent) => Promise<void>,
  log: Log,
): InFlight {
  const running = new Set<Promise<void>>();
  const process = app.processEvent.bind(app);

  const take = async (event: ReceiverEvent): Promise<void> => {
    if (isEcho(event.body)) return event.ack();
    const delivery = deliveryOf(event.body);
    let isNew: boolean;
    try {
      isNew = await within(STORE_TIMEOUT, inbox.receive(delivery));
    } catch (error) {
      log.error({ error: String(error), deliveryId: delivery.deliveryId }, "Delivery could not be stored");
      return sayNotSaved(event);
    }
    if (!isNew) return event.ack();
    await process(event);
    await inbox.markDone(delivery.deliveryId);
  };

  app.processEvent = (event) => {
    const one = take(event).catch((error: unknown) => {
      log.error({ error: String(error) }, "Delivery failed outside its listener");
    });
    running.add(one);
    return one.finally(() => running.delete(one));
  };

  return {
    async drain(timeoutMs) {
      await Promise.race([Promise.all(running), new Promise((resolve) => setTimeout(resolve, timeoutMs).unref())]);
    },
  };
}

/** What needs no answer: messages of bots (its own among them), edits, deletions, joins. */
function isEcho(body: ReceiverEvent["body"]): boolean {
  const event = body.event as { type?: string; subtype?: string; bot_id?: string } | undefined;
  if (event?.type !== "message") return false;
  return event.bot_id !== undefined || (event.subtype !== undefined && event.subtype !== "file_share");
}

/** What Slack calls a delivery, and what of it is kept. */
export function deliveryOf(body: ReceiverEvent["body"]): Delivery {
  const kind: string = body.event?.type ?? body.type ?? (body.command === undefined ? "unknown" : "command");
  const id: unknown = body.event_id ?? body.trigger_id;
  const deliveryId = typeof id === "string" && id !== "" ? id : hashOf(body);
  return { deliveryId, kind, payload: withoutSecrets(body) };
}

const SECRET_KEYS = /token|authorization|^response_urls?$|^trigger_id$|^private_metadata$/i;

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !SECRET_KEYS.test(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutSecrets(inner)]));
}

function hashOf(body: unknown): string {
  return createHash("sha256").update(JSON.stringify(body)).digest("hex");
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
