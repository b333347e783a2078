// Reads a backup as a stream and vouches for it: what is no backup, was cut or changed is refused.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { Refusal } from "../../../errors.ts";
import { type BackupHeader, type BackupTable, decodeLine, FORMAT } from "./format.ts";

export type BackupPart =
  | { readonly kind: "header"; readonly header: BackupHeader }
  | { readonly kind: "table"; readonly table: BackupTable }
  /** A row as JSON text: an array of its values. */
  | { readonly kind: "row"; readonly text: string };

/**
 * The header, then tables, each followed by its rows. The checksum stands at the end: until the generator has returned,
 * what it gave may be false. Throws `backup-foreign`, `backup-newer` (of a later format) or `backup-damaged`.
 */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  const damaged = new Refusal("backup-damaged", { file });
  const hash = createHash("sha256");
  let lines = 0;
  let rows = 0;
  let width = 0;
  let complete = false;
  for await (const text of linesOf(file)) {
    const line = decodeLine(text);
    lines += 1;
    if (lines === 1) {
      if (line?.kind !== "header") throw new Refusal("backup-foreign", { file });
      if (line.header.format > FORMAT) throw new Refusal("backup-newer", { file });
      yield line;
    } else if (line === null || line.kind === "header" || complete) {
      throw damaged;
    } else if (line.kind === "footer") {
      if (line.footer.rows !== rows || line.footer.sha256 !== hash.digest("hex")) throw damaged;
      complete = true;
      continue;
    } else if (line.kind === "table") {
      width = line.table.columns.length;
      yield line;
    } else {
      if (line.width !== width) throw damaged;
      rows += 1;
      yield { kind: "row", text };
    }
    hash.update(`${text}\n`);
  }
  if (!complete) throw damaged;
}

/** Split at line feeds alone: a row may hold every other kind of line end. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unpacked = createGunzip();
  let sourceError: Error | null = null;
  source.on("error", (error) => {
    sourceError = error;
    unpacked.destroy(error);
  });
  source.pipe(unpacked);
  const decoder = new TextDecoder();
  let rest = "";
  let begun = false;
  try {
    for await (const chunk of unpacked) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      begun ||= lines.length > 0;
      yield* lines;
    }
  } catch {
    // A file that is not there is said to be so by the system; one that cannot be unpacked is no backup, or a damaged one.
    throw sourceError ?? new Refusal(begun ? "backup-damaged" : "backup-foreign", { file });
  } finally {
    source.destroy();
    unpacked.destroy();
  }
  if (rest !== "") throw new Refusal(begun ? "backup-damaged" : "backup-foreign", { file });
}
