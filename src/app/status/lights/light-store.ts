// The port to the lights that the office has set. What is in force comes with the register (`Task.setLight`).
import type { IsoDate } from "../../../domain/calendar.ts";
import type { LightColour } from "../../../domain/status/light.ts";
import type { Actor } from "../../ports.ts";

export interface LightStore {
  /** Appends a setting; without a colour the one in force is taken back. False where that is in force already. */
  append(input: {
    taskId: number;
    colour: LightColour | null;
    reason: string;
    by: Actor;
    on: IsoDate;
  }): Promise<boolean>;
}
