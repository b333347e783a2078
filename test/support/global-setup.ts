// Once per run: a scratch folder that all test workers share, and the end of what they started in it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { stopPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    runFolder: string;
  }
}

export function setup(project: TestProject): () => void {
  const runFolder = mkdtempSync(path.join(tmpdir(), "lianxi-test-"));
  project.provide("runFolder", runFolder);
  return () => {
    stopPostgres(runFolder);
    rmSync(runFolder, { recursive: true, force: true });
  };
}
