// What may be done again after a process died over it: what carries all it needs, and whose use case knows its source key.
import { ACTION, VIEW } from "../ids.ts";
import { findCommand } from "./commands.ts";

/** A delivery as it was stored; `event`, `actions` and `view` as Slack sends them. */
export interface StoredBody {
  readonly event?: { readonly type?: string };
  readonly command?: string;
  readonly text?: string;
  readonly actions?: readonly { readonly action_id?: string }[];
  readonly view?: { readonly callback_id?: string };
}

const EVENTS: ReadonlySet<string> = new Set(["message", "app_mention"]);
const COMMANDS: ReadonlySet<string> = new Set(["update", "extend", "close"]);
const CLICKS: ReadonlySet<string> = new Set([
  ACTION.confirmUpdate,
  ACTION.chooseTask,
  ACTION.respond,
  ACTION.respondSeen,
  ACTION.homeList,
  ACTION.homeFirst,
  ACTION.homeView,
]);
const FORMS: ReadonlySet<string> = new Set([VIEW.update, VIEW.notMine]);

/** False for what opens a form (its time is over) and for what nobody would know to be the second time. */
export function isRepeatable({ event, command, text, actions, view }: StoredBody): boolean {
  if (event !== undefined) return EVENTS.has(event.type ?? "");
  if (command !== undefined) return COMMANDS.has(findCommand(text ?? "")?.name ?? "");
  if (view !== undefined && actions === undefined) return FORMS.has(view.callback_id ?? "");
  return CLICKS.has(actions?.[0]?.action_id ?? "");
}
