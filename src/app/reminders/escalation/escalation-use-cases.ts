// What can be done about escalations: stop one and let it go on.
import type { Actor } from "../../ports.ts";

/** `ref`: "21", "责任分工·21"; a group stands for its members. */
interface Whose {
  readonly ref: string;
  readonly unitName: string;
  readonly by: Actor;
}

export interface EscalationUseCases {
  /** Secretary only. Throws `stop-without-reason`, `unit-not-in-task`, `nothing-to-escalate`, `already-stopped`. */
  stopEscalation(
    input: Whose & { readonly reason: string },
  ): Promise<{ taskName: string; title: string; unit: string }>;
  /** Secretary only. The newest rung is told then, not those in between. Throws `not-stopped`. */
  resumeEscalation(input: Whose): Promise<{ taskName: string; title: string; unit: string }>;
}
