// Structured logs. Tokens, keys and passwords never reach them, whichever way they came into a line.
import { type Logger, pino } from "pino";

export type { Logger };

const HIDDEN = "[hidden]";

/** A shorter secret cannot be told apart from other words; it is hidden where it stands in an address all the same. */
const SHORTEST_SECRET = 6;

/** Slack's tokens, keys of model servers, and the passwords in addresses. */
const LOOKS_SECRET = /\bxox[a-z]-[\w-]+|\bxapp-[\w-]+|\bsk-[\w-]{8,}|(?<=:\/\/[^\s:/"]{0,200}:)[^\s"/]+(?=@)/g;

/**
 * Logs as JSON lines on standard error, so that standard output stays for people and `--json`. `secrets`: what must not stand
 * in any of them · `write`: another place for the lines.
 */
export function createLogger(
  level: string,
  secrets: readonly string[] = [],
  write: (line: string) => void = toStandardError(),
): Logger {
  const hide = hider(secrets);
  return pino({ level }, { write: (line: string) => write(hide(line)) });
}

/** Takes secrets out of a text: the ones given, also as JSON writes them, and what looks like one. */
export function hider(secrets: readonly string[]): (text: string) => string {
  const known = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
  return (text) =>
    known.reduce((left, secret) => left.replaceAll(secret, HIDDEN), text).replaceAll(LOOKS_SECRET, HIDDEN);
}

function toStandardError(): (line: string) => void {
  const out = pino.destination(2);
  return (line) => {
    out.write(line);
  };
}
