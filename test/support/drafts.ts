// Draft documents in a few words, for tests that store them.
import type { DraftDocument, DraftTask } from "../../src/domain/register/draft.ts";
import type { UnitMention } from "../../src/domain/register/unit.ts";

/** A unit as a document writes it; the key is the name without a leading 市. */
export function mention(name: string, more: Partial<UnitMention> = {}): UnitMention {
  return { name, key: name.replace(/^市/, ""), kind: "single", ...more };
}

export function aDraftTask(
  ref: string,
  lead: string[],
  supporting: string[] = [],
  more: Partial<DraftTask> = {},
): DraftTask {
  return {
    ref,
    label: `${ref}.`,
    section: null,
    title: `事项${ref}`,
    text: `第${ref}项的内容`,
    lead: lead.map((name) => mention(name)),
    supporting: supporting.map((name) => mention(name)),
    deadlines: [],
    targets: [],
    review: [],
    origin: "rules",
    ...more,
  };
}

export function aDraft(shortTitle: string, tasks: DraftTask[]): DraftDocument {
  return {
    title: `关于${shortTitle}的通知`,
    shortTitle,
    issuer: null,
    number: null,
    date: null,
    standingTopics: [],
    tasks,
    context: [],
    unread: [],
    notices: [],
  };
}
