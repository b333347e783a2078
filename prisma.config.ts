import { defineConfig } from "prisma/config";

// Only `prisma migrate` needs the schema engine. Without this line `prisma generate` would try to download it.
if (!process.argv.includes("migrate")) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

const url = process.env.DATABASE_URL;

export default defineConfig({
  schema: "prisma/schema.prisma",
  ...(url === undefined ? {} : { datasource: { url } }),
});
