// Values packed into buttons and forms: they travel through Slack, and what comes back is checked.
import type { z } from "zod";
import { Refusal, type RefusalCode } from "../../../errors.ts";

/** A packed value: JSON, checked on the way back. What cannot be read (an old button) is refused, never guessed. */
export function packed<T>(schema: z.ZodType<T>, refusal: RefusalCode) {
  return {
    encode: (value: T): string => JSON.stringify(schema.parse(value)),
    decode: (text: string | undefined): T => {
      try {
        return schema.parse(JSON.parse(text ?? ""));
      } catch {
        throw new Refusal(refusal);
      }
    },
  };
}
