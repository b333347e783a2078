// Takes the lock of a data folder and keeps it until it is killed: `hold-folder.ts FOLDER`. Prints "held" or the refusal's code.
import { takeDataLock } from "../../../src/adapters/db/open/data-lock.ts";
import { Refusal } from "../../../src/errors.ts";

try {
  await takeDataLock(process.argv[2] ?? "");
  process.stdout.write("held\n");
  setInterval(() => undefined, 1_000);
} catch (error) {
  process.stdout.write(`${error instanceof Refusal ? error.code : error}\n`);
}
