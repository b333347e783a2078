// Files that come with progress, and their way back to who may see them.
import type { ProposalView } from "../../../app/use-cases.ts";
import { MOST_FILES } from "../../../domain/status/evidence.ts";
import { Refusal } from "../../../errors.ts";
import { say } from "../../../text/say.ts";
import type { SlackFile } from "../files.ts";
import { decodeEvidence } from "../ids.ts";
import { taskText } from "../render/blocks.ts";
import { sentence } from "../render/refusal.ts";
import { type Click, isSecretary, type Occasion, type Office } from "./office.ts";

/** Files as fetched. */
export type Evidence = readonly { readonly fileName: string; readonly bytes: Uint8Array }[];

/** Whether files are evidence and no document to import: sent in a reminder's thread, or by somebody who imports nothing. */
export function isEvidence(occasion: Occasion, threadTs: string | null, office: Office): boolean {
  return threadTs !== null || !isSecretary(office, occasion.user);
}

/** Fetched before anything is read, so that a file that cannot be taken is said before the reply is shown back. */
export async function fetchFiles(files: readonly SlackFile[], text: string, office: Office): Promise<Evidence> {
  if (files.length === 0) return [];
  if (text === "") throw new Refusal("evidence-without-words", { file: files[0]?.name ?? "" });
  if (files.length > MOST_FILES) throw new Refusal("too-many-files", { count: files.length, most: MOST_FILES });
  return Promise.all(files.map((file) => office.files.fetch(file)));
}

export async function attach(
  views: readonly ProposalView[],
  files: Evidence,
  occasion: Occasion,
  office: Office,
): Promise<void> {
  if (files.length === 0) return;
  const proposalIds = views.map((view) => view.proposalId);
  await office.useCases.attachEvidence({ proposalIds, files, by: occasion.user });
}

/** 取佐证材料 on a task's page: into the direct messages, where nobody else sees them. */
export async function fetchEvidence(click: Click, office: Office): Promise<void> {
  const { files, ...task } = await office.useCases.fetchEvidence({ ...decodeEvidence(click.value), by: click.user });
  const channel = await office.openDm(click.user);
  for (const { fileName, bytes } of files) {
    await office.client.filesUploadV2({
      channel_id: channel,
      file: Buffer.from(bytes),
      filename: fileName,
      initial_comment: say("status.evidence-of", { task: taskText(task) }),
    });
  }
  if (channel !== click.channel) await click.reply(sentence(say("status.evidence-sent")));
}
