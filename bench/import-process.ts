// One process of the import benchmark: `mammoth FILE` or `lianxi FILE` once, or `serve FILE` as a bot that answers while it imports.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { PGlite } from "@electric-sql/pglite";
import mammoth from "mammoth";
import { createDocumentReader } from "../src/adapters/documents/document-reader.ts";

const [mode = "", file = ""] = process.argv.slice(2);
const bytes = readFileSync(file);
/** One for the whole process, as the bot has it. */
const reader = createDocumentReader();

if (mode === "serve") await serve();
else {
  const start = performance.now();
  if (mode === "mammoth") await mammoth.convertToHtml({ buffer: bytes });
  else await importOnce();
  const milliseconds = performance.now() - start;
  const megabytes = process.resourceUsage().maxRSS / 1024 + megabytesOfChildren();
  process.send?.({ milliseconds, megabytes });
}

/** The peak of the process that reads the files; on Linux only. */
function megabytesOfChildren(): number {
  if (process.platform !== "linux") return 0;
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").trim();
  if (children === "") return 0;
  const peaks = children.split(" ").map((pid) => {
    const [, kilobytes = "0"] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) / 1024;
  });
  return peaks.reduce((sum, peak) => sum + peak, 0);
}

async function importOnce(): Promise<void> {
  const draft = await reader.draft(await reader.read("分工.docx", bytes), "分工.docx");
  if (draft.tasks.length === 0) throw new Error("no tasks were read");
}

/** A slash command is acknowledged once its delivery is stored: one small insert. `/import` imports again and again until `/stop`. */
async function serve(): Promise<void> {
  const database = await PGlite.create();
  await database.exec("CREATE TABLE delivery (id serial PRIMARY KEY, payload text NOT NULL)");
  let importing = false;
  let running = Promise.resolve();
  let imports = 0;
  const importOn = async () => {
    while (importing) {
      await importOnce();
      imports += 1;
    }
  };
  const server = createServer(async (request, response) => {
    if (request.url === "/import") {
      importing = true;
      running = importOn();
    } else if (request.url === "/stop") {
      importing = false;
      await running;
    } else await database.query("INSERT INTO delivery (payload) VALUES ($1)", [request.url]);
    response.end(String(imports));
  });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    process.send?.({ port: typeof address === "object" ? address?.port : null });
  });
}
