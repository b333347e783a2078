// The environment, read once and checked. The only file that touches process.env.
import { existsSync } from "node:fs";
import { z } from "zod";
import { isLanguage, LANGUAGES, type Language } from "./domain/language.ts";
import { Refusal } from "./errors.ts";

const timezone = z.string().refine(isTimeZone, "time-zone");
const port = z.coerce.number().int().min(1).max(65_535);

const idList = z
  .string()
  .default("")
  .transform((ids) => ids.split(/[,，、\s]+/).filter((id) => id !== ""));

const environment = z.object({
  SLACK_BOT_TOKEN: z.string().startsWith("xoxb-", "bot-token-form").optional(),
  SLACK_APP_TOKEN: z.string().startsWith("xapp-", "app-token-form").optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  PORT: port.default(3000),
  SLACK_API_URL: z.url().optional(),
  LIANXI_DATA: z.string().default("./data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "database-url")
    .optional(),
  LIANXI_AUDIT_KEY: z
    .string()
    .default("")
    .transform((keys) => keys.split(/[,，\s]+/).filter((key) => key !== ""))
    .refine((keys) => keys.every((key) => key.length >= 16), "audit-key"),
  LIANXI_TIMEZONE: timezone.default("Asia/Shanghai"),
  LIANXI_SECRETARIES: idList,
  LIANXI_CHAIRS: idList,
  LIANXI_LANGUAGE: z.enum(LANGUAGES, "language").default("zh"),
  LIANXI_WORKSPACE_PORT: port.default(3000),
  LIANXI_HOLIDAYS: z.string().optional(),
  LIANXI_METRICS_PORT: port.optional(),
  LIANXI_METRICS_HOST: z.string().default("127.0.0.1"),
  LIANXI_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.url().optional(),
  OPENAI_MODEL: z.string().default("gpt-4o-mini"),
  OPENAI_STRUCTURED: z.enum(["json_schema", "json_object", "none"]).default("json_schema"),
});

type SlackConnection =
  /** No tokens: the local workspace. */
  | { readonly kind: "local" }
  | { readonly kind: "socket"; readonly botToken: string; readonly appToken: string }
  | { readonly kind: "http"; readonly botToken: string; readonly signingSecret: string; readonly port: number };

export interface Config {
  readonly slack: SlackConnection;
  readonly slackApiUrl: string | null;
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  /** Keys of the audit chain: the first seals new rows, all check them. Empty = the file in the data folder. */
  readonly auditKeys: readonly string[];
  readonly timezone: string;
  readonly secretaries: readonly string[];
  /** Who chairs the meeting; none = the secretaries act for the chair. */
  readonly chairs: readonly string[];
  readonly workspacePort: number;
  readonly logLevel: string;
  /** File with the days off of another region; null = `holidays.txt` in the data folder, or mainland China's. */
  readonly holidays: string | null;
  /** Where `/metrics` and `/healthz` are served; null = nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  readonly model: {
    readonly apiKey: string;
    readonly baseUrl: string | null;
    readonly model: string;
    readonly structured: "json_schema" | "json_object" | "none";
  } | null;
}

/** Reads `.env` where there is one; what is set already wins. */
export function loadEnvironment(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

/** Spoken in channels, in the terminal, and to who has chosen none. Before all else is checked, for that is said in it. */
export function readLanguage(env: NodeJS.ProcessEnv = process.env): Language {
  const wanted = env.LIANXI_LANGUAGE ?? "";
  return isLanguage(wanted) ? wanted : "zh";
}

/** Throws `config-invalid` naming the first variable that is wrong. An empty variable counts as not set. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== "")));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Refusal("config-invalid", { name: String(issue?.path[0] ?? ""), why: issue?.message ?? "" });
  }
  const values = parsed.data;
  const connection = connectionOf(values);
  return {
    slack: connection,
    slackApiUrl: values.SLACK_API_URL ?? null,
    dataFolder: values.LIANXI_DATA,
    databaseUrl: values.DATABASE_URL ?? null,
    auditKeys: values.LIANXI_AUDIT_KEY,
    timezone: values.LIANXI_TIMEZONE,
    secretaries: values.LIANXI_SECRETARIES,
    chairs: values.LIANXI_CHAIRS,
    workspacePort: values.LIANXI_WORKSPACE_PORT,
    // On a trial the terminal is for the newcomer.
    logLevel: values.LIANXI_LOG_LEVEL ?? (connection.kind === "local" ? "warn" : "info"),
    holidays: values.LIANXI_HOLIDAYS ?? null,
    metrics:
      values.LIANXI_METRICS_PORT === undefined
        ? null
        : { host: values.LIANXI_METRICS_HOST, port: values.LIANXI_METRICS_PORT },
    model: modelOf(values),
  };
}

/** What must never stand in a log: tokens, keys, the database's password. */
export function secretsOf({ slack, databaseUrl, model }: Config): string[] {
  const secrets = [...passwordsOf(databaseUrl), model?.apiKey];
  if (slack.kind === "socket") secrets.push(slack.botToken, slack.appToken);
  if (slack.kind === "http") secrets.push(slack.botToken, slack.signingSecret);
  return secrets.filter((secret) => secret !== undefined);
}

/** As it stands in the address, and as the server takes it. */
function passwordsOf(databaseUrl: string | null): string[] {
  const written = /^\w+:\/\/[^/@\s]*?:([^\s]*)@/.exec(databaseUrl ?? "")?.[1] ?? "";
  try {
    return [written, decodeURIComponent(written)];
  } catch {
    return [written]; // a percent sign that is none of an address: the driver will say so
  }
}

type Values = z.infer<typeof environment>;

function connectionOf(values: Values): SlackConnection {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = values;
  if (botToken && appToken) return { kind: "socket", botToken, appToken };
  if (botToken && signingSecret) return { kind: "http", botToken, signingSecret, port: values.PORT };
  if (botToken) {
    throw new Refusal("config-invalid", {
      name: "SLACK_APP_TOKEN",
      why: "app-token",
    });
  }
  if (appToken || signingSecret) {
    throw new Refusal("config-invalid", { name: "SLACK_BOT_TOKEN", why: "bot-token" });
  }
  return { kind: "local" };
}

/** A local model server needs no key, but the client wants one: an address alone is enough. */
function modelOf(values: Values): Config["model"] {
  if (!values.OPENAI_API_KEY && !values.OPENAI_BASE_URL) return null;
  return {
    apiKey: values.OPENAI_API_KEY ?? "none",
    baseUrl: values.OPENAI_BASE_URL ?? null,
    model: values.OPENAI_MODEL,
    structured: values.OPENAI_STRUCTURED,
  };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
