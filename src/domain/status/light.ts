// Red, yellow, green, grey (红黄绿灯), each with its reason.
import type { Reason } from "../reason.ts";

export type LightColour = "green" | "yellow" | "red" | "grey";

export interface Light {
  readonly colour: LightColour;
  readonly reason: Reason;
}
