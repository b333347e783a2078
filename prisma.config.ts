import { defineConfig } from "prisma/config";

// The schema engine is only needed by `prisma migrate`. Without this line `prisma generate` would try to download it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma/schema.prisma" });
