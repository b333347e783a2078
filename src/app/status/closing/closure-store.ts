// The port to what closing a task takes.
import type { ClosureRules } from "../../../domain/status/closing.ts";
import type { Actor } from "../../ports.ts";

export interface ClosureStore {
  rules(): Promise<ClosureRules>;
  /** What speaks for closing a task: files of its confirmed reports and their words, since it was last reopened. */
  evidenceFor(taskId: number): Promise<{ readonly files: number; readonly texts: readonly string[] }>;
  /** Appends a rule: of one task, or of all without a word of their own. `evidence` null: the task follows the rule for all. False where it holds already. */
  save(input: { taskId: number | null; evidence: boolean | null; by: Actor }): Promise<boolean>;
}
