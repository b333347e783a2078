// meeting and agenda: the calendar and the papers from the terminal.
import { writeFile } from "node:fs/promises";
import { compileAgenda } from "../app/meetings/compile-agenda.ts";
import { exportLedger, type LedgerFormat } from "../app/meetings/export-ledger.ts";
import { listMeetings } from "../app/meetings/list-meetings.ts";
import { setMeeting } from "../app/meetings/set-meeting.ts";
import type { MeetingOverview } from "../app/use-cases.ts";
import type { Config } from "../config.ts";
import { OPERATOR } from "../domain/permission.ts";
import { Refusal } from "../errors.ts";
import { say, sayDate, sayReason } from "../text/say.ts";
import { agendaJson } from "./json.ts";
import { notice, print, printJson } from "./output.ts";
import { withRegister } from "./with-register.ts";
import { agendaMarkdown } from "./words.ts";

export function agenda(
  config: Config,
  options: { meeting: number | "next"; today?: string; format: "json" | "md" | "docx"; out?: string },
): Promise<void> {
  const { format, out } = options;
  if (format === "docx" && out === undefined) {
    throw new Refusal("missing-argument", { name: "--out", usage: "agenda --format docx --out FILE.docx" });
  }
  return withRegister(config, async (ports) => {
    const today = options.today ?? ports.clock.today();
    const compiled = await compileAgenda(ports, { meetingId: options.meeting, today, save: false, by: OPERATOR });
    const json = () => agendaJson(compiled.agenda, sayReason, (key) => say(`meetings.section-${key}`));
    const content = {
      docx: () => compiled.docx,
      md: () => agendaMarkdown(compiled.agenda),
      json: () => JSON.stringify(json(), null, 2),
    };
    if (out === undefined) return format === "json" ? printJson(json()) : print(String(content[format]()));
    await writeFile(out, content[format]());
    notice(say("cli.written", { file: out }));
  });
}

export function ledger(config: Config, { format, out }: { format: LedgerFormat; out: string }): Promise<void> {
  return withRegister(config, async (ports) => {
    const { bytes } = await exportLedger(ports, { format, by: OPERATOR });
    await writeFile(out, bytes);
    notice(say("cli.written", { file: out }));
  });
}

export function meetingAdd(config: Config, date: string, options: { json?: boolean }): Promise<void> {
  return withRegister(config, async (ports) => show(await setMeeting(ports, { date, by: OPERATOR }), options));
}

export function meetingList(config: Config, options: { json?: boolean }): Promise<void> {
  return withRegister(config, async (ports) => {
    const meetings = await listMeetings(ports);
    if (options.json) return printJson({ meetings: meetings.map(meetingJson) });
    if (meetings.length === 0) return print(say("cli.no-meetings"));
    for (const meeting of meetings) print(meetingLine(meeting));
  });
}

export function meetingShow(config: Config, id: number | "next", options: { json?: boolean }): Promise<void> {
  return withRegister(config, async (ports) => {
    const meetings = await listMeetings(ports);
    const today = ports.clock.today();
    const found = meetings.find(({ meeting }) =>
      id === "next" ? meeting.state === "planned" && meeting.date >= today : meeting.id === id,
    );
    if (!found) throw id === "next" ? new Refusal("no-meeting") : new Refusal("unknown-meeting", { id });
    show(found, options);
  });
}

function show(overview: MeetingOverview, options: { json?: boolean }): void {
  if (options.json) {
    printJson(meetingJson(overview));
    return;
  }
  print(meetingLine(overview));
  for (const { step, date } of overview.timetable) print(`  ${sayDate(date, null)} ${say(`meetings.step-${step}`)}`);
}

function meetingLine({ meeting }: MeetingOverview): string {
  return say("cli.meeting-line", {
    id: meeting.id,
    date: sayDate(meeting.date, null),
    state: say(`cli.meeting-${meeting.state}`),
  });
}

function meetingJson({ meeting, workingDaysLeft, timetable, officialCalendar }: MeetingOverview) {
  return { ...meeting, workingDaysLeft, timetable, officialCalendar };
}
