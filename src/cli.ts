// The operator's terminal: the same use cases as in chat. Exit 0 = done, 1 = refused (nothing changed), 2 = wrong usage.
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { loadEnvironment, readConfig, readLanguage } from "./config.ts";
import { isIsoDate } from "./domain/calendar.ts";
import { Refusal } from "./errors.ts";
import { auditVerify } from "./terminal/audit-commands.ts";
import { backup, restore } from "./terminal/backup-commands.ts";
import { doctor } from "./terminal/doctor.ts";
import { agenda, ledger, meetingAdd, meetingList, meetingShow } from "./terminal/meeting-commands.ts";
import { notice } from "./terminal/output.ts";
import { plan } from "./terminal/plan-commands.ts";
import { ask, parseUpdate } from "./terminal/question-commands.ts";
import { importDocuments, taskShow } from "./terminal/register-commands.ts";
import {
  unitAlias,
  unitContact,
  unitGroup,
  unitList,
  unitMerge,
  unitShow,
  unitUnmerge,
} from "./terminal/unit-commands.ts";
import { say, sayRefusal } from "./text/say.ts";
import { speakAsOffice } from "./text/speaking.ts";

function isoDate(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError("YYYY-MM-DD");
  return text;
}

function oneOf<T extends string>(...allowed: readonly T[]): (text: string) => T {
  return (text) => {
    const found = allowed.find((a) => a === text);
    if (found === undefined) throw new InvalidArgumentError(allowed.join(" | "));
    return found;
  };
}

function meetingId(text: string): number | "next" {
  if (text === "next") return text;
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("ID | next");
  return Number(text);
}

function buildProgram(): Command {
  loadEnvironment();
  speakAsOffice(readLanguage());
  const config = readConfig();
  const program = new Command("lianxi").description("联席：责任事项台账、提醒、议程").exitOverride();

  program
    .command("import")
    .description("读取责任文件；不加 --yes 只显示核对结果")
    .argument("<files...>")
    .option("--dry-run", "只读取，不写入")
    .option("--yes", "写入台账")
    .option("--as-new", "作为新文件导入，不与现行版本比对")
    .option("--json")
    .action((files: string[], options) => importDocuments(config, files, options));

  program
    .command("ask")
    .description("提问；- 表示从标准输入逐行读取")
    .argument("<question>")
    .option("--json")
    .action((question: string, options) => ask(config, question, options));

  program
    .command("parse-update")
    .description("读取一条进展；- 表示从标准输入逐行读取")
    .argument("<text>")
    .option("--today <date>", "以该日为今天", isoDate)
    .option("--json")
    .action((text: string, options) => parseUpdate(config, text, options));

  program
    .command("plan")
    .description("某日将发出的提醒，或一段时间的提醒日历；不写入")
    .option("--today <date>", "YYYY-MM-DD", isoDate)
    .option("--from <date>", "日历自该日起", isoDate)
    .option("--to <date>", "日历至该日止（默认半年）", isoDate)
    .option("--contact <user>", "只看某人（Slack 用户 id）")
    .option("--json")
    .action((options) => plan(config, options));

  program
    .command("agenda")
    .description("汇编议程")
    .option("--meeting <id>", "会议编号或 next", meetingId, "next" as const)
    .option("--today <date>", "YYYY-MM-DD", isoDate)
    .requiredOption("--format <format>", "json | md | docx", oneOf("json", "md", "docx"))
    .option("--out <file>", "写入文件")
    .action((options) => agenda(config, options));

  program
    .command("ledger")
    .description("导出台账")
    .requiredOption("--format <format>", "xlsx | csv", oneOf("xlsx", "csv"))
    .requiredOption("--out <file>", "写入文件")
    .action((options) => ledger(config, options));

  const meeting = program.command("meeting").description("会议");
  meeting
    .command("add")
    .argument("<date>", "YYYY-MM-DD", isoDate)
    .option("--json")
    .action((date, o) => meetingAdd(config, date, o));
  meeting
    .command("list")
    .option("--json")
    .action((o) => meetingList(config, o));
  meeting
    .command("show")
    .argument("[id]", "会议编号或 next", meetingId, "next" as const)
    .option("--json")
    .action((id, o) => meetingShow(config, id, o));

  const unit = program.command("unit").description("单位与联络员");
  unit
    .command("list")
    .option("--json")
    .action((o) => unitList(config, o));
  unit
    .command("alias")
    .argument("<unit>")
    .argument("<alias>")
    .option("--from <date>", "自该日起的文件适用", isoDate)
    .option("--to <date>", "至该日止的文件适用", isoDate)
    .action((name, alias, o) => unitAlias(config, name, alias, o));
  unit
    .command("group")
    .argument("<group>")
    .argument("[members...]")
    .option("--file <file>", "名单（.csv、.xlsx）：单位、自、至")
    .option("--yes", "按名单更新；不加则只显示")
    .action((name, members, o) => unitGroup(config, name, members, o));
  unit
    .command("show")
    .argument("<unit>")
    .option("--json")
    .action((name, o) => unitShow(config, name, o));
  unit
    .command("merge")
    .description("将前一单位并入后一单位；unit unmerge 可撤销")
    .argument("<from>")
    .argument("<into>")
    .action((from, into) => unitMerge(config, from, into));
  unit
    .command("unmerge")
    .argument("<unit>")
    .action((name) => unitUnmerge(config, name));
  unit
    .command("contact")
    .argument("<unit>")
    .argument("<person>", "Slack 用户 id")
    .requiredOption("--name <name>", "姓名；终端不向 Slack 查询")
    .option("--role <role>", "primary | deputy | head", oneOf("primary", "deputy", "head"), "primary" as const)
    .action((name, person, o) => unitContact(config, name, person, o));

  const task = program.command("task").description("事项");
  task
    .command("show")
    .argument("<ref>")
    .option("--json")
    .action((ref, o) => taskShow(config, ref, o));

  program
    .command("backup")
    .description("全部数据备份为一个文件")
    .argument("<file>")
    .action((file: string) => backup(config, file));
  program
    .command("restore")
    .description("由备份文件恢复；目标中已有内容时须加 --replace")
    .argument("<file>")
    .option("--replace", "以备份替换现有内容")
    .action((file: string, options) => restore(config, file, options));

  program
    .command("audit")
    .description("审计记录")
    .command("verify")
    .description("逐条核对审计记录，指出第一条有误的")
    .option("--head <hash>", "此前保存的末条校验值")
    .option("--json")
    .action((o) => auditVerify(config, o));

  program
    .command("doctor")
    .description("检查配置、数据库、Slack、工作日历")
    .action(() => doctor(config));
  return program;
}

/** Exit code of one run. Refusals and usage errors go to standard error, so that `--json` stays JSON. */
async function run(argv: readonly string[]): Promise<number> {
  try {
    await buildProgram().parseAsync([...argv], { from: "user" });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Refusal) {
      notice(sayRefusal(error));
      return 1;
    }
    // A folder that is not there, a file that may not be written: said in a line, not in a stack trace.
    if (error instanceof Error && "code" in error && typeof error.code === "string" && /^E[A-Z]+$/.test(error.code)) {
      notice(say("cli.system-error", { reason: error.message }));
      return 1;
    }
    throw error;
  }
}

process.exitCode = await run(process.argv.slice(2));
