// The refusals of Lianxi: one class, one code each. `text/` turns a code into words; nothing else does.

/** Every way the bot can say no. A code has one sentence in `text/zh/refusals.ts`; its details stand beside it. */
export type RefusalCode =
  | "unknown-command" // {word}
  | "unknown-language" // {text}
  | "unknown-task" // {ref, range?} range: "1–29"
  | "ambiguous-task" // {ref, choices?} choices: task names joined by 、
  | "closed-task" // {task?}
  | "form-expired" // {usage}
  | "unknown-unit" // {unit, nearest?}
  | "alias-taken" // {alias, unit}
  | "merge-same" // {unit}
  | "merge-kinds" // {from, into}
  | "already-merged" // {unit, into}
  | "not-merged" // {unit}
  | "bad-period" // {from, to}
  | "period-too-long" // {days} the most that is taken
  | "list-without-members" // {file}
  | "not-a-group" // {unit}
  | "not-a-member" // {unit}
  | "no-unit-name" // {unit}
  | "unknown-person" // {person}
  | "person-is-bot" // {person}
  | "person-is-guest" // {person}
  | "substitute-self" // {person}
  | "bad-absence" // {text}
  | "no-absence"
  | "not-a-contact"
  | "no-contact-yet" // {unit}
  | "not-this-contact" // {person, unit, names?} names: the unit's contacts
  | "stop-without-reason"
  | "unit-not-in-task" // {unit, task, units} units: those of the task
  | "nothing-to-escalate" // {unit, task}
  | "already-stopped" // {unit, task}
  | "not-stopped" // {unit, task}
  | "not-secretary"
  | "not-chair"
  | "stranger" // of another organisation, in a shared channel
  | "not-office" // neither secretary nor chair
  | "not-your-task" // {task?, units?} units: those that answer for it
  | "several-tasks" // {tasks, most} task names joined by 、
  | "status-contradicts" // {percent}
  | "extension-not-later" // {date, due}
  | "extension-too-late" // {due}
  | "request-pending" // {date?}
  | "request-decided"
  | "unknown-request" // {id}
  | "dates-frozen" // {from, until}
  | "nothing-to-extend" // {task?} task: said to the unit that asks
  | "withdrawn-task" // {task}
  | "superseded-task" // {task}
  | "light-unchanged" // {task}
  | "closing-unchanged"
  | "evidence-missing" // {task, ref}
  | "closure-taken-back" // {task, unit}
  | "reason-too-long" // {most}
  | "task-not-closed" // {task}
  | "nothing-said"
  | "figures-without-unit" // {text}
  | "percent-out-of-range" // {percent}
  | "past-date" // {date}
  | "bad-date" // {text}
  | "no-meeting"
  | "agenda-changed" // since it was shown
  | "agenda-approved" // {date}
  | "unknown-meeting" // {id}
  | "meeting-too-soon" // {date, earliest?}
  | "file-empty" // {file}
  | "file-unreadable" // {file}
  | "file-type" // {file, kind?, saveAs?} kind: what it is: "doc"; saveAs: what to make of it: ".docx"
  | "file-encrypted" // {file}
  | "file-too-complex" // {file, rows?, columns?} the most that is taken
  | "reader-busy" // {file}
  | "too-many-files" // {count, most}
  | "evidence-type" // {file}
  | "evidence-without-words" // {file}
  | "not-your-evidence" // {task}
  | "file-too-large" // {file, megabytes?} the most that is taken
  | "file-without-tasks" // {file}
  | "file-not-found" // {file}
  | "already-imported" // {title}
  | "same-as-current" // {title} a newer file that says the same
  | "register-changed" // {title} of the document that was changed since its review
  | "review-closed"
  | "review-unfinished" // {count}
  | "no-unit-read" // {text}
  | "already-recorded"
  | "nothing-asked"
  | "already-claimed" // not_mine was said and waits for its decision
  | "nothing-to-accept"
  | "already-accepted" // {task, person?, date}
  | "handed-back" // {task} the office has agreed that it is another unit's
  | "claim-handed-over" // {unit, date, ref} decided before: another unit's
  | "claim-kept" // {unit, date, ref} decided before: the unit's
  | "claim-withdrawn" // {unit} has accepted since
  | "reassign-same" // {unit}
  | "already-in-task" // {unit, task}
  | "member-of-group" // {unit, group, task}
  | "proposal-gone"
  | "data-folder-in-use" // {folder, pid?}
  | "data-folder-version" // {folder, found, expected} versions of PostgreSQL
  | "data-folder-damaged" // {folder, why?}
  | "disk-full" // {folder}
  | "nothing-to-back-up"
  | "backup-foreign" // {file} no backup of Lianxi
  | "backup-damaged" // {file} cut or changed
  | "backup-newer" // {file} made by a later version
  | "register-not-empty" // a restore would replace what is there
  | "database-newer" // {migration} that this version does not know
  | "database-in-use" // {processes}
  | "migration-changed" // {migration} applied to the database in another form
  | "migration-unfinished" // {migration} begun by another tool and not finished
  | "port-in-use" // {port}
  | "config-invalid" // {name, why?, file?} why: a `why-…` of the words, or what zod says
  | "calendar-file-too-large" // {file, kilobytes} the most that is taken
  | "calendar-file-unreadable" // {file}
  | "slack-token-rejected" // {why?}
  | "slack-unreachable" // {why?}
  // the reminder policy
  | "policy-unreadable" // {text}
  | "policy-no-steps"
  | "policy-step-not-whole" // {step}
  | "policy-step-after-due" // {step} a step of those before the due date that is after it
  | "policy-step-not-overdue" // {step}
  | "policy-step-twice" // {step}
  | "policy-steps-unordered" // {ordered} the same steps in their order: "30、14、7"
  | "policy-steps-too-many" // {count, most}
  | "policy-step-too-far" // {step, most}
  | "policy-every-too-small" // {every, last}
  | "policy-quiet-unreadable" // {text}
  | "policy-quiet-all-day" // {from}
  | "policy-quiet-at-tick" // {from, to, tick}
  | "policy-of-task-only-steps"
  | "policy-unchanged"
  | "one-lead" // {task}
  // supporting units
  | "not-of-task" // {task}
  | "lead-only" // {task}
  | "no-supporting" // {task}
  | "nobody-missing" // {task}
  | "policy-changed-meanwhile"
  | "database-unreachable" // {why?}
  | "workspace-missing" // {why?}
  | "no-ledger"
  | "audit-changed" // {id, at} of the row
  | "audit-unlinked" // {id, at}
  | "audit-unsealed" // {id, at}
  | "audit-unknown-key" // {id, at}
  | "audit-head-missing" // {head, rows, last}
  | "audit-key-unreadable" // {file}
  | "missing-argument" // {name, usage?} name: what the usage words know, a command or a thing; or an option of the terminal
  | "not-saved"; // {why?}

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
