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
  const program = new Command("lianxi").description(say("terminal.about")).exitOverride();

  program
    .command("import")
    .description(say("terminal.import"))
    .argument("<files...>")
    .option("--dry-run", say("terminal.import-dry-run"))
    .option("--yes", say("terminal.import-yes"))
    .option("--as-new", say("terminal.import-as-new"))
    .option("--json")
    .action((files: string[], options) => importDocuments(config, files, options));

  program
    .command("ask")
    .description(say("terminal.ask"))
    .argument("<question>")
    .option("--json")
    .action((question: string, options) => ask(config, question, options));

  program
    .command("parse-update")
    .description(say("terminal.parse-update"))
    .argument("<text>")
    .option("--today <date>", say("terminal.parse-today"), isoDate)
    .option("--json")
    .action((text: string, options) => parseUpdate(config, text, options));

  program
    .command("plan")
    .description(say("terminal.plan"))
    .option("--today <date>", "YYYY-MM-DD", isoDate)
    .option("--from <date>", say("terminal.plan-from"), isoDate)
    .option("--to <date>", say("terminal.plan-to"), isoDate)
    .option("--contact <user>", say("terminal.plan-contact"))
    .option("--json")
    .action((options) => plan(config, options));

  program
    .command("agenda")
    .description(say("terminal.agenda"))
    .option("--meeting <id>", say("terminal.meeting-id"), meetingId, "next" as const)
    .option("--today <date>", "YYYY-MM-DD", isoDate)
    .requiredOption("--format <format>", "json | md | docx", oneOf("json", "md", "docx"))
    .option("--out <file>", say("terminal.out"))
    .action((options) => agenda(config, options));

  program
    .command("ledger")
    .description(say("terminal.ledger"))
    .requiredOption("--format <format>", "xlsx | csv", oneOf("xlsx", "csv"))
    .requiredOption("--out <file>", say("terminal.out"))
    .action((options) => ledger(config, options));

  const meeting = program.command("meeting").description(say("terminal.meeting"));
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
    .argument("[id]", say("terminal.meeting-id"), meetingId, "next" as const)
    .option("--json")
    .action((id, o) => meetingShow(config, id, o));

  const unit = program.command("unit").description(say("terminal.unit"));
  unit
    .command("list")
    .option("--json")
    .action((o) => unitList(config, o));
  unit
    .command("alias")
    .argument("<unit>")
    .argument("<alias>")
    .option("--from <date>", say("terminal.alias-from"), isoDate)
    .option("--to <date>", say("terminal.alias-to"), isoDate)
    .action((name, alias, o) => unitAlias(config, name, alias, o));
  unit
    .command("group")
    .argument("<group>")
    .argument("[members...]")
    .option("--file <file>", say("terminal.group-file"))
    .option("--yes", say("terminal.group-yes"))
    .action((name, members, o) => unitGroup(config, name, members, o));
  unit
    .command("show")
    .argument("<unit>")
    .option("--json")
    .action((name, o) => unitShow(config, name, o));
  unit
    .command("merge")
    .description(say("terminal.merge"))
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
    .argument("<person>", say("terminal.person"))
    .requiredOption("--name <name>", say("terminal.person-name"))
    .option("--role <role>", "primary | deputy | head", oneOf("primary", "deputy", "head"), "primary" as const)
    .action((name, person, o) => unitContact(config, name, person, o));

  const task = program.command("task").description(say("terminal.task"));
  task
    .command("show")
    .argument("<ref>")
    .option("--json")
    .action((ref, o) => taskShow(config, ref, o));

  program
    .command("backup")
    .description(say("terminal.backup"))
    .argument("<file>")
    .action((file: string) => backup(config, file));
  program
    .command("restore")
    .description(say("terminal.restore"))
    .argument("<file>")
    .option("--replace", say("terminal.restore-replace"))
    .action((file: string, options) => restore(config, file, options));

  program
    .command("audit")
    .description(say("terminal.audit"))
    .command("verify")
    .description(say("terminal.audit-verify"))
    .option("--head <hash>", say("terminal.audit-head"))
    .option("--json")
    .action((o) => auditVerify(config, o));

  program
    .command("doctor")
    .description(say("terminal.doctor"))
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
