// The reply to prompts/read-reply.md: its schema. What it claims is held against the words by `reading/replies/claims/`.
import { z } from "zod";
import type { ReplyClaim } from "../../domain/status/status.ts";
import { outermostObject } from "./reply-json.ts";

const STATUSES = ["not_started", "on_track", "at_risk", "blocked", "done"] as const;
const MOST_QUANTITIES = 20;
const LONGEST_UNIT = 10;

const day = z.iso.date();
const reply = z.object({
  status: z.enum(STATUSES).nullable(),
  percent: z.number().min(0).max(100).nullable(),
  quantities: z
    .array(z.object({ value: z.number().nonnegative(), unit: z.string().max(LONGEST_UNIT) }))
    .max(MOST_QUANTITIES),
  needsCoordination: z.boolean(),
  extensionTo: day.nullable(),
  forecast: day.nullable(),
});

const DAY = { type: ["string", "null"] } as const;

/** The same schema, as `response_format` wants it. */
export const REPLY_SCHEMA = {
  name: "status_reply",
  strict: true,
  schema: {
    type: "object",
    properties: {
      status: { type: ["string", "null"], enum: [...STATUSES, null] },
      percent: { type: ["number", "null"] },
      quantities: {
        type: "array",
        items: {
          type: "object",
          properties: { value: { type: "number" }, unit: { type: "string" } },
          required: ["value", "unit"],
          additionalProperties: false,
        },
      },
      needsCoordination: { type: "boolean" },
      extensionTo: DAY,
      forecast: DAY,
    },
    required: ["status", "percent", "quantities", "needsCoordination", "extensionTo", "forecast"],
    additionalProperties: false,
  },
} as const;

/** The claim of a reply, and nothing that it says besides; null where it holds no JSON object of the schema. */
export function parseReplyClaim(content: string): ReplyClaim | null {
  const parsed = reply.safeParse(outermostObject(content));
  return parsed.success ? parsed.data : null;
}
