// Checks what a running bot depends on and says what to mend. Changes nothing but missing migrations.
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { listDumps } from "../adapters/db/dumps/dump-folder.ts";
import { checkToken } from "../adapters/slack/check-token.ts";
import { listUnits } from "../app/register/units/list-units.ts";
import { REGISTER_FOLDER } from "../composition/stores.ts";
import type { Config } from "../config.ts";
import { announcedUntil } from "../domain/calendar.ts";
import { Refusal } from "../errors.ts";
import { sayCalendarRemarks, sayUnannounced } from "../text/calendar-words.ts";
import { say, sayList, sayRefusal } from "../text/say.ts";
import { print } from "./output.ts";
import { type TerminalPorts, withRegister } from "./with-register.ts";

/** ok: as it should be · note: worth knowing, the bot works all the same · wrong: must be mended. */
interface Finding {
  readonly level: "ok" | "note" | "wrong";
  readonly what: string;
}

const ok = (what: string): Finding => ({ level: "ok", what });
const note = (what: string): Finding => ({ level: "note", what });
const wrong = (what: string): Finding => ({ level: "wrong", what });

const DAY_MS = 24 * 3_600_000;
/** A weekend with the machine off. */
const OLD_AFTER_DAYS = 3;

const manifest = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) });

/** Prints a line a check; exit code 1 when something must be mended. */
export async function doctor(config: Config): Promise<void> {
  const findings = [
    ok(say("cli.doctor-config")),
    ...(await registerFindings(config)),
    ...(await slackFindings(config)),
    config.model ? ok(say("cli.doctor-model", { model: config.model.model })) : ok(say("cli.doctor-no-model")),
  ];
  for (const { level, what } of findings) print(say(`cli.doctor-${level}`, { what }));
  if (findings.some((finding) => finding.level === "wrong")) process.exitCode = 1;
}

async function registerFindings(config: Config): Promise<Finding[]> {
  try {
    return await withRegister(config, async (ports) => [
      ok(say("cli.doctor-database", { store: config.databaseUrl === null ? "PGlite" : "PostgreSQL" })),
      ...dumpFindings(config),
      ...calendarFindings(ports),
      await contactFinding(ports),
    ]);
  } catch (error) {
    if (error instanceof Refusal) return [wrong(sayRefusal(error))];
    throw error;
  }
}

/** A line that could not be read is a day that somebody believes to be set. */
/** A server's backups are its keeper's; the embedded database is dumped by the bot. */
function dumpFindings(config: Config): Finding[] {
  if (config.databaseUrl !== null) return [note(say("cli.doctor-backup-server"))];
  const [newest] = listDumps(path.join(config.dataFolder, REGISTER_FOLDER));
  if (newest === undefined) return [note(say("cli.doctor-no-dump"))];
  const days = Math.floor((Date.now() - newest.takenAt.getTime()) / DAY_MS);
  const what = say("cli.doctor-dump", { days, file: newest.file });
  return [days <= OLD_AFTER_DAYS ? ok(what) : note(what)];
}

function calendarFindings({ calendar, clock }: TerminalPorts): Finding[] {
  const today = clock.today();
  const unannounced = sayUnannounced(calendar, today);
  const remarks = calendar.remarks?.(today) ?? [];
  return [
    unannounced === null ? ok(say("calendar.announced", { year: announcedUntil(calendar, today) })) : note(unannounced),
    ...sayCalendarRemarks(remarks.filter(({ kind }) => kind === "unreadable")).map(wrong),
    ...sayCalendarRemarks(remarks.filter(({ kind }) => kind !== "unreadable")).map(note),
  ];
}

async function contactFinding(ports: TerminalPorts): Promise<Finding> {
  const units = await listUnits(ports);
  if (units.length === 0) return note(say("cli.empty-register"));
  const silent = units.filter((u) => u.unit.contacts.length === 0 && u.memberNames.length === 0);
  if (silent.length === 0) return ok(say("cli.doctor-contacts-ok"));
  return note(say("cli.doctor-contacts", { count: silent.length, units: sayList(silent.map((u) => u.unit.name)) }));
}

async function slackFindings(config: Config): Promise<Finding[]> {
  if (config.slack.kind === "local") return [ok(say("cli.doctor-slack-local"))];
  const secretaries =
    config.secretaries.length > 0
      ? ok(say("cli.doctor-secretaries", { count: config.secretaries.length }))
      : wrong(say("cli.doctor-no-secretary"));
  const wanted = manifest.parse(JSON.parse(readFileSync(new URL("../../manifest.json", import.meta.url), "utf8")));
  const { botToken } = config.slack;
  try {
    const connection = config.slackApiUrl === null ? { botToken } : { botToken, apiUrl: config.slackApiUrl };
    const { missingScopes } = await checkToken(connection, wanted.oauth_config.scopes.bot);
    const scopes = missingScopes.join(say("common.list-comma"));
    return [
      secretaries,
      scopes === "" ? ok(say("cli.doctor-slack")) : wrong(say("cli.doctor-slack-scopes", { scopes })),
    ];
  } catch (error) {
    if (error instanceof Refusal) return [secretaries, wrong(sayRefusal(error))];
    throw error;
  }
}
