// Words written to deceive, through every door of the real Bolt app: whatever leaves the bot is looked at, whoever it goes to.
import type { AnyBlock, View } from "@slack/types";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  ACTION,
  encodeReport,
  encodeRespond,
  FIELD,
  NOT_MINE_FIELD,
  REQUEST_FIELD,
} from "../../src/adapters/slack/ids.ts";
import { checkLimits, checkView, LIMITS } from "../../src/adapters/slack/limits.ts";
import { type OfficeBot, openOfficeBot } from "../support/office-bot.ts";
import { CONTACT, SECRETARY } from "../support/slack-bot.ts";

const MARK = "来者不善";
/** As Slack hands them over: what a person types comes escaped, what they insert comes as markup. */
const HOSTILE = {
  marks: `${MARK}<!channel>&lt;!channel&gt;<!here>&lt;!subteam^S0|全体&gt;@everyone<@U0VICTIM><http://evil.example|市财政局>&lt;http://evil.example|市财政局&gt;[市财政局](http://evil.example)*粗*_斜_~删~\`码\`:tada:&amp;lt;!channel&amp;gt;`,
  unseen: `${MARK}\u202e财政局\u2066市\u200b教\u200d育\ufeff局\u00ad\u{e0041}\u{e0042}\u0007\u2028下一行`,
  long: `${MARK}${"长".repeat(10_000)}`,
  ampersands: `${MARK}${"&amp;".repeat(3_000)}`,
  spaces: `${MARK}\n\n\n> 引用\n\t${"一 二\n".repeat(2_000)}`,
} as const;

const OURS = new RegExp(`<@(?:${CONTACT}|${SECRETARY})>`, "g");
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\n\t]]/v;

interface Entry {
  readonly of: string;
  run(words: string, office: OfficeBot): Promise<unknown>;
  /** Somebody else must be shown the words: else the entry tests nothing. */
  readonly reaches?: string;
}

const clickBy = (user: string) => ({ user: { id: user }, channel: { id: `D${user.slice(1)}` } });
const form = (values: Record<string, object>) =>
  Object.fromEntries(Object.entries(values).map(([field, state]) => [field, { [field]: state }]));
const valueIn = (message: string, action: string): string | null => {
  const found = [...message.matchAll(new RegExp(`"action_id":"${action}","value":("(?:[^"\\\\]|\\\\.)*")`, "g"))].at(
    -1,
  );
  return found?.[1] === undefined ? null : String(JSON.parse(found[1]));
};
const press = async (action: string, message: string, user: string, office: OfficeBot) => {
  const value = valueIn(message, action);
  if (value !== null) await office.bot.click(action, value, clickBy(user));
};
const send = (user: string, text: string, office: OfficeBot, more: object = {}) =>
  office.bot.dm(text, { user, channel: `D${user.slice(1)}`, ...more });
const command = (user: string, before: string, after = ""): Entry["run"] => {
  return (words, office) => office.bot.command(`${before}${words}${after}`, user);
};
const taskId = async (ref: string, office: OfficeBot) =>
  (await office.database.prisma.task.findFirstOrThrow({ where: { ref } })).id;
const pendingId = async (office: OfficeBot) =>
  (await office.database.prisma.request.findFirst({ where: { state: "pending" }, orderBy: { id: "desc" } }))?.id ?? 0;

