// Refusals around units, their names, members and contacts.
import type { RefusalCode } from "../../../errors.ts";

export const unitRefusals = {
  "unknown-unit": [
    "未保存：台账中没有「{{unit}}」。最接近的是：{{nearest}}。发送「/lianxi 单位」可查看全部单位。",
    "未保存：台账中没有「{{unit}}」。发送「/lianxi 单位」可查看全部单位。",
  ],
  "alias-taken": [
    "未保存：「{{alias}}」已用于{{unit}}。如两者为同一单位，请发送「/lianxi 单位 合并 …」将其合并；否则请换一个别名。",
  ],
  "merge-same": ["未合并：两个名称已是同一单位（{{unit}}）。发送「/lianxi 单位 {{unit}}」可查看其全部名称。"],
  "merge-kinds": [
    "未合并：「{{from}}」与「{{into}}」不是同一类单位（单位、集合单位、待明确单位之间不能合并）。如一方是另一方的成员，请用「/lianxi 单位 集合」列明。",
  ],
  "already-merged": [
    "未合并：「{{unit}}」此前已并入{{into}}。如有误，请先发送「/lianxi 单位 撤销合并 {{unit}}」；如要并入其他单位，请写{{into}}的名称。",
  ],
  "not-merged": ["未撤销：「{{unit}}」没有并入其他单位。发送「/lianxi 单位 {{unit}}」可查看其情况。"],
  "bad-period": ["未保存：起始日期{{from}}晚于截止日期{{to}}。请核对后重新填写。"],
  "period-too-long": ["未推算：起止相隔过长（一次最多 {{days}} 天）。请缩短起止日期后重试。"],
  "list-without-members": [
    "未保存：「{{file}}」中没有读到成员单位。请列成一列「单位」，需要时加「自」「至」两列，存为 .csv 或 .xlsx 后重新发送。",
  ],
  "not-a-group": ["未保存：{{unit}}不是集合单位，没有成员。发送「/lianxi 单位」可查看哪些是集合单位。"],
  "no-unit-name": [
    "未保存：「{{unit}}」不是单位名称。请写明成员单位全称，以顿号分隔；成员较多时可发送 .csv 或 .xlsx 文件。",
  ],
  "not-a-member": ["未保存：{{unit}}本身是集合单位或待明确单位，不能作为成员。请写明具体单位。"],
  "unknown-person": [
    "未保存：没有找到「{{person}}」。请输入 @ 后从名单中选择，例如「/lianxi 联络员 市教育局 @某人」。",
  ],
  "person-is-bot": ["未保存：「{{person}}」是应用，不能担任联络员。请指定一位工作人员。"],
  "person-is-guest": ["未保存：「{{person}}」是访客或外部人员，不能代理。请指定本工作区的一位同事。"],
  "substitute-self": ["未保存：「{{person}}」正是请假的联络员，不能代理本人。请指定另一位同事。"],
  "bad-absence": [
    "未保存：没有读懂「{{text}}」。请写明起止日期和代理人，例如「/lianxi 请假 11月25日至12月3日 由 @某人 代理」；跨年或已开始的请写上年份。",
    "未保存：没有读到起止日期。请按此填写：/lianxi 请假 11月25日至12月3日 由 @某人 代理",
  ],
  "no-absence": ["未取消：目前没有登记的请假。发送「/lianxi 请假」可查看。"],
  "not-a-contact": ["未执行：您目前不是任何单位的联络员，无需登记请假。如应由您负责，请联系联席办。"],
  "no-contact-yet": ["未保存：{{unit}}尚无联络员。请先指定，例如「/lianxi 联络员 {{unit}} @某人」。"],
  "not-this-contact": [
    "未撤销：「{{person}}」不是{{unit}}的联络员（现有：{{names}}）。请写其中一位。",
    "未撤销：{{unit}}没有联络员。发送「/lianxi 联络员 {{unit}} @某人」可指定。",
  ],
} as const satisfies Partial<Record<RefusalCode, readonly [string, ...string[]]>>;
