// Messages to the bot: a file, a command in plain words, a reply in a thread, or a question.

import type { SlackFile } from "../files.ts";
import { findCommand } from "../input/commands.ts";
import { isAcceptance } from "../input/response-words.ts";
import { groupOfFile } from "../input/unit-arguments.ts";
import { renderHelp } from "../render/help.ts";
import { ask } from "./answers.ts";
import { dispatch } from "./dispatch.ts";
import { fetchFiles, isEvidence } from "./evidence.ts";
import type { Occasion, Office } from "./office.ts";
import { respondedInThread, respondedTo } from "./reminders/responses.ts";
import { reviewFile } from "./review.ts";
import { plainWords, threadReply } from "./status.ts";
import { listMembers } from "./units.ts";

export interface Incoming {
  readonly text: string;
  readonly files: readonly SlackFile[];
  /** The message whose thread this is in, or null. */
  readonly threadTs: string | null;
}

/** A direct message. */
export async function directMessage(occasion: Occasion, incoming: Incoming, office: Office): Promise<void> {
  const { text, files, threadTs } = incoming;
  const group = groupOfFile(text);
  const evidence =
    group === null && isEvidence(occasion, threadTs, office) ? await fetchFiles(files, text, office) : [];
  if (evidence.length === 0) {
    for (const file of files) {
      if (group === null) await reviewFile(occasion, file, office);
      else await listMembers(occasion, group, file, office);
    }
    if (files.length > 0 || text === "") return;
    // In a digest's thread 「签收」 is about that digest.
    const command = threadTs !== null && isAcceptance(text) ? null : findCommand(text);
    if (command) return dispatch(command, occasion, office);
  }
  if (threadTs !== null && (await respondedInThread(occasion, text, threadTs, office))) return;
  if (threadTs !== null) return threadReply(occasion, text, threadTs, office, evidence);
  if (await respondedTo(occasion, text, office)) return;
  await plainWords(occasion, text, office, evidence);
}

/** The bot's name in a channel: a question, answered in the thread. Its name alone is a call for help. */
export async function mention(occasion: Occasion, incoming: Incoming, office: Office): Promise<void> {
  if (incoming.text !== "") return ask(occasion, incoming.text, office);
  await occasion.reply(renderHelp({ isSecretary: false, localWorkspace: false }));
}
