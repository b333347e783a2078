// The reply to prompts/search-terms.md: its schema, and what of it is taken.
import { z } from "zod";
import { outermostObject } from "./reply-json.ts";

const MOST_TERMS = 8;
const LONGEST_TERM = 20;

const reply = z.object({ terms: z.array(z.string()) });

/** The same schema, as `response_format` wants it. */
export const SEARCH_TERMS_SCHEMA = {
  name: "search_terms",
  strict: true,
  schema: {
    type: "object",
    properties: { terms: { type: "array", items: { type: "string" } } },
    required: ["terms"],
    additionalProperties: false,
  },
} as const;

/** The terms of a reply; null where it holds no JSON object of the schema. */
export function parseSearchTerms(content: string): readonly string[] | null {
  const parsed = reply.safeParse(outermostObject(content));
  if (!parsed.success) return null;
  const terms = parsed.data.terms
    .map((term) => term.trim())
    .filter((term) => term.length >= 2 && term.length <= LONGEST_TERM);
  return [...new Set(terms)].slice(0, MOST_TERMS);
}
