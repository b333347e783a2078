// Real second processes for tests of locks, crashes and races.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

export interface TestProcess {
  readonly pid: number;
  /** Lines of its standard output, as they come. */
  readonly lines: string[];
  /** Resolves when that many lines have come; throws with its errors when it ends before. */
  waitForLines(count: number): Promise<void>;
  /** SIGKILL: no handler runs. Resolves when the process is gone. */
  kill(): Promise<void>;
  ended(): Promise<void>;
}

/** Runs a script of test/support/scripts with the Node of this test run. */
export function startProcess(script: string, ...args: readonly string[]): TestProcess {
  const file = path.join(import.meta.dirname, "scripts", script);
  const child = spawn(process.execPath, [file, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const lines: string[] = [];
  let errors = "";
  let finished = false;
  const output = createInterface({ input: child.stdout });
  output.on("line", (line) => lines.push(line));
  child.stderr.on("data", (chunk) => {
    errors += String(chunk);
  });
  const gone = once(child, "close").then(() => {
    finished = true;
  });
  return {
    pid: pidOf(child),
    lines,
    async waitForLines(count) {
      while (lines.length < count) {
        if (finished) throw new Error(`${script} ended after ${lines.length} lines: ${errors}`);
        await Promise.race([once(output, "line"), gone]);
      }
    },
    async kill() {
      child.kill("SIGKILL");
      await gone;
    },
    ended: () => gone,
  };
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error("the process did not start");
  return child.pid;
}
