// Tries to open a data folder so many times: `open-folder.ts FOLDER TIMES`. Prints a line each: the refusal's code (or
// "opened", which destroys data while another process has it) and the milliseconds it took.
import { openDatabase } from "../../../src/adapters/db/client.ts";
import { Refusal } from "../../../src/errors.ts";

const [folder = "", times = "1"] = process.argv.slice(2);
for (let n = 0; n < Number(times); n += 1) {
  const start = performance.now();
  const outcome = await openDatabase({ folder }).then(
    () => "opened",
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
  process.stdout.write(`${outcome} ${(performance.now() - start).toFixed(1)}\n`);
}
