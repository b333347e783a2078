// Hundreds of digests are drawn within the same second: they share what each of them would load.
import type { Ports } from "../ports.ts";

type Loads = Pick<Ports, "registerStore" | "policyStore" | "responseStore" | "auditTrail" | "clock">;

/**
 * The same ports, whose loads are kept as long as nothing has changed: whatever changes one of them is in the audit trail, whose
 * newest row is looked at for everybody who asks. Nobody gets facts from before they asked.
 */
export function sharingLoads<P extends Loads>(ports: P): P {
  const { registerStore, policyStore, responseStore, auditTrail, clock } = ports;
  const newestRow = shareNext(() => auditTrail.newest());
  // The members of groups are those of the day.
  const version = async () => `${clock.today()}/${await newestRow()}`;
  const load = keepWhile(version, () => registerStore.load());
  const newest = keepWhile(version, () => responseStore.newest());
  return {
    ...ports,
    registerStore: { ...registerStore, load: (day?: string) => (day === undefined ? load() : registerStore.load(day)) },
    policyStore: { ...policyStore, newest: keepWhile(version, () => policyStore.newest()) },
    responseStore: {
      ...responseStore,
      newest: (taskIds?: readonly number[]) => (taskIds === undefined ? newest() : responseStore.newest(taskIds)),
    },
  };
}

/** Loads anew only where `version` says something else than before the last load. */
export function keepWhile<T>(version: () => Promise<string>, load: () => Promise<T>): () => Promise<T> {
  let kept: { readonly version: string; readonly loaded: Promise<T> } | null = null;
  return async () => {
    const now = await version();
    if (kept?.version === now) return kept.loaded;
    const own = { version: now, loaded: load() };
    kept = own;
    own.loaded.catch(() => {
      if (kept === own) kept = null;
    });
    return own.loaded;
  };
}

/** One load for all who ask while another runs: it begins after they asked. */
export function shareNext<T>(load: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  let next: Promise<T> | null = null;
  const start = (): Promise<T> => {
    const own = load().finally(() => {
      if (running === own) running = null;
    });
    running = own;
    return own;
  };
  return () => {
    if (running === null) return start();
    const before = running;
    next ??= before
      .catch(() => undefined)
      .then(() => {
        next = null;
        return start();
      });
    return next;
  };
}
