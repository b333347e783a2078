// What can be done with the rules of closing.
import type { Actor } from "../../ports.ts";

interface NamedTask {
  readonly taskName: string;
  readonly title: string;
}

export interface ClosureRulesView {
  readonly all: boolean;
  /** Tasks with a word of their own, in the order of the register. */
  readonly tasks: readonly (NamedTask & { readonly evidence: boolean })[];
}

export interface ClosureUseCases {
  /** Secretary only, like the next. */
  showClosureRules(input: { by: Actor }): Promise<ClosureRulesView>;
  /** `ref` null: for all tasks. `evidence` null: the task follows the rule for all. Throws `unknown-task` and its like, `closing-unchanged`. */
  setClosureRule(input: { ref: string | null; evidence: boolean | null; by: Actor }): Promise<ClosureRulesView>;
}
