// Files people drop into the chat: found, sized up, fetched with the bot's token.
import type { WebClient } from "@slack/web-api";
import { Refusal } from "../../errors.ts";
import { visible } from "./input/text-in.ts";
import { platformError } from "./web-client.ts";

/** The largest file that is taken, in megabytes. */
export const MAX_MEGABYTES = 10;
const MAX_BYTES = MAX_MEGABYTES * 1024 * 1024;
/** Milliseconds. */
const DOWNLOAD_TIMEOUT = 20_000;

/** A file as Slack describes it, in a message or by `files.info`. */
export interface SlackFile {
  readonly id?: string;
  readonly name?: string | null;
  readonly size?: number;
  readonly url_private?: string;
  readonly url_private_download?: string;
}

export interface FileFetcher {
  /** Fetches the bytes. Refuses empty, too large and vanished files. */
  fetch(file: SlackFile): Promise<{ fileName: string; bytes: Uint8Array }>;
  /** The same by id, for a button pressed later. */
  fetchById(fileId: string): Promise<{ fileName: string; bytes: Uint8Array }>;
}

export function createFileFetcher(client: WebClient, botToken: string, apiUrl: string | undefined): FileFetcher {
  const fetchFile = async (file: SlackFile) => {
    const fileName = visible(file.name ?? "") || file.id || "file";
    if ((file.size ?? 0) > MAX_BYTES) throw tooLarge(fileName);
    // Slack has nothing to fetch for it.
    if (file.size === 0) throw new Refusal("file-empty", { file: fileName });
    const url = file.url_private_download ?? file.url_private;
    if (url === undefined || !isSlackHost(url, apiUrl)) throw new Refusal("file-not-found", { file: fileName });
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${botToken}` },
      redirect: "manual", // Slack answers a token without files:read with its sign-in page
      signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT),
    });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw new Refusal("file-not-found", { file: fileName });
    }
    return { fileName, bytes: await readAtMost(response.body, MAX_BYTES, fileName) };
  };
  return {
    fetch: fetchFile,
    async fetchById(fileId) {
      try {
        const { file } = await client.files.info({ file: fileId });
        if (file !== undefined) return await fetchFile(file);
      } catch (thrown) {
        if (!["file_not_found", "file_deleted"].includes(platformError(thrown) ?? "")) throw thrown;
      }
      throw new Refusal("file-not-found", { file: fileId });
    },
  };
}

/** The token goes to Slack, or to the Slack server the operator named, and to nobody else. */
function isSlackHost(url: string, apiUrl: string | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const target = new URL(url);
  if (apiUrl !== undefined && target.origin === new URL(apiUrl).origin) return true;
  return target.protocol === "https:" && /(^|\.)slack(-files|-edge)?\.com$/.test(target.hostname);
}

/** What a server says about the size is a claim; what arrives is counted. */
async function readAtMost(body: ReadableStream<Uint8Array>, limit: number, fileName: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) throw tooLarge(fileName);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function tooLarge(file: string): Refusal {
  return new Refusal("file-too-large", { file, megabytes: MAX_MEGABYTES });
}
