// Refusals around units, their names, members and contacts, in English.
import type { RefusalCode } from "../../../errors.ts";

export const unitRefusals = {
  "unknown-unit": [
    "Not saved: the register has no unit “{{unit}}”. The nearest are: {{nearest}}. Please send “/lianxi units” for all of them.",
    "Not saved: the register has no unit “{{unit}}”. Please send “/lianxi units” for all of them.",
  ],
  "alias-taken": [
    "Not saved: “{{alias}}” is already a name of {{unit}}. If the two are one unit, please merge them with “/lianxi unit merge …”; else choose another name.",
  ],
  "merge-same": [
    "Not merged: both names are already one unit ({{unit}}). Please send “/lianxi unit {{unit}}” for all its names.",
  ],
  "merge-kinds": [
    "Not merged: “{{from}}” and “{{into}}” are of different kinds (unit, group unit, unresolved unit). If one is a member of the other, please use “/lianxi unit group”.",
  ],
  "already-merged": [
    "Not merged: “{{unit}}” was merged into {{into}} before. If that was wrong, please send “/lianxi unit unmerge {{unit}}” first; to merge into another unit, write {{into}} instead.",
  ],
  "not-merged": [
    "Not undone: “{{unit}}” is not merged into another unit. Please send “/lianxi unit {{unit}}” to see it.",
  ],
  "bad-period": [
    "Not saved: the first day {{from}} is after the last day {{to}}. Please check the dates and try again.",
  ],
  "period-too-long": [
    "Not reckoned: the span is too long (at most {{days, # day|# days}}). Please choose a shorter one.",
  ],
  "list-without-members": [
    "Not saved: “{{file}}” holds no member units. Please list them in a column 单位 (unit), where needed with columns 自 (from) and 至 (to), and send it again as .csv or .xlsx.",
  ],
  "not-a-group": [
    "Not saved: {{unit}} is not a group unit and has no members. Please send “/lianxi units” to see which ones are.",
  ],
  "no-unit-name": [
    "Not saved: “{{unit}}” is no unit's name. Please name the members in full, with commas between them; a longer list can be sent as .csv or .xlsx.",
  ],
  "not-a-member": [
    "Not saved: {{unit}} is a group or unresolved unit itself and cannot be a member. Please name a particular unit.",
  ],
  "unknown-person": [
    "Not saved: “{{person}}” was not found. Please type @ and choose from the list, for example “/lianxi contact UNIT @name”.",
  ],
  "person-is-bot": ["Not saved: “{{person}}” is an app and cannot be a contact. Please name a member of staff."],
  "person-is-guest": [
    "Not saved: “{{person}}” is a guest or from outside and cannot stand in. Please name a colleague of this workspace.",
  ],
  "substitute-self": [
    "Not saved: “{{person}}” is the contact who will be away. Please name another colleague to stand in.",
  ],
  "bad-absence": [
    "Not saved: “{{text}}” could not be read. Please write the dates and who stands in, for example “/lianxi away 2026-11-25 to 2026-12-03 @name”.",
    "Not saved: no dates were read. Please write: /lianxi away 2026-11-25 to 2026-12-03 @name",
  ],
  "no-absence": ["Not cancelled: no absence is recorded. Please send “/lianxi away” to see what is."],
  "not-a-contact": [
    "Not done: you are not the contact of any unit, so there is nothing to record. If you should be, please ask the office.",
  ],
  "no-contact-yet": ["Not saved: {{unit}} has no contact. Please name one first: “/lianxi contact {{unit}} @name”."],
  "not-this-contact": [
    "Not removed: “{{person}}” is not a contact of {{unit}} (contacts: {{names}}). Please name one of these.",
    "Not removed: {{unit}} has no contact. Please send “/lianxi contact {{unit}} @name” to name one.",
  ],
} as const satisfies Partial<Record<RefusalCode, readonly [string, ...string[]]>>;