const ENTRIES: readonly Entry[] = [
  {
    of: "progress by command, confirmed",
    run: async (words, office) => {
      await office.bot.command(`进展 1 已完成60%，${words}`, CONTACT);
      await press(ACTION.confirmUpdate, office.lastReply(), CONTACT, office);
    },
  },
  { of: "progress that is asked back", run: command(CONTACT, "进展 1 ") },
  {
    of: "progress as a direct message",
    run: async (words, office) => {
      await send(CONTACT, `2 已完成70%，${words}`, office);
      await press(ACTION.confirmUpdate, office.lastTo(CONTACT), CONTACT, office);
    },
  },
  {
    of: "an answer in a reminder's thread",
    run: async (words, office) => {
      const digest = office.bot.slack.state.messages.find(({ metadata }) => metadata !== undefined);
      await send(CONTACT, `1 推进中，${words}`, office, { thread_ts: digest?.ts });
      await send(CONTACT, words, office, { thread_ts: digest?.ts });
    },
  },
  {
    of: "progress in the form",
    run: async (words, office) => {
      const id = await taskId("1", office);
      await office.bot.click(ACTION.report, encodeReport({ taskId: id }), clickBy(CONTACT));
      const fields = {
        [FIELD.task]: { selected_option: { value: String(id) } },
        [FIELD.status]: { selected_option: { value: "on_track" } },
        [FIELD.percent]: { value: "" },
        [FIELD.details]: { value: words },
      };
      await office.bot.submit(form(fields));
      await office.bot.submit(form({ ...fields, [FIELD.percent]: { value: words } }));
    },
  },
  {
    of: "the reason of an extension, and of sending it back",
    reaches: SECRETARY,
    run: async (words, office) => {
      await office.bot.command(`延期 1 2027年5月31日 ${words}`, CONTACT);
      await press(ACTION.confirmUpdate, office.lastReply(), CONTACT, office);
      await press(ACTION.sendBackRequest, office.lastTo(SECRETARY), SECRETARY, office);
      await office.bot.submit(form({ [REQUEST_FIELD.reason]: { value: words } }), undefined, SECRETARY);
    },
  },
  {
    of: "the words of a closure, and of sending it back by command",
    reaches: CONTACT,
    run: async (words, office) => {
      await office.bot.command(`办结 2 ${words}`, CONTACT);
      await press(ACTION.confirmUpdate, office.lastReply(), CONTACT, office);
      await press(ACTION.settleDone, office.lastReply(), CONTACT, office);
      await office.bot.command(`申请 ${await pendingId(office)} 退回 ${words}`, SECRETARY);
    },
  },
  {
    of: "why a task is not theirs",
    reaches: SECRETARY,
    run: async (words, office) => {
      const reminder = await office.database.prisma.occurrence.findFirstOrThrow({
        where: { kind: "report", state: "open", task: { ref: "3" } },
      });
      const unit = await office.database.prisma.unit.findFirstOrThrow({ where: { name: "市民政局" } });
      const value = encodeRespond({ o: reminder.id, u: unit.id, t: reminder.taskId, act: "not-mine" });
      await office.bot.click(ACTION.respond, value, clickBy(CONTACT));
      await office.bot.submit(form({ [NOT_MINE_FIELD]: { value: words } }));
      await office.tick();
      await press(ACTION.claimDecline, office.lastTo(SECRETARY), SECRETARY, office);
    },
  },
  {
    of: "evidence by its name",
    reaches: SECRETARY,
    run: async (words, office) => {
      const file = office.bot.slack.state.addFile(`${words.slice(0, 3_000)}.pdf`, Buffer.from(`%PDF-1.7 ${words}`));
      await send(CONTACT, "2 已完成80%", office, { subtype: "file_share", files: [file] });
      await press(ACTION.confirmUpdate, office.lastTo(CONTACT), CONTACT, office);
      const program = office.bot.slack.state.addFile(`${words.slice(0, 3_000)}.exe`, Buffer.from("MZ"));
      await send(CONTACT, "2 已完成80%", office, { subtype: "file_share", files: [program] });
      await send(CONTACT, "", office, { subtype: "file_share", files: [file] });
      const id = await taskId("2", office);
      await office.bot.click(ACTION.fetchEvidence, JSON.stringify({ taskId: id }), clickBy(SECRETARY));
    },
  },
  {
    of: "a document by its name and content",
    run: async (words, office) => {
      const content = Buffer.from(`${words}\n一、${words}。牵头单位：${words}；配合单位：市民政局。`);
      const file = office.bot.slack.state.addFile(`${words.slice(0, 3_000)}.txt`, content);
      await send(SECRETARY, "", office, { subtype: "file_share", files: [file] });
      await office.bot.command("导入 放弃", SECRETARY);
    },
  },
  {
    of: "an alias of a unit",
    reaches: SECRETARY,
    run: async (words, office) => {
      await office.bot.command(`单位 别名 市残联 ${words.replace(/\s+/g, "")}`, SECRETARY);
      await office.bot.command("单位 市残联", SECRETARY);
    },
  },
  { of: "the members of a group", run: command(SECRETARY, "单位 集合 各县区人民政府 ") },
  { of: "a unit", run: command(SECRETARY, "单位 ") },
  { of: "a contact", run: command(SECRETARY, "联络员 市民政局 ") },
  { of: "a contact's unit", run: command(SECRETARY, "联络员 ", ` <@${CONTACT}>`) },
  { of: "a request", run: command(SECRETARY, "申请 ") },
  {
    of: "why a task is opened again",
    run: async (words, office) => {
      await office.bot.command("办结 6 验收完毕", SECRETARY);
      await press(ACTION.confirmUpdate, office.lastReply(), SECRETARY, office);
      await office.bot.command(`申请 ${await pendingId(office)} 同意`, SECRETARY);
      await office.bot.command(`重新打开 6 ${words}`, SECRETARY);
    },
  },
  {
    of: "why an escalation stops",
    run: async (words, office) => {
      await office.bot.command(`提醒 停止升级 1 市民政局 ${words}`, SECRETARY);
      await office.bot.command("提醒", SECRETARY);
      await office.bot.command("提醒 恢复升级 1 市民政局", SECRETARY);
    },
  },
  {
    of: "a supporting unit's answer, and the joint reply over it",
    reaches: CONTACT,
    run: async (words, office) => {
      await office.bot.command(`联络员 市自然资源和规划局 <@${SECRETARY}>`, SECRETARY);
      await office.bot.command(`进展 3 已完成60%，${words}`, SECRETARY);
      await press(ACTION.confirmUpdate, office.lastReply(), SECRETARY, office);
      await office.bot.command("配合 3", CONTACT);
      await office.bot.command(`进展 3 已完成70%，${words}`, CONTACT);
      await press(ACTION.signJoint, office.lastReply(), CONTACT, office);
      await office.bot.command("查看 3", SECRETARY);
    },
  },
  {
    of: "why a light is set",
    reaches: CONTACT,
    run: async (words, office) => {
      await office.bot.command(`定灯 4 黄 ${words}`, SECRETARY); // where it is too long, it is refused
      await office.bot.command(`定灯 4 黄 ${words.slice(0, 50)}`, SECRETARY);
      await office.bot.command("查看 4", CONTACT);
      await office.bot.command("定灯 4 恢复", SECRETARY);
    },
  },
  {
    of: "why a task goes to another unit",
    reaches: CONTACT,
    run: async (words, office) => {
      await office.bot.command(`改派 7 市卫生健康委 市民政局 ${words}`, SECRETARY);
      await office.bot.command("查看 7", CONTACT);
      await office.tick();
      await office.bot.command("改派 7 市民政局 市卫生健康委 退回原单位", SECRETARY);
    },
  },
  { of: "what closing takes", run: command(SECRETARY, "办结要求 ") },
  { of: "a language", run: command(CONTACT, "语言 ") },
  { of: "supporting units", run: command(CONTACT, "配合 ") },
  { of: "a rule of reminders", run: command(SECRETARY, "提醒 规则 ") },
  { of: "a day of reminders", run: command(SECRETARY, "提醒 状态 ") },
  { of: "a meeting", run: command(SECRETARY, "会议 ") },
  { of: "an agenda", run: command(SECRETARY, "议程 ") },
  { of: "an import", run: command(SECRETARY, "导入 ") },
  { of: "an export", run: command(CONTACT, "导出 ") },
  { of: "a task", run: command(CONTACT, "查看 ") },
  { of: "an absence", run: command(CONTACT, "请假 ") },
  { of: "a date", run: command(CONTACT, "延期 1 ") },
  { of: "a question by command", run: command(CONTACT, "问 ") },
  { of: "a question in words", run: (words, office) => send(CONTACT, `${words}谁牵头？`, office) },
  { of: "an unknown command", run: command(CONTACT, "") },
  {
    of: "a mention in a channel",
    run: (words, office) =>
      office.bot.event({
        type: "app_mention",
        channel: "C0LIANXI",
        user: CONTACT,
        text: `<@U0BOT> ${words}`,
        ts: "1700009999.000100",
      }),
  },
  {
    of: "a reply that is edited",
    run: (words, office) =>
      office.bot.event({
        ...{ type: "message", subtype: "message_changed", channel: `D${CONTACT.slice(1)}`, channel_type: "im" },
        event_ts: "1700008888.000100",
        message: { user: CONTACT, ts: "1700007777.000100", text: `2 已完成70%，${words}` },
        previous_message: { user: CONTACT, ts: "1700007777.000100", text: "2 已完成" },
      }),
  },
];

