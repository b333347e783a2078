// What the fake Slack remembers, and what its methods do to it.

export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  user: string;
  text: string;
  blocks?: unknown;
  thread_ts?: string;
  metadata?: unknown;
  files?: readonly { id: string }[];
  /** Set for messages only one person sees. */
  ephemeralTo?: string;
}

export interface FakeUser {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly displayName?: string;
  readonly isBot?: boolean;
  readonly isGuest?: boolean;
  readonly deleted?: boolean;
}

type Args = Readonly<Record<string, unknown>>;
type Result = { ok: boolean; [key: string]: unknown };

const ok = (more: object = {}): Result => ({ ok: true, ...more });
const no = (error: string): Result => ({ ok: false, error });
const text = (value: unknown): string => (typeof value === "string" ? value : "");

export class FakeSlackState {
  readonly botUserId = "U0BOT";
  origin = "";
  users: FakeUser[] = [];
  /** Channels the bot is a member of, direct messages apart. */
  readonly channels = new Set<string>();
  readonly messages: FakeMessage[] = [];
  readonly files = new Map<string, { readonly name: string; readonly bytes: Buffer; readonly size: number }>();
  readonly views: { readonly triggerId: string; readonly view: unknown }[] = [];
  readonly homes = new Map<string, unknown>();
  /** Messages in one page of history. */
  pageSize = 100;
  /** Seconds since 1970, where the time is the test's. */
  clock: (() => number) | null = null;
  #nextTs = Math.floor(Date.now() / 1000);
  #nextFile = 1;

  addFile(
    name: string,
    bytes: Buffer,
    size: number = bytes.length,
  ): { id: string; name: string; size: number; url_private: string } {
    const id = `F${String(this.#nextFile++).padStart(8, "0")}`;
    this.files.set(id, { name, bytes, size });
    return this.#fileObject(id);
  }

  /** A message by anybody, as it would stand in a channel. */
  addMessage(message: Omit<FakeMessage, "ts">): FakeMessage {
    const added: FakeMessage = { ...message, ts: this.#newTs() };
    this.messages.push(added);
    return added;
  }

  #newTs(): string {
    if (this.clock === null) return `${this.#nextTs++}.000100`;
    return `${Math.floor(this.clock())}.${String(this.messages.length).padStart(6, "0")}`;
  }

  upload(id: string, bytes: Buffer): void {
    const file = this.files.get(id);
    if (file) this.files.set(id, { ...file, bytes });
  }

  dmOf(user: string): string {
    return `D${user.slice(1)}`;
  }

  call(method: string, args: Args): Result {
    return METHODS[method]?.(this, args) ?? no("unknown_method");
  }

  isOpen(channel: string): boolean {
    return this.channels.has(channel) || this.users.some((user) => this.dmOf(user.id) === channel);
  }

  #fileObject(id: string) {
    const { name = "", size = 0 } = this.files.get(id) ?? {};
    return { id, name, size, url_private: `${this.origin}/files/${id}` };
  }

  fileInfo(id: string): Result {
    return this.files.has(id) ? ok({ file: this.#fileObject(id) }) : no("file_not_found");
  }
}

const METHODS: Readonly<Record<string, (state: FakeSlackState, args: Args) => Result>> = {
  "auth.test": (state) => ok({ user_id: state.botUserId, bot_id: "B0BOT", team_id: "T0" }),

  "chat.postMessage": (state, args) => {
    // A person's id stands for the direct messages with that person.
    const to = text(args.channel);
    const channel = state.users.some((user) => user.id === to) ? state.dmOf(to) : to;
    if (!state.isOpen(channel)) return no("not_in_channel");
    const { ts } = state.addMessage({ channel, user: state.botUserId, ...contentOf(args) });
    return ok({ channel, ts });
  },

  "chat.postEphemeral": (state, args) => {
    const channel = text(args.channel);
    const message = { channel, user: state.botUserId, ...contentOf(args), ephemeralTo: text(args.user) };
    return ok({ message_ts: state.addMessage(message).ts });
  },

  "chat.update": (state, args) => {
    const found = state.messages.find((one) => one.channel === args.channel && one.ts === args.ts);
    if (!found) return no("message_not_found");
    Object.assign(found, contentOf(args));
    return ok({ channel: found.channel, ts: found.ts });
  },

  "chat.getPermalink": (state, args) =>
    ok({ permalink: `${state.origin}/archives/${text(args.channel)}/${text(args.message_ts)}` }),

  "conversations.open": (state, args) => {
    const user = state.users.find((one) => one.id === args.users);
    if (!user) return no("user_not_found");
    return user.deleted ? no("user_disabled") : ok({ channel: { id: state.dmOf(user.id) } });
  },

  "conversations.history": (state, args) => {
    const oldest = Number(args.oldest ?? 0);
    const all = state.messages
      .filter((one) => one.channel === args.channel && Number(one.ts) >= oldest)
      .filter((one) => one.thread_ts === undefined && one.ephemeralTo === undefined)
      .reverse()
      .map(({ metadata, ...message }) => (args.include_all_metadata === "true" ? { ...message, metadata } : message));
    const from = Number(args.cursor ?? 0);
    const to = from + Math.min(state.pageSize, Number(args.limit ?? 100));
    return ok({
      messages: all.slice(from, to),
      response_metadata: { next_cursor: to < all.length ? String(to) : "" },
    });
  },

  "users.info": (state, args) => {
    const user = state.users.find((one) => one.id === args.user);
    return user ? ok({ user: userObject(user) }) : no("user_not_found");
  },

  "users.list": (state) => ok({ members: state.users.map(userObject), response_metadata: { next_cursor: "" } }),

  "views.open": (state, args) => {
    const triggerId = text(args.trigger_id);
    state.views.push({ triggerId, view: args.view });
    return ok({ view: { id: `V${state.views.length}` } });
  },

  "views.publish": (state, args) => {
    state.homes.set(text(args.user_id), args.view);
    return ok();
  },

  "files.info": (state, args) => state.fileInfo(text(args.file)),

  "files.getUploadURLExternal": (state, args) => {
    const { id } = state.addFile(text(args.filename), Buffer.alloc(0));
    return ok({ upload_url: `${state.origin}/upload/${id}`, file_id: id });
  },

  "files.completeUploadExternal": (state, args) => {
    const files = Array.isArray(args.files) ? args.files : [];
    const thread = args.thread_ts === undefined ? {} : { thread_ts: text(args.thread_ts) };
    state.addMessage({ channel: text(args.channel_id), user: state.botUserId, text: "", files, ...thread });
    return ok({ files });
  },
};

function contentOf(args: Args) {
  return {
    text: text(args.text),
    blocks: args.blocks,
    ...(args.metadata === undefined ? {} : { metadata: args.metadata }),
    ...(args.thread_ts === undefined ? {} : { thread_ts: text(args.thread_ts) }),
  };
}

function userObject(user: FakeUser) {
  return {
    id: user.id,
    name: user.name,
    real_name: user.realName,
    deleted: user.deleted ?? false,
    is_bot: user.isBot ?? false,
    is_restricted: user.isGuest ?? false,
    profile: { display_name: user.displayName ?? "", real_name: user.realName },
  };
}
