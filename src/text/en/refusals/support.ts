// Refusals around supporting units and their lead, in English.
import type { RefusalCode } from "../../../errors.ts";

export const supportRefusals = {
  "not-of-task": ["Not shown: the replies on {{task}} are for its units and the office. Please ask the office."],
  "lead-only": ["Not urged: {{task}} is urged by its lead unit or the office. Please ask the office."],
  "no-supporting": ["{{task}} has no supporting units. Please let the lead unit report directly."],
  "nobody-missing": [
    "Not urged: all supporting units of {{task}} have replied, or the office is deciding whose it is. Please send “/lianxi support …” to see them.",
  ],
} as const satisfies Partial<Record<RefusalCode, readonly [string, ...string[]]>>;
