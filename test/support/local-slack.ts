// Whether the local Slack server is installed here. Where it is not (another platform), its tests are shown as skipped.
import { existsSync } from "node:fs";

export const localSlackMissing = !existsSync(
  new URL(`../../node_modules/local-slack-${process.platform}-${process.arch}/bin`, import.meta.url),
);
