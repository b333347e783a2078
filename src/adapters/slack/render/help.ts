// What one can ask of the bot: the two or three things most people want first, the office's commands for the office.
import type { KnownBlock } from "@slack/types";
import { Refusal } from "../../../errors.ts";
import { say } from "../../../text/say.ts";
import { bold, context, line, message, section } from "./blocks.ts";
import type { SlackMessage } from "./message.ts";
import { renderRefusal } from "./refusal.ts";

/** `localWorkspace`: the trial clock is there to be moved. */
export function renderHelp({
  isSecretary,
  localWorkspace,
}: {
  isSecretary: boolean;
  localWorkspace: boolean;
}): SlackMessage {
  const title = say("answers.help-ask");
  const blocks: KnownBlock[] = [
    section(bold(title)),
    section([
      command("/lianxi 我的", say("answers.help-mine")),
      command("/lianxi 签收 21", say("responses.help-accept")),
      command("/lianxi 进展 21 已完成60%", say("answers.help-update")),
      command("/lianxi 查看 21", say("answers.help-show")),
      command("/lianxi 问 订单班补助谁管", say("answers.help-question")),
      command("/lianxi 延期 21 12月20日", say("answers.help-extend")),
      command("/lianxi 请假 11月25日至12月3日 由 @某人 代理", say("escalation.help-away")),
    ]),
  ];
  if (isSecretary) blocks.push(...officeCommands());
  if (localWorkspace) blocks.push(context(command("/lianxi 时钟 12月9日", say("answers.help-clock"))));
  return message(title, blocks);
}

export function renderUnknownCommand(word: string): SlackMessage {
  return renderRefusal(new Refusal("unknown-command", { word }));
}

function officeCommands(): KnownBlock[] {
  return [
    section([
      bold(say("answers.help-office")),
      line(say("answers.help-import")),
      command("/lianxi 联络员 市教育局 @某人", say("answers.help-contact")),
      command("/lianxi 联络员 市教育局 撤销 @某人", say("escalation.help-remove")),
      command("/lianxi 会议 12月9日", say("answers.help-set-meeting")),
      command("/lianxi 改派 21 市教育局 市科技局", say("responses.help-reassign")),
      command("/lianxi 议程", say("answers.help-agenda")),
      command("/lianxi 导出", say("answers.help-export")),
      command("/lianxi 定灯 21 黄 理由", say("status.help-light")),
      command("/lianxi 提醒", say("answers.help-remind")),
      command("/lianxi 提醒 状态", say("overview.help-status")),
      command("/lianxi 提醒 日历", say("overview.help-calendar")),
      command("/lianxi 提醒 规则", say("answers.help-policy")),
      command("/lianxi 提醒 停止升级 21 市教育局 原因", say("escalation.help-stop")),
    ]),
    section([
      command("/lianxi 单位", say("answers.help-units")),
      command("/lianxi 单位 集合 各县区人民政府 甲县人民政府、乙县人民政府", say("answers.help-group")),
      command("/lianxi 单位 市教育局", say("answers.help-unit")),
      command("/lianxi 单位 别名 市教育局 市教委", say("answers.help-alias")),
      command("/lianxi 单位 合并 市旅游局 市文化和旅游局", say("answers.help-merge")),
    ]),
  ];
}

/** What is typed, set off, and what it does. */
function command(typed: string, what: string): string {
  return `\`${typed}\`　${line(what)}`;
}
