// The reply to prompts/search-terms.md: its schema, and how it is taken out of what models write around it.
import { z } from "zod";

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

/** The terms of a reply; null where it holds no JSON object of the schema. Thoughts, fences and talk around it are dropped. */
export function parseSearchTerms(content: string): readonly string[] | null {
  const plain = content.replace(/<think>[\s\S]*?(?:<\/think>|$)/g, "");
  const outermost = plain.slice(plain.indexOf("{"), plain.lastIndexOf("}") + 1);
  const parsed = reply.safeParse(jsonOrNull(outermost));
  if (!parsed.success) return null;
  const terms = parsed.data.terms
    .map((term) => term.trim())
    .filter((term) => term.length >= 2 && term.length <= LONGEST_TERM);
  return [...new Set(terms)].slice(0, MOST_TERMS);
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
