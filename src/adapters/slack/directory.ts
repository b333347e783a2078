// Who is who in the Slack workspace: by id, mention or name.
import type { WebClient } from "@slack/web-api";
import type { Directory } from "../../app/ports.ts";
import { createWebClient, platformError } from "./web-client.ts";

/** How long a name list is good for. Milliseconds. */
const FRESH = 60_000;
const PAGE_SIZE = 200;

interface Member {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
  /** A guest of this workspace, or somebody of another one. */
  readonly isGuest: boolean;
  /** Handle, display name, real name; the handle is unique in a workspace, the others need not be. */
  readonly names: readonly [string, string, string];
}

export interface DirectoryOptions {
  readonly botToken: string;
  readonly apiUrl?: string | undefined;
}

/** The port `Directory`: takes `U…`, `<@U…>`, `<@U…|name>`, `@name` and `name`. A name two people share finds nobody. */
export function createDirectory(options: DirectoryOptions): Directory {
  const client = createWebClient(options.botToken, options.apiUrl);
  const members = cached(() => loadMembers(client));
  return {
    async find(idOrName) {
      const text = idOrName.trim();
      const id = /^<@([UW][A-Z0-9]+)(?:\|[^>]*)?>$/.exec(text)?.[1] ?? /^[UW][A-Z0-9]{2,}$/.exec(text)?.[0];
      const byId = id === undefined ? null : await loadMember(client, id);
      if (byId) return byId;
      const name = text.replace(/^[@＠]/, "").trim();
      if (name === "") return null;
      const all = await members();
      for (const kind of [0, 1, 2] as const) {
        const found = all.filter((member) => member.names[kind] === name);
        if (found.length > 1) return null;
        if (found[0]) return found[0];
      }
      return null;
    },
  };
}

async function loadMember(client: WebClient, id: string): Promise<Member | null> {
  try {
    const { user } = await client.users.info({ user: id });
    return user ? memberOf(user) : null;
  } catch (thrown) {
    if (["user_not_found", "user_not_visible"].includes(platformError(thrown) ?? "")) return null;
    throw thrown;
  }
}

async function loadMembers(client: WebClient): Promise<Member[]> {
  const members: Member[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.users.list({ limit: PAGE_SIZE, ...(cursor === undefined ? {} : { cursor }) });
    members.push(...(page.members ?? []).flatMap((user) => memberOf(user) ?? []));
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return members;
}

/** Null for people who have left: nobody can write to them. */
function memberOf(user: {
  id?: string;
  name?: string;
  real_name?: string;
  deleted?: boolean;
  is_bot?: boolean;
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
  is_stranger?: boolean;
  profile?: { display_name?: string; real_name?: string };
}): Member | null {
  if (user.id === undefined || user.deleted === true) return null;
  const handle = user.name ?? "";
  const display = user.profile?.display_name ?? "";
  const real = user.real_name ?? user.profile?.real_name ?? "";
  return {
    id: user.id,
    name: display || real || handle || user.id,
    isBot: user.is_bot === true || user.id === "USLACKBOT",
    isGuest: [user.is_restricted, user.is_ultra_restricted, user.is_stranger].includes(true),
    names: [handle, display, real],
  };
}

function cached<T>(load: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | null = null;
  let until = 0;
  return () => {
    const now = performance.now();
    if (value === null || now > until) {
      until = now + FRESH;
      value = load();
      value.catch(() => {
        value = null; // a failed look-up is not remembered
      });
    }
    return value;
  };
}
