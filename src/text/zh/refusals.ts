// One sentence for every refusal: why, and what would work next. Of several, the fullest whose figures are given is said.
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
  "unknown-command": ["未执行：没有「{{word}}」这个指令。发送「/lianxi 帮助」可查看用法；提问请发送「/lianxi 问 …」。"],
  "unknown-language": [
    "未更改：没有「{{text}}」这种语言。请发送「/lianxi 语言 zh」「/lianxi 语言 en」或「/lianxi 语言 zh-Hant」。",
  ],
  "unknown-task": [
    "未保存：第 {{ref}} 项不存在（现有第 {{range}} 项）。发送「/lianxi 我的」可查看贵单位的事项。",
    "未保存：第 {{ref}} 项不存在。发送「/lianxi 我的」可查看贵单位的事项。",
  ],
  "ambiguous-task": [
    "未保存：第 {{ref}} 项在几份文件中都有。请写明是哪一项：{{choices}}。",
    "未保存：第 {{ref}} 项在几份文件中都有。请在编号前写上文件简称，例如「责任分工·21」。",
  ],
  "closed-task": [
    "未执行：「{{task}}」已办结。如需继续办理，请由联席办先重新打开：「/lianxi 重新打开 编号 理由」。",
    "未执行：该事项已办结。如需继续办理，请由联席办先重新打开：「/lianxi 重新打开 编号 理由」。",
  ],
  "form-expired": ["未打开：等待时间过长，表单已失效。请再点一次；也可直接发送「{{usage}}」。"],
  "stop-without-reason": [
    "未停止：请写明原因，例如「/lianxi 提醒 停止升级 21 市教育局 已电话说明，下周报送」。原因将记录在案并在提醒预览中显示。",
  ],
  "unit-not-in-task": ["未保存：{{unit}}不承担「{{task}}」。该事项的单位：{{units}}。请写其中一个。"],
  "nothing-to-escalate": [
    "未保存：「{{task}}」目前没有待{{unit}}答复的期次，不会升级。发送「/lianxi 提醒」可查看当天的安排。",
  ],
  "already-stopped": ["未保存：{{unit}}在「{{task}}」上的升级此前已停止。如需恢复，请发送「/lianxi 提醒 恢复升级」。"],
  "not-stopped": ["未保存：{{unit}}在「{{task}}」上的升级没有停止，无需恢复。发送「/lianxi 提醒」可查看当天的安排。"],
  "not-secretary": ["未执行：此项操作由联席办办理。请联系联席办；发送「/lianxi 帮助」可查看您可用的指令。"],
  stranger: ["未执行：本应用仅供本单位 Slack 工作区的人员使用。如需了解情况，请联系联席办。"],
  "not-chair": ["未执行：议程由会议主持人审定。请联系联席办送审。"],
  "not-office": ["未执行：此项内容仅供联席办和会议主持人查看。请联系联席办；发送「/lianxi 帮助」可查看您可用的指令。"],
  "not-your-task": [
    "未保存：「{{task}}」由{{units}}答复，您不是其联络员。发送「/lianxi 我的」可查看您的事项；如应由您答复，请联系联席办。",
    "未保存：您不是「{{task}}」责任单位的联络员。发送「/lianxi 我的」可查看您的事项；如应由您报送，请联系联席办。",
    "未保存：您不是该事项责任单位的联络员。发送「/lianxi 我的」可查看您的事项；如应由您报送，请联系联席办。",
  ],
  "several-tasks": [
    "未保存：一次最多报 {{most}} 项。这条消息写到 {{tasks}}，请分几条发送，例如「21号推进中60%，22号已完成」。",
  ],
  "status-contradicts": ["未保存：所选状态与完成比例 {{percent}}% 不符。请改正其中一处后再报送。"],
  "extension-not-later": ["未保存：申请延期至{{date}}，并不晚于现定时限{{due}}。请填写更晚的日期。"],
  "extension-too-late": ["未保存：现定时限{{due}}已过，不能再申请延期。请报送当前进展；如需协调，请在进展中写明。"],
  "request-pending": [
    "未保存：贵单位已有一件延期申请（至{{date}}）正在审核。审核后可再次申请。",
    "未保存：贵单位已有一件延期申请正在审核。审核后可再次申请。",
  ],
  "request-decided": ["未执行：这件申请已经审核。发送「/lianxi 申请」可查看待审核的申请。"],
  "unknown-request": ["未执行：没有编号为 {{id}} 的申请。发送「/lianxi 申请」可查看待审核的申请。"],
  "dates-frozen": ["未执行：{{from}}截止日至{{until}}会议期间时限不再变动。请在会议上审定，会后再办理。"],
  "nothing-to-extend": [
    "未提交：「{{task}}」没有单独时限，报送截止日随会议确定，不能延期。请按期报送进展；确有困难的，可请联席办协调。",
    "未执行：这个事项没有单独时限，报送截止日随会议确定，不能延期。请退回并说明。",
  ],
  "withdrawn-task": [
    "未执行：「{{task}}」已随文件修订撤回，不再办理。原有记录保留备查；如确需办理，请联系联席办。",
    "未执行：该事项已随文件修订撤回，不再办理。如确需办理，请联系联席办。",
  ],
  "superseded-task": [
    "未执行：「{{task}}」已并入修订后文件的其他事项。发送「/lianxi 我的」可查看现行事项。",
    "未执行：该事项已并入修订后文件的其他事项。发送「/lianxi 我的」可查看现行事项。",
  ],
  "light-unchanged": ["未修改：「{{task}}」的灯已是如此。发送「/lianxi 查看 编号」可核对。"],
  "closing-unchanged": ["未修改：办结要求已是如此。发送「/lianxi 办结要求」可查看。"],
  "evidence-missing": [
    "未办结：「{{task}}」按要求须有佐证材料（文件或链接），目前尚未收到。请退回并请申请单位补充，或发送「/lianxi 办结要求 事项 {{ref}} 不需」。",
  ],
  "closure-taken-back": [
    "未办结：{{unit}}申请办结后又报送「{{task}}」尚未完成。请先核实；可退回，请其完成后再次申请。",
  ],
  "reason-too-long": ["未保存：理由请不超过 {{most}} 字，以便随灯一并显示。"],
  "task-not-closed": ["未执行：「{{task}}」尚未办结，无须重新打开。如需报送进展，请发送「/lianxi 进展 编号」。"],
  "too-many-files": ["未保存：一次最多附 {{most}} 个文件，本次有 {{count}} 个。请分几次发送。"],
  "evidence-type": ["未保存：「{{file}}」不能作为佐证材料。请发送文档、表格、图片或 .pdf、.zip 文件。"],
  "evidence-without-words": [
    "未保存：没有说明「{{file}}」是哪一项的材料。请连同进展一起发送，例如附上文件并写「21 已完成」。",
  ],
  "not-your-evidence": ["未发送：佐证材料只供联席办和该事项责任单位的联络员查看。如需了解「{{task}}」，请联系联席办。"],
  "nothing-said": ["未保存：没有读到进展。请写明状态或比例，例如「21 已完成60%，预计12月20日前办结」。"],
  "percent-out-of-range": ["未保存：完成比例 {{percent}} 不在 0 至 100 之间。请填写 0 至 100 的数字，例如 60。"],
  "past-date": ["未保存：{{date}}已过。请填写今天以后的日期，例如「12月20日」。"],
  "bad-date": ["未保存：没有读懂日期「{{text}}」。请按「2026-12-09」或「12月9日」填写。"],
  "agenda-changed": ["未审定：您所见的议程此后已有变动。请发送「/lianxi 议程」查看最新议程，再行审定。"],
  "agenda-approved": ["该议程已于{{date}}审定，无需再次审定。如议题有变动，请重新审定。"],
  "unknown-meeting": ["未执行：没有编号为 {{id}} 的会议。请用 meeting list 查看全部会议及编号。"],
  "no-meeting": ["未执行：尚未设定会议日期。联席办发送「/lianxi 会议 2026-12-09」设定后即可办理。"],
  "meeting-too-soon": [
    "未保存：会议定在{{date}}，来不及征集进展。请定在{{earliest}}或以后。",
    "未保存：会议定在{{date}}，来不及征集进展。请定在更晚的日期。",
  ],
  "file-empty": ["未导入：「{{file}}」是空文件。请检查后重新发送。"],
  "file-unreadable": ["未导入：「{{file}}」无法读取，可能已损坏或加密。请另存后重新发送。"],
  "file-type": [
    "未导入：「{{file}}」是 {{kind}} 文件，不能直接读取。请用 Word、WPS 等打开，另存为 {{saveAs}} 后重新发送。",
    "未导入：「{{file}}」是 {{kind}} 文件，不能读取。请发送 .docx、.xlsx、.html、.csv、.txt 或 .md 文件；压缩包请先解压，图片请先识别文字。",
    "未导入：「{{file}}」不能读取。请发送 .docx、.xlsx、.html、.csv、.txt 或 .md 文件。",
  ],
  "file-encrypted": ["未导入：「{{file}}」设有密码，无法打开。请取消密码保护，另存后重新发送。"],
  "file-too-complex": [
    "未导入：「{{file}}」的表格超过 {{rows}} 行。请只保留责任分工部分，或拆分后重新发送。",
    "未导入：「{{file}}」的表格超过 {{columns}} 列。请只保留责任分工部分，另存后重新发送。",
    "未导入：「{{file}}」内容过于复杂，未能在限定时间内读完。请只保留责任分工部分，或另存为 .txt 后重新发送。",
  ],
  "reader-busy": ["未导入：正在读取其他文件，「{{file}}」暂未读取。请稍后重新发送。"],
  "file-too-large": [
    "未导入：「{{file}}」过大（上限 {{megabytes}} MB）。请删去图片或拆分后重新发送。",
    "未导入：「{{file}}」过大。请删去图片或拆分后重新发送。",
  ],
  "file-without-tasks": ["未导入：「{{file}}」中没有读到责任分工。请核对文件是否写有牵头单位、配合单位或责任单位。"],
  "file-not-found": ["未导入：没有找到「{{file}}」。请重新发送文件。", "未导入：文件已不在或已改动。请重新发送文件。"],
  "already-imported": [
    "未导入：《{{title}}》已在台账中。如有修订，请发送修订后的文件。",
    "未导入：该文件已在台账中。如有修订，请发送修订后的文件。",
  ],
  "same-as-current": ["未导入：与现行版本《{{title}}》一致，台账未作改动。如确有修订，请核对所发文件是否为新版本。"],
  "register-changed": ["未导入：核对期间《{{title}}》的台账已有变动。请重新发送文件，再次核对。"],
  "review-closed": ["未保存：这次核对已经结束，台账未再改动。如需重新核对，请重新发送文件。"],
  "review-unfinished": ["未导入：还有 {{count}} 处推断待核对。请继续核对，或选择「全部接受并导入」。"],
  "no-unit-read": ["未保存：没有读出单位。请填写单位名称，用顿号分隔，例如「市教育局、市财政局」。"],
  "already-recorded": ["这条进展此前已经记录，未重复保存。发送「/lianxi 我的」可核对。"],
  "nothing-asked": ["未记录：目前没有需要答复的提醒。发送「/lianxi 我的」可查看贵单位的事项。"],
  "already-claimed": ["此前已反映不属本单位职责，正由联席办核定，核定前不再提醒。如需改报进展，请直接报送。"],
  "nothing-to-accept": ["目前没有待签收的事项。发送「/lianxi 我的」可查看贵单位的事项。"],
  "already-accepted": [
    "「{{task}}」已由{{person}}于{{date}}签收，无需重复签收。请按期报送进展。",
    "「{{task}}」已于{{date}}签收，无需重复签收。请按期报送进展。",
  ],
  "handed-back": ["未签收：联席办已核定「{{task}}」改由其他单位办理。如仍应由贵单位办理，请联系联席办。"],
  "claim-handed-over": [
    "未执行：{{date}}已核定交由他单位办理，核定人见卡片。确定承办单位请发送「/lianxi 改派 {{ref}} {{unit}} 承办单位」。",
  ],
  "claim-kept": [
    "未执行：{{date}}已核定仍由{{unit}}办理，核定人见卡片。如要改派，请发送「/lianxi 改派 {{ref}} {{unit}} 承办单位」。",
  ],
  "claim-withdrawn": ["未执行：{{unit}}此后已签收该事项，无需核定。请处理其他待核定事项。"],
  "reassign-same": [
    "未改派：原单位与承办单位都是{{unit}}。请写明改由哪个单位办理，例如「/lianxi 改派 21 市教育局 市科技局」。",
  ],
  "already-in-task": ["未改派：{{unit}}已承担「{{task}}」。请写另一个单位，或在修订责任分工文件后重新导入。"],
  "member-of-group": [
    "未改派：{{unit}}是作为{{group}}的成员承担「{{task}}」的。如不应由其承担，请重新列明成员：「/lianxi 单位 集合 {{group}} …」。",
  ],
  "proposal-gone": ["未保存：这条消息已失效。请重新报送，例如发送「/lianxi 进展 21 已完成60%」。"],
  "no-ledger": [
    "未导出：台账由联席办和责任单位联络员导出，目前没有由您负责的事项。如需查询，请发送「/lianxi 问 …」；如应由您负责，请联系联席办。",
  ],
  "one-lead": ["未修改：{{task}} 只有一家牵头单位，由其报送。请对有几家牵头单位的事项设定。"],
  "figures-without-unit": ["未保存：「{{text}}」未写明是什么的数量。请连同单位填写，例如「订单班 156 个」。"],
  "missing-argument": [
    "未执行：缺少{{name}}。请按此填写：{{usage}}",
    "未执行：缺少{{name}}。发送「/lianxi 帮助」可查看用法。",
    "未执行：指令不完整。发送「/lianxi 帮助」可查看用法。",
  ],
  "not-saved": [
    "未保存：{{why}}。请稍后重试；如仍不成，请联系联席办。",
    "未保存：系统暂时无法写入。请稍后重试；如仍不成，请联系联席办。",
  ],
} as const satisfies Record<RefusalCode, readonly [string, ...string[]]>;
