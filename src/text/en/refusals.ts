// One sentence for every refusal, in English: why, and what would work next. Of several the fullest comes first, as in Chinese.
import type { RefusalCode } from "../../errors.ts";
import { operatorRefusals } from "./refusals/operator.ts";
import { policyRefusals } from "./refusals/policy.ts";
import { supportRefusals } from "./refusals/support.ts";
import { unitRefusals } from "./refusals/units.ts";

export const refusals = {
  ...operatorRefusals,
  ...supportRefusals,
  ...policyRefusals,
  ...unitRefusals,
  "unknown-command": [
    "Not done: there is no command “{{word}}”. Please send “/lianxi help” for the commands, or “/lianxi ask …” to ask something.",
  ],
  "unknown-language": [
    "Not changed: there is no language “{{text}}”. Please send “/lianxi language zh”, “/lianxi language en” or “/lianxi language zh-Hant”.",
  ],
  "unknown-task": [
    "Not saved: there is no task {{ref}} (tasks: {{range}}). Please send “/lianxi mine” for your units' tasks.",
    "Not saved: there is no task {{ref}}. Please send “/lianxi mine” for your units' tasks.",
  ],
  "ambiguous-task": [
    "Not saved: several documents have a task {{ref}}. Please write which one you mean: {{choices}}.",
    "Not saved: several documents have a task {{ref}}. Please put the document's short name before the number.",
  ],
  "closed-task": [
    "Not done: “{{task}}” is closed. To take it up again, please ask the office to open it first: “/lianxi reopen NUMBER REASON”.",
    "Not done: the task is closed. To take it up again, please ask the office to open it first: “/lianxi reopen NUMBER REASON”.",
  ],
  "stop-without-reason": [
    "Not stopped: please give the reason, for example “/lianxi remind stop 21 UNIT agreed by phone, report next week”. It is recorded and shown in the preview of reminders.",
  ],
  "unit-not-in-task": [
    "Not saved: {{unit}} has no part in “{{task}}”. Its units are: {{units}}. Please name one of these.",
  ],
  "nothing-to-escalate": [
    "Not saved: “{{task}}” waits for nothing from {{unit}}, so nothing is escalated. Please send “/lianxi remind” for today's reminders.",
  ],
  "already-stopped": [
    "Not saved: escalation to {{unit}} on “{{task}}” was stopped before. To go on, please send “/lianxi remind resume”.",
  ],
  "not-stopped": [
    "Not saved: escalation to {{unit}} on “{{task}}” is not stopped. Please send “/lianxi remind” for today's reminders.",
  ],
  "not-secretary": [
    "Not done: this is for the office to do. Please ask the office, or send “/lianxi help” for the commands you can use.",
  ],
  "not-chair": ["Not done: the chair of the meeting approves the agenda. Please ask the office to submit it."],
  "not-office": [
    "Not done: this is for the office and the chair to see. Please ask the office, or send “/lianxi help” for the commands you can use.",
  ],
  "not-your-task": [
    "Not saved: {{units}} answers for “{{task}}”, and you are not its contact. Please send “/lianxi mine” for your tasks; if you should answer, ask the office.",
    "Not saved: you are not a contact of a unit responsible for “{{task}}”. Please send “/lianxi mine” for your tasks; if you should report on it, ask the office.",
    "Not saved: you are not a contact of a unit responsible for the task. Please send “/lianxi mine” for your tasks; if you should report on it, ask the office.",
  ],
  "several-tasks": [
    "Not saved: one message can report on {{most, # task|# tasks}} at most. This one names {{tasks}}: please send several, for example “21 on track 60%, 22 done”.",
  ],
  "status-contradicts": [
    "Not saved: the status does not go with {{percent}}% done. Please correct one of them and report again.",
  ],
  "extension-not-later": [
    "Not saved: {{date}} is not later than the present due date {{due}}. Please choose a later date.",
  ],
  "extension-too-late": [
    "Not saved: the due date {{due}} has passed, so no extension can be asked for. Please report the present state; if you need coordination, write so.",
  ],
  "request-pending": [
    "Not saved: your unit's extension request (to {{date}}) is being decided. Please ask again after that.",
    "Not saved: your unit's extension request is being decided. Please ask again after that.",
  ],
  "request-decided": ["Not done: this request has been decided. Please send “/lianxi requests” for those that wait."],
  "unknown-request": ["Not done: there is no request {{id}}. Please send “/lianxi requests” for those that wait."],
  "dates-frozen": [
    "Not done: from the cut-off date {{from}} to the meeting on {{until}} no date is moved. Please bring it to the meeting, or come back after it.",
  ],
  "nothing-to-extend": [
    "Not submitted: “{{task}}” has no due date of its own; the meeting sets when it is reported, so it cannot be extended. Please report by that date; if that is hard, you can ask the office to coordinate.",
    "Not done: this task has no due date of its own; the meeting sets when it is reported, so it cannot be extended. Please send the request back and say so.",
  ],
  "task-not-closed": [
    "Not done: “{{task}}” is not closed, so it need not be reopened. To report on it, please send “/lianxi update” with its number.",
  ],
  "too-many-files": [
    "Not saved: at most {{most, # file|# files}} at a time; there were {{count}}. Please send them in parts.",
  ],
  "evidence-type": [
    "Not saved: “{{file}}” cannot be evidence. Please send a document, a table, a picture, a .pdf or a .zip file.",
  ],
  "evidence-without-words": [
    "Not saved: it is not said which task “{{file}}” belongs to. Please send it together with the progress, for example the file with “21 done”.",
  ],
  "not-your-evidence": [
    "Not sent: evidence is for the office and the contacts of the responsible units. To know more about “{{task}}”, please ask the office.",
  ],
  "nothing-said": [
    "Not saved: no progress was read. Please write a status or a percentage, for example “21 60% done, to be finished by 20 Dec”.",
  ],
  "percent-out-of-range": [
    "Not saved: {{percent}} is not between 0 and 100. Please write a number from 0 to 100, for example 60.",
  ],
  "past-date": ["Not saved: {{date}} has passed. Please choose a date after today, for example 2026-12-20."],
  "bad-date": ["Not saved: the date “{{text}}” could not be read. Please write it like 2026-12-09."],
  "agenda-changed": [
    "Not approved: the agenda has changed since you saw it. Please send “/lianxi agenda” for the newest one, then approve it.",
  ],
  "agenda-approved": [
    "This agenda was approved on {{date}} and need not be approved again. If items change, please have it approved anew.",
  ],
  "unknown-meeting": [
    "Not done: there is no meeting {{id}}. Please run meeting list for all meetings and their numbers.",
  ],
  "no-meeting": [
    "Not done: no meeting has been set. Please have the office set it with “/lianxi meeting 2026-12-09” first.",
  ],
  "meeting-too-soon": [
    "Not saved: {{date}} leaves no time to collect progress. Please choose {{earliest}} or later.",
    "Not saved: {{date}} leaves no time to collect progress. Please choose a later date.",
  ],
  "file-empty": ["Not imported: “{{file}}” is empty. Please check it and send it again."],
  "file-unreadable": [
    "Not imported: “{{file}}” cannot be read; it may be damaged or encrypted. Please save it anew and send it again.",
  ],
  "file-type": [
    "Not imported: “{{file}}” is a {{kind}} file, which cannot be read. Please open it in Word or WPS, save it as {{saveAs}} and send it again.",
    "Not imported: “{{file}}” is a {{kind}} file, which cannot be read. Please send .docx, .xlsx, .html, .csv, .txt or .md; unpack archives first, and turn pictures into text.",
    "Not imported: “{{file}}” cannot be read. Please send .docx, .xlsx, .html, .csv, .txt or .md.",
  ],
  "file-encrypted": [
    "Not imported: “{{file}}” is protected by a password. Please take the password off, save it anew and send it again.",
  ],
  "file-too-complex": [
    "Not imported: the tables in “{{file}}” have more than {{rows}} rows. Please keep the assignments only, or send it in parts.",
    "Not imported: a table in “{{file}}” has more than {{columns}} columns. Please keep the assignments only and send it again.",
    "Not imported: “{{file}}” could not be read within the time allowed. Please keep the assignments only, or save it as .txt and send it again.",
  ],
  "reader-busy": [
    "Not imported: other files are being read, so “{{file}}” was not read yet. Please send it again in a moment.",
  ],
  "file-too-large": [
    "Not imported: “{{file}}” is too large (at most {{megabytes}} MB). Please take pictures out or send it in parts.",
    "Not imported: “{{file}}” is too large. Please take pictures out or send it in parts.",
  ],
  "file-without-tasks": [
    "Not imported: no assignments were read in “{{file}}”. Please check that it names lead, supporting or responsible units.",
  ],
  "file-not-found": [
    "Not imported: “{{file}}” was not found. Please send it again.",
    "Not imported: the file is gone or was changed. Please send it again.",
  ],
  "already-imported": [
    "Not imported: “{{title}}” is in the register already. If it was revised, please send the revised file.",
    "Not imported: this file is in the register already. If it was revised, please send the revised file.",
  ],
  "same-as-current": [
    "Not imported: it says the same as the present version of “{{title}}”; the register was not changed. If it was revised, please check that you sent the new version.",
  ],
  "register-changed": [
    "Not imported: “{{title}}” was changed in the register during the review. Please send the file again and review it anew.",
  ],
  "review-closed": [
    "Not saved: this review is over; the register was not changed again. To review the file anew, please send it again.",
  ],
  "review-unfinished": [
    "Not imported: {{count, # guess is|# guesses are}} still to be reviewed. Please go on, or choose “Accept all and import”.",
  ],
  "no-unit-read": [
    "Not saved: no unit was read. Please write the names of the units with commas between, for example “UNIT, UNIT”.",
  ],
  "already-recorded": ["This report was recorded before and was not saved twice. Please check with “/lianxi mine”."],
  "nothing-asked": ["Not recorded: no reminder waits for an answer. Please send “/lianxi mine” for your units' tasks."],
  "already-claimed": [
    "It was already said not to be your unit's; the office is deciding, and there is no reminder until then. Please just report if you want to report after all.",
  ],
  "form-expired": [
    "Not opened: the click was too long ago, and Slack no longer opens the form. Please press once more, or send “{{usage}}”.",
  ],
  "proposal-gone": [
    "Not saved: this message no longer holds. Please report anew, for example “/lianxi update 21 60% done”.",
  ],
  "no-ledger": [
    "Not exported: the ledger is for the office and for contacts of responsible units; no task is yours at present. To look something up, please send “/lianxi ask …”; if a task should be yours, ask the office.",
  ],
  "missing-argument": [
    "Not done: {{name}} is missing. Please write: {{usage}}",
    "Not done: {{name}} is missing. Please send “/lianxi help” to see how it is written.",
    "Not done: the command is incomplete. Please send “/lianxi help” to see how it is written.",
  ],
  "not-saved": [
    "Not saved: {{why}}. Please try again in a moment; if it still fails, ask the office.",
    "Not saved: the system cannot write at the moment. Please try again in a moment; if it still fails, ask the office.",
  ],
  "withdrawn-task": [
    "Not done: “{{task}}” was withdrawn when its document was revised; its records are kept. If it must be handled, please ask the office.",
    "Not done: the task was withdrawn when its document was revised; its records are kept. If it must be handled, please ask the office.",
  ],
  "superseded-task": [
    "Not done: “{{task}}” is now part of another task of the revised document. Please send “/lianxi mine” for the present tasks.",
    "Not done: the task is now part of another task of the revised document. Please send “/lianxi mine” for the present tasks.",
  ],
  "closing-unchanged": ["Not changed: it is so already. Please send “/lianxi closing” to see what closing takes."],
  "evidence-missing": [
    "Not closed: “{{task}}” takes evidence (a file or a link), and none has come yet. Please send the request back and ask the unit for it, or send “/lianxi closing {{ref}} none”.",
  ],
  "closure-taken-back": [
    "Not closed: since it asked for the closure, {{unit}} has reported “{{task}}” as not done. Please check first; the request can be sent back, and asked for anew when the task is done.",
  ],
  "light-unchanged": ["Not changed: the light of “{{task}}” is so already. Please check with “/lianxi show”."],
  "reason-too-long": ["Not saved: please keep the reason within {{most}} characters: it is shown with the light."],
  "one-lead": [
    "Not changed: {{task}} has one lead unit only, which reports. Please choose a task with several lead units.",
  ],
  "figures-without-unit": [
    "Not saved: it is not said what “{{text}}” counts. Please write the figure with its unit, for example “156 classes”.",
  ],
  stranger: ["Not done: this app is for people of this Slack workspace. To know more, please ask the office."],
  "nothing-to-accept": ["No task waits to be accepted. Please send “/lianxi mine” for your units' tasks."],
  "already-accepted": [
    "“{{task}}” was accepted by {{person}} on {{date}}; once is enough. Please report progress in time.",
    "“{{task}}” was accepted on {{date}}; once is enough. Please report progress in time.",
  ],
  "handed-back": [
    "Not accepted: the office decided that another unit handles “{{task}}”. If your unit should after all, please ask the office.",
  ],
  "claim-handed-over": [
    "Not done: on {{date}} it was decided that another unit handles it; the card says who decided. To name that unit, please send “/lianxi reassign {{ref}} {{unit}} TO-UNIT”.",
  ],
  "claim-kept": [
    "Not done: on {{date}} it was decided that {{unit}} goes on with it; the card says who decided. To give it to another unit, please send “/lianxi reassign {{ref}} {{unit}} TO-UNIT”.",
  ],
  "claim-withdrawn": [
    "Not done: {{unit}} has accepted the task since, so nothing is to be decided. Please go on to the next card.",
  ],
  "reassign-same": [
    "Not reassigned: both units are {{unit}}. Please write which unit takes it over, for example “/lianxi reassign 21 FROM-UNIT TO-UNIT”.",
  ],
  "already-in-task": [
    "Not reassigned: {{unit}} has a part in “{{task}}” already. Please name another unit, or revise the document and import it again.",
  ],
  "member-of-group": [
    "Not reassigned: {{unit}} has “{{task}}” as a member of {{group}}. If it should not, please list the members anew: “/lianxi unit group {{group}} …”.",
  ],
} as const satisfies Record<RefusalCode, readonly [string, ...string[]]>;
