// Hundreds of digests are drawn within the same second: they share what each of them would load.
import type { Ports } from "../ports.ts";

type Loads = Pick<Ports, "registerStore" | "policyStore" | "responseStore">;

/**
 * The same ports, whose loads are shared by everybody who asks while one is under way. Nobody gets facts from before it asked:
 * who comes while a load runs gets the next one.
 */
export function sharingLoads<P extends Loads>(ports: P): P {
  const { registerStore, policyStore, responseStore } = ports;
  const load = shareNext(() => registerStore.load());
  return {
    ...ports,
    registerStore: { ...registerStore, load: (day?: string) => (day === undefined ? load() : registerStore.load(day)) },
    policyStore: { ...policyStore, newest: shareNext(() => policyStore.newest()) },
    responseStore: { ...responseStore, newest: shareNext(() => responseStore.newest()) },
  };
}

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
