// The reply to prompts/read-clause.md: its schema. What it claims is checked against the document by `reading/`.
import { z } from "zod";
import type { ClauseClaim } from "../../app/ports.ts";
import { outermostObject } from "./reply-json.ts";

const reply = z.object({
  tasks: z.array(z.object({ quote: z.string(), lead: z.array(z.string()), supporting: z.array(z.string()) })),
});

const NAMES = { type: "array", items: { type: "string" } } as const;

/** The same schema, as `response_format` wants it. */
export const CLAUSE_SCHEMA = {
  name: "clause_tasks",
  strict: true,
  schema: {
    type: "object",
    properties: {
      tasks: {
        type: "array",
        items: {
          type: "object",
          properties: { quote: { type: "string" }, lead: NAMES, supporting: NAMES },
          required: ["quote", "lead", "supporting"],
          additionalProperties: false,
        },
      },
    },
    required: ["tasks"],
    additionalProperties: false,
  },
} as const;

/** The claims of a reply; null where it holds no JSON object of the schema. */
export function parseClauseClaims(content: string): readonly ClauseClaim[] | null {
  const parsed = reply.safeParse(outermostObject(content));
  return parsed.success ? parsed.data.tasks : null;
}
