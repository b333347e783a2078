// The migrations lead to schema.prisma, no more and no less.
import { expect, it } from "vitest";
import { diffSchema } from "../../../prisma/schema-engine.ts";

it("schema.prisma and the migrations say the same (else: node prisma/write-migration.ts NAME)", async () => {
  expect(await diffSchema()).toBe("");
});
