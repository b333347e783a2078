// Structured logs. Tokens and keys never reach them.
import { type Logger, pino } from "pino";

export type { Logger };

/** Logs as JSON lines on standard error, so that standard output stays for people and `--json`. */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      redact: ["*.token", "*.botToken", "*.appToken", "*.apiKey", "*.signingSecret", "*.databaseUrl", "*.headers"],
    },
    pino.destination(2),
  );
}