/** What everybody can open afterwards. */
async function lookAround({ bot, ...office }: OfficeBot): Promise<void> {
  for (const text of [
    "查看 1",
    "查看 2",
    "单位",
    "单位 市民政局",
    "单位 市残联",
    "申请",
    "议程",
    "提醒",
    "提醒 状态",
  ]) {
    await bot.command(text, SECRETARY);
  }
  await bot.command("我的", CONTACT);
  for (const user of [CONTACT, SECRETARY]) await bot.event({ type: "app_home_opened", user, tab: "home" });
  await office.tick();
}

describe.each(Object.entries(HOSTILE))("hostile words: %s", (_, words) => {
  let office: OfficeBot;
  beforeAll(async () => {
    office = await openOfficeBot("2026-12-16");
    await office.tick();
  });
  afterEach(() => {
    office.bot.slack.calls.length = 0;
    office.bot.slack.responses.length = 0;
    office.bot.logged.length = 0;
  });
  afterAll(() => office.stop());

  it.each(ENTRIES)("$of", async ({ run, reaches }) => {
    await run(words, office);
    expect(problemsOf(office)).toEqual([]);
    expect(
      office.bot.logged.filter((line) => line.includes("A listener failed") && !line.includes("fetch failed")),
    ).toEqual([]);
    if (reaches !== undefined)
      expect(JSON.stringify(office.bot.slack.calls) + JSON.stringify(office.bot.slack.responses)).toContain(MARK);
  });

  it("what everybody can open afterwards", async () => {
    await lookAround(office);
    expect(JSON.stringify(office.bot.slack.responses)).toContain(MARK);
    expect(problemsOf(office)).toEqual([]);
  });
});

