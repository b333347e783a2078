// An import: what became of it. Its review is in review/.
import type { AmendedTasks, ImportSummary } from "../../../app/use-cases.ts";
import { say, sayList } from "../../../text/say.ts";
import { bold, context, cut, line, message, section } from "./blocks.ts";
import type { SlackMessage } from "./message.ts";
import { sentence } from "./refusal.ts";

export function renderImported(summary: ImportSummary): SlackMessage {
  const missing = summary.unitsWithoutContact;
  const [example] = missing;
  const title = cut(summary.title, "title");
  const done = summary.amended
    ? say("register.imported-amended", { title, ...figuresOf(summary.amended) })
    : say("register.imported", { title, tasks: summary.tasks, units: summary.unitsCreated });
  if (example === undefined) return message(done, [section([bold(done), line(say("register.imported-all-set"))])]);
  const next = say("register.imported-next", { count: missing.length, example: cut(example, "name") });
  const units = say("register.without-contact", { units: names(missing) });
  return message(done, [section([bold(done), line(next)]), context(line(units))]);
}

function figuresOf({ digestIds: _, ...figures }: AmendedTasks) {
  return figures;
}

export function renderImportDiscarded(title: string): SlackMessage {
  return sentence(say("register.import-discarded", { title: cut(title, "title") }));
}

function names(all: readonly string[]): string {
  return sayList(all.map((one) => cut(one, "name")));
}
