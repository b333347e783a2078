// Whether Slack takes the token, and what it allows: for the operator's check.
import { Refusal } from "../../errors.ts";
import { createWebClient, failureOf, rejection } from "./web-client.ts";

/** The bot's user id and the wanted scopes it lacks. Throws `slack-token-rejected`, `slack-unreachable`. */
export async function checkToken(
  options: { botToken: string; apiUrl?: string },
  wantedScopes: readonly string[],
): Promise<{ botUserId: string; missingScopes: readonly string[] }> {
  try {
    const answer = await createWebClient(options.botToken, options.apiUrl).auth.test();
    const granted = new Set(answer.response_metadata?.scopes ?? []);
    return { botUserId: answer.user_id ?? "", missingScopes: wantedScopes.filter((scope) => !granted.has(scope)) };
  } catch (thrown) {
    const why = rejection(thrown);
    if (why !== null) throw new Refusal("slack-token-rejected", { why });
    throw new Refusal("slack-unreachable", { why: failureOf(thrown).error });
  }
}
