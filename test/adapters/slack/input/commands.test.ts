// `/lianxi …` as people type it.
import { describe, expect, it } from "vitest";
import { findCommand, parseCommand } from "../../../../src/adapters/slack/input/commands.ts";

describe("what is typed after /lianxi", () => {
  it.each([
    ["", "help", ""],
    ["帮助", "help", ""],
    ["HELP", "help", ""],
    ["?", "help", ""],
    ["我的", "mine", ""],
    ["mine", "mine", ""],
    ["查看 21", "show", "21"],
    ["查看21", "show", "21"],
    ["查看　责任分工·21", "show", "责任分工·21"],
    ["show 21", "show", "21"],
    ["进展", "update", ""],
    ["进展 21 已开156个班", "update", "21 已开156个班"],
    ["进展：21 已开156个班", "update", "21 已开156个班"],
    ["进展21 已完成", "update", "21 已完成"],
    ["进展２１", "update", "２１"],
    ["update 21 done", "update", "21 done"],
    ["延期 21 12月20日 资金未到位", "extend", "21 12月20日 资金未到位"],
    ["办结 21", "close", "21"],
    ["问 订单班补助谁管", "ask", "订单班补助谁管"],
    ["ask who owns 21", "ask", "who owns 21"],
    ["议程", "agenda", ""],
    ["会议 2026-12-15", "meeting", "2026-12-15"],
    ["会议　12月15日", "meeting", "12月15日"],
    ["导入", "import", ""],
    ["单位", "units", ""],
    ["单位 集合 各县区人民政府 甲县人民政府、乙县人民政府", "units", "集合 各县区人民政府 甲县人民政府、乙县人民政府"],
    ["联络员 市教育局 <@U0JIAOYU|jiaoyu> 副", "contacts", "市教育局 <@U0JIAOYU|jiaoyu> 副"],
    ["提醒", "remind", ""],
    ["提醒规则", "remind", "规则"],
    ["提醒规则 事项 21", "remind", "规则 事项 21"],
    ["reminder status", "remind", "status"],
    ["progress 21 60% done", "update", "21 60% done"],
    ["时钟 12月9日", "clock", "12月9日"],
    ["订单班补助谁管", "ask", "订单班补助谁管"],
    ["订单班补助", "ask", "订单班补助"],
    ["谁管？", "ask", "谁管？"],
    ["第21项 谁牵头", "ask", "第21项 谁牵头"],
    ["问题很多怎么办", "ask", "问题很多怎么办"],
    ["进展顺利，已完成", "ask", "进展顺利，已完成"],
    ["会议室在哪里", "ask", "会议室在哪里"],
    ["办了", "unknown", "办了"],
    ["foo", "unknown", "foo"],
    ["单位\n集合", "units", "集合"],
  ])("%j → %s %j", (text, name, rest) => {
    expect(parseCommand(text)).toEqual({ name, rest });
  });
});

describe("a command in a direct message", () => {
  it.each([
    ["/lianxi 我的", { name: "mine", rest: "" }],
    ["我的", { name: "mine", rest: "" }],
    ["我的事项有哪些", { name: "mine", rest: "" }],
    ["我们单位要做什么？", { name: "mine", rest: "" }],
    ["本单位有哪些事项", { name: "mine", rest: "" }],
    ["What do I have to do?", { name: "mine", rest: "" }],
    ["下次会议什么时候", { name: "meeting", rest: "" }],
    ["什么时候开会", { name: "meeting", rest: "" }],
    ["When is the next meeting?", { name: "meeting", rest: "" }],
    ["我们单位牵头的实训基地做什么", null],
    ["会议室建设什么时候完成", null],
    ["已完成60%", null],
    ["21 已完成", null],
    ["会议什么时候开", { name: "meeting", rest: "" }],
  ])("%j", (text, command) => {
    expect(findCommand(text)).toEqual(command);
  });
});
