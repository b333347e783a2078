// JSON columns: what a store wrote is what it reads back.
import type { Prisma } from "../../generated/prisma/client.ts";

/** For a JSON column. PostgreSQL's jsonb takes neither NUL nor half a surrogate pair: they are dropped and replaced. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(toJsonText(value));
}

export function toJsonText(value: unknown): string {
  const text = JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "string" ? inner.replaceAll("\0", "").toWellFormed() : inner,
  );
  return text ?? "null";
}

/** The column's own store wrote it with `toJson`, so its shape is known. */
export function fromJson<T>(value: Prisma.JsonValue): T {
  return value as T;
}
