// What is taken as evidence (佐证材料): documents, tables, pictures; nothing that runs.
import { Refusal } from "../../errors.ts";

/** Files with one reply. */
export const MOST_FILES = 5;

/** Endings of what offices send. */
const TAKEN: ReadonlySet<string> = new Set(
  "pdf ofd docx doc wps xlsx xls et pptx ppt dps csv txt md jpg jpeg png gif webp heic zip".split(" "),
);

/** First bytes of programs, whatever the file is called: Windows, Linux, macOS, scripts. */
const PROGRAMS: readonly (readonly number[])[] = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  [0x23, 0x21],
];

/** Throws `evidence-type`, `file-empty` and `too-many-files`. The size was limited when the file was fetched. */
export function checkEvidence(files: readonly { readonly fileName: string; readonly bytes: Uint8Array }[]): void {
  if (files.length > MOST_FILES) throw new Refusal("too-many-files", { count: files.length, most: MOST_FILES });
  for (const { fileName, bytes } of files) {
    if (bytes.length === 0) throw new Refusal("file-empty", { file: fileName });
    const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
    const isProgram = PROGRAMS.some((start) => start.every((byte, i) => bytes[i] === byte));
    if (!TAKEN.has(ending) || isProgram) throw new Refusal("evidence-type", { file: fileName });
  }
}
