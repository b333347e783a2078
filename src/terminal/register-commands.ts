// import and task: the register from the terminal.
import path from "node:path";
import { importDocument } from "../app/register/import-document.ts";
import { reviewDocument } from "../app/register/review-document.ts";
import { showTask } from "../app/register/show-task.ts";
import type { TaskPage } from "../app/register/task-page.ts";
import type { DocumentReview, ImportSummary } from "../app/use-cases.ts";
import type { Config } from "../config.ts";
import { OPERATOR } from "../domain/permission.ts";
import { Refusal } from "../errors.ts";
import { say, sayDate, sayReason, sayStatus } from "../text/say.ts";
import { readBytes } from "./input.ts";
import { importJson } from "./json.ts";
import { print, printJson } from "./output.ts";
import { withRegister } from "./with-register.ts";
import { cardText, reviewText } from "./words.ts";

/** Every file is read before the first is stored, so that one unreadable file changes nothing. */
export function importDocuments(
  config: Config,
  files: readonly string[],
  options: { dryRun?: boolean; yes?: boolean; asNew?: boolean; json?: boolean },
): Promise<void> {
  return withRegister(config, async (ports) => {
    const inputs: { fileName: string; bytes: Uint8Array }[] = [];
    const reviews: DocumentReview[] = [];
    for (const file of files) {
      const input = { fileName: path.basename(file), bytes: await readBytes(file) };
      inputs.push(input);
      const review = await reviewDocument(ports, input);
      reviews.push(options.asNew ? { ...review, changes: null } : review);
    }
    if (options.json) printJson(importJson(reviews, sayReason));
    else for (const review of reviews) print(reviewText(review));

    if (!options.yes || options.dryRun) {
      if (!options.json) print(say("cli.review-next"));
      return;
    }
    const known = reviews.find((review) => review.alreadyImported);
    if (known) throw new Refusal("already-imported", { title: known.draft.title });
    const same = reviews.find((review) => review.changes?.same)?.changes;
    if (same) throw new Refusal("same-as-current", { title: same.previous.title });
    for (const input of inputs) {
      const summary = await importDocument(ports, { ...input, by: OPERATOR, asNew: options.asNew ?? false });
      if (options.json) continue;
      print(importedText(summary));
      const { unitsWithoutContact: units } = summary;
      if (units.length > 0) print(say("cli.imported-without-contact", { units: units.join(say("common.list-comma")) }));
    }
  });
}

function importedText({ title, tasks, unitsCreated, amended }: ImportSummary): string {
  if (!amended) return say("cli.imported", { title, tasks, units: unitsCreated });
  const { digestIds: _, ...figures } = amended;
  return say("register.imported-amended", { title, ...figures });
}

export function taskShow(config: Config, ref: string, options: { json?: boolean }): Promise<void> {
  return withRegister(config, async (ports) => {
    const page = await showTask(ports, { ref, by: OPERATOR });
    if (options.json) printJson(page);
    else print(pageText(page));
  });
}

function pageText({ card, updates, versions = [] }: TaskPage): string {
  const former = versions.map(({ documentTitle, ref, lead, text }) =>
    say("register.version-line", { document: documentTitle, ref, lead: lead.join(say("common.list-comma")), text }),
  );
  const history = updates.map((u) =>
    say("common.labelled", {
      label: `${sayDate(u.on)} ${u.unitName} ${sayStatus(u.status, u.percent)}`,
      text: u.text,
    }),
  );
  return [`${card.taskName} ${card.title}`, cardText(card), ...history, ...former].join("\n");
}
