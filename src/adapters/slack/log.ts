// The log the Slack adapter writes to, and Bolt's own logger on top of it.
import { type Logger as BoltLogger, LogLevel } from "@slack/bolt";

/** The part of a pino logger that is used here. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Bolt's logger. Its debug lines hold whole payloads, tokens among them, so they are never written. */
export function boltLogger(log: Log): BoltLogger {
  const text = (parts: readonly unknown[]): string => parts.map(String).join(" ");
  return {
    debug: () => {},
    info: (...parts: unknown[]) => log.info({ from: "bolt" }, text(parts)),
    warn: (...parts: unknown[]) => log.warn({ from: "bolt" }, text(parts)),
    error: (...parts: unknown[]) => log.error({ from: "bolt" }, text(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
