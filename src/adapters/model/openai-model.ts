// The language model, over any server that speaks OpenAI's chat completions. It offers search terms and readings; others check them.
import OpenAI, { APIError } from "openai";
import type { Model } from "../../app/ports.ts";
import { CLAUSE_SCHEMA, parseClauseClaims } from "./clause-reply.ts";
import { parseReplyClaim, REPLY_SCHEMA } from "./reply-claim.ts";
import { parseSearchTerms, SEARCH_TERMS_SCHEMA } from "./search-terms-reply.ts";

export type Structured = "json_schema" | "json_object" | "none";

export interface OpenAiConfig {
  readonly apiKey: string;
  readonly baseUrl?: string | null;
  readonly model: string;
  /** How much of a reply's form the server can guarantee. Stepped down by itself where the server refuses. */
  readonly structured: Structured;
}

export interface OpenAiTimes {
  readonly timeoutMs: number;
  /** For all tries together: somebody is waiting in a chat. */
  readonly totalMs: number;
}

const TIMES: OpenAiTimes = { timeoutMs: 15_000, totalMs: 20_000 };
const LONGEST_QUESTION = 500;
const LONGEST_CLAUSE = 4_000;
const LONGEST_REPLY = 2_000;
const LONGEST_CONTEXT = 300;
const MOST_TARGETS = 10;
const NEXT: Readonly<Record<Structured, Structured | null>> = {
  json_schema: "json_object",
  json_object: "none",
  none: null,
};

/** The texts of prompts/search-terms.md, prompts/read-clause.md and prompts/read-reply.md. */
export interface Prompts {
  readonly searchTerms: string;
  readonly readClause: string;
  readonly readReply: string;
}

type Schema = typeof SEARCH_TERMS_SCHEMA | typeof CLAUSE_SCHEMA | typeof REPLY_SCHEMA;

/** Every method throws when the server fails or answers something else. */
export function createOpenAiModel(config: OpenAiConfig, prompts: Prompts, times: OpenAiTimes = TIMES): Model {
  const client = new OpenAI({
    apiKey: config.apiKey,
    ...(config.baseUrl ? { baseURL: config.baseUrl } : {}),
    timeout: times.timeoutMs,
    maxRetries: 1,
  });
  // What the server was found to accept is kept: it is asked once.
  let structured = config.structured;

  // No temperature and no limit of tokens: newer models refuse the one or the other, and a 400 would look like a failure.
  const complete = async (prompt: string, text: string, schema: Schema): Promise<string> => {
    const signal = AbortSignal.timeout(times.totalMs);
    for (;;) {
      try {
        const completion = await client.chat.completions.create(
          {
            model: config.model,
            messages: [
              { role: "system", content: prompt },
              { role: "user", content: text },
            ],
            ...responseFormat(structured, schema),
          },
          { signal },
        );
        return contentOf(completion);
      } catch (error) {
        const next = refusesFormat(error) ? NEXT[structured] : null;
        if (next === null) throw error;
        structured = next;
      }
    }
  };

  return {
    async searchTerms(question) {
      const content = await complete(prompts.searchTerms, question.slice(0, LONGEST_QUESTION), SEARCH_TERMS_SCHEMA);
      const terms = parseSearchTerms(content);
      if (terms === null) throw new Error("The model's reply holds no search terms");
      return terms;
    },
    async readClause(text) {
      const content = await complete(prompts.readClause, text.slice(0, LONGEST_CLAUSE), CLAUSE_SCHEMA);
      const claims = parseClauseClaims(content);
      if (claims === null) throw new Error("The model's reply holds no tasks");
      return claims;
    },
    async readReply(text, { today, title, targets }) {
      const asked = JSON.stringify({
        today,
        title: title?.slice(0, LONGEST_CONTEXT) ?? null,
        targets: targets.slice(0, MOST_TARGETS).map((target) => target.slice(0, LONGEST_CONTEXT)),
        reply: text.slice(0, LONGEST_REPLY),
      });
      const claim = parseReplyClaim(await complete(prompts.readReply, asked, REPLY_SCHEMA));
      if (claim === null) throw new Error("The model's reply holds no reading");
      return claim;
    },
  };
}

function responseFormat(structured: Structured, schema: Schema) {
  if (structured === "json_schema") {
    return { response_format: { type: "json_schema" as const, json_schema: schema } };
  }
  return structured === "json_object" ? { response_format: { type: "json_object" as const } } : {};
}

/** A server that does not know a kind of `response_format` answers 400 and names it. */
function refusesFormat(error: unknown): boolean {
  return (
    error instanceof APIError && error.status === 400 && /response_format|json_schema|json_object/.test(error.message)
  );
}

/** Some servers answer 200 with a page of HTML: the client hands it on as text, whatever its types say. */
function contentOf(completion: unknown): string {
  const choices = isRecord(completion) && Array.isArray(completion.choices) ? completion.choices : [];
  const first: unknown = choices[0];
  const message = isRecord(first) ? first.message : null;
  const content = isRecord(message) ? message.content : null;
  if (typeof content !== "string") throw new Error("The model's server did not answer with a chat completion");
  return content;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
