// People of other organisations: a shared channel (Slack Connect) brings them before the bot, which is not theirs to use.
import type { App, ReceiverEvent } from "@slack/bolt";
import { Refusal } from "../../../errors.ts";

/** The organisation the bot was installed in; an Enterprise Grid has several workspaces under one id. */
export interface Home {
  readonly teamId: string;
  readonly enterpriseId: string | null;
}

/** The workspace of whoever acted, as Slack's envelope says; null where it does not say (the home page, one's own commands). */
function teamOf(body: ReceiverEvent["body"]): string | null {
  const team: unknown = body.user?.team_id ?? body.event?.user_team ?? body.event?.team ?? body.team_id;
  return typeof team === "string" ? team : null;
}

export function isStranger(body: ReceiverEvent["body"], home: Home): boolean {
  const team = teamOf(body);
  if (team === null || team === home.teamId) return false;
  const enterprise: unknown = body.enterprise?.id ?? body.enterprise_id;
  return home.enterpriseId === null || enterprise !== home.enterpriseId;
}

/** Acknowledges and refuses whatever a stranger sends, before any listener sees it. */
export function refuseStrangers(app: App, home: Home): void {
  app.use(async (args) => {
    if (!isStranger(args.body, home)) return args.next();
    if ("ack" in args && typeof args.ack === "function") await args.ack();
    throw new Refusal("stranger");
  });
}
