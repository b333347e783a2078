// What changes of the reminder policy are refused.
import type { RefusalCode } from "../../../errors.ts";

export const policyRefusals = {
  "policy-unreadable": [
    "未修改：没有读懂「{{text}}」。请按此填写：「/lianxi 提醒 规则 牵头 提前 30、14、7、3、1、0」「/lianxi 提醒 规则 逾期 1、3、5 每10」「/lianxi 提醒 规则 免打扰 18:00-8:30」。",
  ],
  "policy-no-steps": ["未修改：没有写明工作日数。请列出数字，例如「牵头 提前 30、14、7、3、1、0」，0 表示到期当天。"],
  "policy-step-not-whole": ["未修改：「{{step}}」不是整数。请按工作日填写整数，例如 30、14、7。"],
  "policy-step-after-due": [
    "未修改：{{step}} 个工作日在到期之后，不能列为提前提醒。到期之后的请用「/lianxi 提醒 规则 逾期 1、3、5 每10」。",
  ],
  "policy-step-not-overdue": [
    "未修改：逾期提醒从到期后第 1 个工作日算起，不能是 {{step}}。到期当天的提醒请列在「提前」中，写作 0。",
  ],
  "policy-step-twice": ["未修改：{{step}} 列了两次。每个工作日数请只列一次。"],
  "policy-steps-unordered": ["未修改：次序不清。请按时间先后列出：{{ordered}}。"],
  "policy-steps-too-many": ["未修改：列了 {{count}} 次提醒，过于频繁。请不超过 {{most}} 次。"],
  "policy-step-too-far": ["未修改：{{step}} 个工作日过远。请不超过 {{most}} 个工作日（约一年）。"],
  "policy-every-too-small": [
    "未修改：每 {{every}} 个工作日重复一次，早于最后一次逾期提醒（第 {{last}} 个工作日），前后矛盾。请将重复间隔定为大于 {{last}} 的数。",
  ],
  "policy-quiet-unreadable": [
    "未修改：没有读懂免打扰时段「{{text}}」。请按「免打扰 18:00-8:30」填写；不再设免打扰时段请写「免打扰 不设」。",
  ],
  "policy-quiet-all-day": ["未修改：起止都是 {{from}}，全天都不能提醒。请写明起止时间，例如「免打扰 18:00-8:30」。"],
  "policy-quiet-at-tick": [
    "未修改：每日 {{tick}} 安排并发出提醒，不能在免打扰时段（{{from}}–{{to}}）内。请避开 {{tick}}，例如「免打扰 18:00-8:30」。",
  ],
  "policy-of-task-only-steps": [
    "未修改：单个事项只能设定提醒的工作日数，例如「事项 21 牵头 提前 30、14、7」。免打扰时段等请对全办统一设定。",
  ],
  "policy-unchanged": ["未修改：与现行规则一致。发送「/lianxi 提醒 规则」可查看现行规则。"],
  "policy-changed-meanwhile": ["未修改：规则刚刚由他人改动。请先发送「/lianxi 提醒 规则」核对，再行修改。"],
} as const satisfies Partial<Record<RefusalCode, readonly [string, ...string[]]>>;
