// LibreOffice without a window, where it is installed: files saved by an office program that is not ours.
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export const hasLibreOffice: boolean = isInstalled();

function isInstalled(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** The file saved as one type after another: `saveAs("a.docx", bytes, "odt", "docx")` gives the last one's bytes. */
export async function saveAs(name: string, bytes: Uint8Array, ...types: readonly string[]): Promise<Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), "lianxi-office-"));
  try {
    let file = path.join(folder, name);
    writeFileSync(file, bytes);
    for (const [i, type] of types.entries()) {
      const out = path.join(folder, String(i));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      await run("soffice", [profile, "--headless", "--convert-to", type, "--outdir", out, file]);
      file = path.join(out, `${path.parse(name).name}.${type}`);
    }
    return new Uint8Array(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
