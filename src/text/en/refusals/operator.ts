// What the operator is refused, in English: starting, backups, the database, the audit trail.
import type { RefusalCode } from "../../../errors.ts";

export const operatorRefusals = {
  "data-folder-in-use": [
    "Not started: the data folder {{folder}} is used by another process ({{pid}}). Please stop it, or name another folder in LIANXI_DATA.",
    "Not started: the data folder {{folder}} is used by another process. Please stop it, or name another folder in LIANXI_DATA.",
  ],
  "data-folder-version": [
    "Not started: the data folder {{folder}} was made by PostgreSQL {{found}}; this version has {{expected}} and cannot open it. Please run backup FILE with the former version, or take the newest file in its folder dumps, then restore FILE --replace with this version (the former folder is kept).",
  ],
  "data-folder-damaged": [
    "Not started: the database in {{folder}} is damaged and cannot be opened ({{why}}). Please put the folder aside, then restore the newest file of its folder dumps: restore FILE --replace.",
    "Not started: the database in {{folder}} is damaged and cannot be opened. Please put the folder aside, then restore the newest file of its folder dumps: restore FILE --replace.",
  ],
  "disk-full": [
    "Not done: the disk of {{folder}} is full. Please make room and try again; what was confirmed before is safe.",
  ],
  "nothing-to-back-up": [
    "Not backed up: the database has not been used yet. Please check LIANXI_DATA or DATABASE_URL.",
  ],
  "backup-foreign": [
    "Not restored: “{{file}}” is no backup of Lianxi; nothing was changed. Please choose a file made by backup.",
  ],
  "backup-damaged": [
    "Not restored: “{{file}}” is incomplete or was changed; nothing was changed. Please take another backup.",
  ],
  "backup-newer": [
    "Not restored: “{{file}}” was made by a newer version; nothing was changed. Please update the program first.",
  ],
  "register-not-empty": [
    "Not restored: the database is not empty; nothing was changed. Please add --replace to replace what is there.",
  ],
  "database-newer": [
    "Not done: the database was made by a newer version ({{migration}}). Please update the program first.",
  ],
  "database-in-use": [
    "Not restored: {{processes, # process of Lianxi is|# processes of Lianxi are}} connected to the database; nothing was changed. Please stop the bot first.",
  ],
  "migration-changed": [
    "Not started: the database's change “{{migration}}” is not the one this program brings. Please use the version that fits the database.",
  ],
  "migration-unfinished": [
    "Not started: the database's change “{{migration}}” is unfinished. Please settle it as prisma migrate resolve says, then start again.",
  ],
  "port-in-use": [
    "Not started: port {{port}} is in use, perhaps by a trial that was not stopped. Please stop that program or choose another port (LIANXI_WORKSPACE_PORT, PORT).",
  ],
  "config-invalid": [
    "Not started: {{name}} is not valid ({{why}}). Please correct it as .env.example shows.",
    "Not started: {{name}} is not valid. Please correct it as .env.example shows.",
  ],
  "calendar-file-too-large": [
    "Not started: the calendar file {{file}} is too large (at most {{kilobytes}} KB). Please keep the days off and working days only.",
  ],
  "calendar-file-unreadable": [
    "Not started: {{file}} is no readable calendar file. Please save it as text, in each line a date and 休 (off) or 班 (working), for example “2027-01-04 班”.",
  ],
  "slack-unreachable": [
    "Slack cannot be reached ({{why}}). Please check the network and SLACK_API_URL; the token has not been checked.",
    "Slack cannot be reached. Please check the network and SLACK_API_URL; the token has not been checked.",
  ],
  "slack-token-rejected": [
    "Not started: Slack does not accept the token ({{why}}). Please check SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or reinstall the app.",
    "Not started: Slack does not accept the token. Please check SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or reinstall the app.",
  ],
  "database-unreachable": [
    "Not started: the database cannot be reached ({{why}}). Please check DATABASE_URL and that the database runs.",
    "Not started: the database cannot be reached. Please check DATABASE_URL and that the database runs.",
  ],
  "workspace-missing": [
    "Not started: there are no Slack tokens, and the local trial cannot start ({{why}}). Please set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or install the packages anew.",
    "Not started: there are no Slack tokens, and the local trial is not installed. Please set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or install the packages anew.",
  ],
  "audit-changed": [
    "The audit trail is wrong: row {{id}} ({{at}}) was changed and no longer fits its hash. Nothing after it can be relied on: please compare with a backup.",
  ],
  "audit-unlinked": [
    "The audit trail is wrong: row {{id}} ({{at}}) does not follow the one before it; rows were taken out, put in or changed. Please compare with a backup.",
  ],
  "audit-unsealed": [
    "The audit trail is wrong: row {{id}} ({{at}}) is not sealed although rows before it are. This program did not write it: please find out who did.",
  ],
  "audit-unknown-key": [
    "Not checked: the key of row {{id}} ({{at}}) is not on this machine. Please add it to LIANXI_AUDIT_KEY (several with commas) and try again.",
  ],
  "audit-head-missing": [
    "The audit trail is wrong: the row with the hash {{head}} is gone; it and those after it were taken out. There are {{rows, # row|# rows}}, the last with the hash {{last}}. Please compare with a backup.",
  ],
  "audit-key-unreadable": [
    "Not started: the audit key file {{file}} cannot be read. Please restore it from a backup, or give the key in LIANXI_AUDIT_KEY; do not make a new one, or the former rows cannot be checked.",
  ],
} as const satisfies Partial<Record<RefusalCode, readonly [string, ...string[]]>>;
