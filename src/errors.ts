// The refusals of Lianxi: one class, one code each. `text/` turns a code into words; nothing else does.

/** Every way the bot can say no. A code has one sentence in `text/zh.ts` that says why and what would work. */
export type RefusalCode =
  | "unknown-command"
  | "unknown-task"
  | "ambiguous-task"
  | "closed-task"
  | "unknown-unit"
  | "not-a-group"
  | "unknown-person"
  | "person-is-bot"
  | "not-secretary"
  | "not-your-task"
  | "nothing-said"
  | "percent-out-of-range"
  | "past-date"
  | "bad-date"
  | "no-meeting"
  | "meeting-too-soon"
  | "file-empty"
  | "file-unreadable"
  | "file-type"
  | "file-too-large"
  | "file-without-tasks"
  | "file-not-found"
  | "already-imported"
  | "already-recorded"
  | "proposal-gone"
  | "data-folder-in-use"
  | "port-in-use"
  | "config-invalid"
  | "slack-token-rejected"
  | "database-unreachable"
  | "workspace-missing"
  | "missing-argument"
  | "not-saved";

export type RefusalDetails = Readonly<Record<string, string | number>>;

/** A refusal that reaches a person: `code` picks the sentence, `details` fill it in. Nothing was changed when it is thrown. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.details = details;
  }
}