/** What is wrong with anything that left the bot, one line each. */
function problemsOf({ bot }: OfficeBot): string[] {
  const sent = [
    ...bot.slack.calls.map(({ method, args }) => ({ by: method, args })),
    ...bot.slack.responses.map((args) => ({ by: "response_url", args })),
  ];
  return sent.flatMap(({ by, args }) => {
    const blocks = Array.isArray(args.blocks) ? (args.blocks as AnyBlock[]) : [];
    const text = typeof args.text === "string" ? args.text : "";
    return [
      ...checkLimits(blocks),
      ...(typeof args.view === "object" ? checkView(args.view as View) : []),
      ...(text.length > LIMITS.messageText ? [`text of ${text.length}`] : []),
      ...[text, ...mrkdwnOf(args)].flatMap(markup),
      ...stringsOf(args).flatMap((one) =>
        UNSEEN.test(one) ? [`unseen characters: ${JSON.stringify(one).slice(0, 200)}`] : [],
      ),
    ].map((problem) => `${by}: ${problem}`);
  });
}

/** Markup in mrkdwn that is none of the bot's own. */
function markup(text: string): string[] {
  const rest = text
    .replace(OURS, "")
    .replace(/`\/lianxi[^`\n]*`/g, "")
    .replace(/\d\d:\d\d-\d{1,2}:\d\d/g, "")
    .replace(/<http:\/\/localhost[^>|]*(?:\|[^>|]*)?>/g, "");
  const found = /<|>|[_~`]|:[a-z0-9_+'-]+:/i.exec(rest);
  const odd = rest.split("\n").find((row) => (row.match(/\*/g) ?? []).length % 2 > 0);
  return [
    ...(found === null ? [] : [`markup: ${rest.slice(Math.max(0, found.index - 40), found.index + 60)}`]),
    ...(odd === undefined ? [] : [`bold that is not closed: ${odd.slice(0, 200)}`]),
  ];
}

function mrkdwnOf(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  if ("type" in node && node.type === "mrkdwn" && "text" in node) return [String(node.text)];
  return Object.values(node).flatMap(mrkdwnOf);
}

function stringsOf(node: unknown): string[] {
  if (typeof node === "string") return [node];
  return typeof node === "object" && node !== null ? Object.values(node).flatMap(stringsOf) : [];
}
