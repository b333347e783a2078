// Which command goes to which listener: one table for slash commands and for plain words in a direct message.
import type { CommandName } from "../input/commands.ts";
import { renderHelp, renderUnknownCommand } from "../render/help.ts";
import { ask } from "./answers.ts";
import { closing } from "./decisions/closing.ts";
import { light } from "./decisions/lights.ts";
import { language } from "./language/choose.ts";
import { agenda, exportLedger, meeting } from "./meetings.ts";
import { isSecretary, type Occasion, type Office } from "./office.ts";
import { mine, show } from "./register.ts";
import { accept, reassign } from "./reminders/receipts.ts";
import { clock, remind } from "./reminders.ts";
import { support, urge } from "./replies/support.ts";
import { reopen, requests } from "./requests.ts";
import { importCommand } from "./review.ts";
import { close, extend, update } from "./status.ts";
import { away } from "./units/people.ts";
import { contacts, units } from "./units.ts";

type Listener = (occasion: Occasion, rest: string, office: Office) => Promise<void>;

const LISTENERS: Readonly<Record<CommandName, Listener>> = {
  help,
  mine,
  show,
  accept,
  update,
  extend,
  close,
  ask,
  agenda,
  meeting,
  import: importCommand,
  export: exportLedger,
  units,
  contacts,
  requests,
  reopen,
  light,
  reassign,
  closing,
  remind,
  support,
  urge,
  away,
  language,
  clock,
};

export async function dispatch(
  command: { readonly name: CommandName | "unknown"; readonly rest: string },
  occasion: Occasion,
  office: Office,
): Promise<void> {
  if (command.name === "unknown") return occasion.reply(renderUnknownCommand(command.rest));
  await LISTENERS[command.name](occasion, command.rest, office);
}

async function help(occasion: Occasion, _rest: string, office: Office): Promise<void> {
  await occasion.reply(
    renderHelp({ isSecretary: isSecretary(office, occasion.user), localWorkspace: office.setDate !== null }),
  );
}
