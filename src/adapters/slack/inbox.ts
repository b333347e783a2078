// The durable inbox in front of Bolt: a delivery is stored before it is acknowledged, and takes effect once.
import { createHash } from "node:crypto";
import type { App, ReceiverEvent } from "@slack/bolt";
import type { InboxStore } from "../../app/ports.ts";
import { changedMessage } from "./input/changed-message.ts";
import { isRepeatable } from "./input/repeatable.ts";
import type { Log } from "./log.ts";

/** Slack waits 3 s for an acknowledgement; the person must hear "not saved" within that. Milliseconds. */
const STORE_TIMEOUT = 2_000;

/** What is older is not answered any more: the person has asked again by then. Milliseconds. */
const WORTH_FINISHING = 24 * 3_600_000;

/** What is younger may be in the hands of another process on the same database. Milliseconds. */
const IN_OTHER_HANDS = 60_000;

/** What takes longer than that is not in any hands any more: a long document is read for minutes. Milliseconds. */
const IN_NO_HANDS = 10 * 60_000;

/** A delivery that ended its process this often is not tried again. */
const MOST_TAKE_UPS = 5;

interface Delivery {
  readonly deliveryId: string;
  readonly kind: string;
  /** The body without tokens and reply addresses. */
  readonly payload: unknown;
}

export interface Inbox {
  /** Takes up what a dead process received and did not finish. At the start and every minute. */
  recover(now: Date): Promise<void>;
  /** Takes nothing more (Slack delivers it again elsewhere) and waits for what is in hand. */
  close(timeoutMs: number): Promise<void>;
}

export interface InboxExits {
  /** The delivery could not be stored and goes no further. */
  sayNotSaved(event: ReceiverEvent): Promise<void>;
  /** The delivery was broken off in an earlier run, and its reply address is gone. */
  sayBrokenOff(body: ReceiverEvent["body"]): Promise<void>;
}

/** Puts the inbox in front of `app`. Duplicates are acknowledged and dropped. */
export function putInboxInFront(app: App, store: InboxStore, exits: InboxExits, log: Log): Inbox {
  const running = new Set<Promise<void>>();
  const inHand = new Set<string>();
  const process = app.processEvent.bind(app);
  let closed = false;

  const take = async (event: ReceiverEvent): Promise<void> => {
    if (closed) return;
    if (isEcho(event.body)) return event.ack();
    const delivery = deliveryOf(event.body);
    let isNew: boolean;
    try {
      isNew = await within(STORE_TIMEOUT, store.receive(delivery));
    } catch (error) {
      log.error({ error: String(error), deliveryId: delivery.deliveryId }, "Delivery could not be stored");
      return exits.sayNotSaved(event);
    }
    if (!isNew) return event.ack();
    inHand.add(delivery.deliveryId);
    try {
      await process(event);
      await store.markDone(delivery.deliveryId);
    } finally {
      inHand.delete(delivery.deliveryId);
    }
  };

  /** Done again where that has one effect, else said to be broken off. Marked after it: a death in between is one more time. */
  const takeUp = async (deliveryId: string, stored: ReceiverEvent["body"], times: number): Promise<void> => {
    // Its trigger opens nothing any more, but it is the source key of what it does.
    const body = stored.event === undefined ? { ...stored, trigger_id: deliveryId } : stored;
    if (times <= MOST_TAKE_UPS && isRepeatable(body)) await process({ body, ack: async () => {} });
    else if (body.event?.type !== "app_home_opened") await exits.sayBrokenOff(body);
    await store.markDone(deliveryId);
  };

  app.processEvent = (event) => {
    const one = take(event).catch((error: unknown) => {
      log.error({ error: String(error) }, "Delivery failed outside its listener");
    });
    running.add(one);
    return one.finally(() => running.delete(one));
  };

  /** The oldest of what nobody has in hand; how many were taken up. */
  const takeUpSome = async (now: Date): Promise<number> => {
    const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
    const notSince = before(IN_OTHER_HANDS);
    const old = await store.undone({ from: before(WORTH_FINISHING), to: before(IN_NO_HANDS) });
    const recent = await store.undone({ from: before(IN_NO_HANDS), to: notSince });
    let taken = 0;
    for (const { deliveryId, kind, payload } of [...old, ...recent.filter((one) => !hasFiles(one.payload))]) {
      if (closed || inHand.has(deliveryId)) continue;
      const times = await store.takeUp(deliveryId, { now, notSince });
      if (times === null) continue;
      taken += 1;
      log.warn({ deliveryId, kind, times }, "Delivery of an earlier run taken up");
      const again = takeUp(deliveryId, payload as ReceiverEvent["body"], times).catch((error: unknown) => {
        log.error({ error: String(error), deliveryId }, "Delivery could not be taken up");
      });
      running.add(again);
      await again.finally(() => running.delete(again));
    }
    return taken;
  };

  return {
    async recover(now) {
      while ((await takeUpSome(now)) > 0);
    },
    async close(timeoutMs) {
      closed = true;
      await Promise.race([Promise.all(running), new Promise((resolve) => setTimeout(resolve, timeoutMs).unref())]);
    },
  };
}

/** What needs no answer: messages of bots (its own among them), what is drawn anew, joins. */
function isEcho(body: ReceiverEvent["body"]): boolean {
  const event = body.event as { type?: string; subtype?: string; bot_id?: string } | undefined;
  if (event?.type !== "message") return false;
  if (event.subtype === "message_changed" || event.subtype === "message_deleted") return changedMessage(event) === null;
  return event.bot_id !== undefined || (event.subtype !== undefined && event.subtype !== "file_share");
}

/** What Slack calls a delivery, and what of it is kept. */
function deliveryOf(body: ReceiverEvent["body"]): Delivery {
  const kind: string = body.event?.type ?? body.type ?? (body.command === undefined ? "unknown" : "command");
  const id: unknown = body.event_id ?? body.trigger_id;
  const deliveryId = typeof id === "string" && id !== "" ? id : hashOf(body);
  return { deliveryId, kind, payload: withoutSecrets(body) };
}

const SECRET_KEYS = /token|authorization|^response_urls?$|^trigger_id$/i;

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !SECRET_KEYS.test(key));
  return Object.fromEntries(
    kept.map(([key, inner]) => [key, key === "private_metadata" ? withoutReceipt(inner) : withoutSecrets(inner)]),
  );
}

/** What a form was opened with, without the reply address in it: the receipt then goes as a direct message. */
function withoutReceipt(metadata: unknown): unknown {
  try {
    const packed: unknown = JSON.parse(String(metadata));
    if (typeof packed !== "object" || packed === null) return "";
    return JSON.stringify("receipt" in packed ? { ...packed, receipt: null } : packed);
  } catch {
    return "";
  }
}

function hasFiles(payload: unknown): boolean {
  const files = (payload as { event?: { files?: readonly unknown[] } } | null)?.event?.files;
  return files !== undefined && files.length > 0;
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
