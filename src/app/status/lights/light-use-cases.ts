// What can be done with lights.
import type { Light, LightColour } from "../../../domain/status/light.ts";
import type { Actor } from "../../ports.ts";

export interface LitTask {
  readonly taskId: number;
  readonly taskName: string;
  readonly title: string;
  /** As it is shown from now on. */
  readonly light: Light;
  /** False where it is computed again. */
  readonly isSet: boolean;
  /** Posted digests that show the task and must be redrawn. */
  readonly digestIds: readonly number[];
}

export interface LightUseCases {
  /**
   * Secretary only. `colour` null takes the setting back. Throws `missing-argument` without a reason, `reason-too-long`,
   * `unknown-task`, `ambiguous-task`, `closed-task` and its like, and `light-unchanged`.
   */
  setLight(input: { ref: string; colour: LightColour | null; reason: string; by: Actor }): Promise<LitTask>;
}
