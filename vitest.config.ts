import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/global-setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // For two cores, and one that waits: many a test does, for a process, a socket or a clock.
    maxWorkers: 3,
  },
});
