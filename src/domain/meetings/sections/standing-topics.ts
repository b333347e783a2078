// 五、专题议题: the topics a document orders every meeting to discuss, with the units nearest to them.
import { reason } from "../../reason.ts";
import { documentsInForce, type SourceDocument } from "../../register/task.ts";
import type { Unit } from "../../register/unit.ts";
import type { AgendaItem } from "../agenda-types.ts";
import type { AgendaFacts, TaskFacts } from "../facts.ts";
import { reportTopic } from "../notation.ts";
import { TIME_ALLOWED } from "../time-allowed.ts";
import { item, presenterOf } from "./item.ts";

/** A word in more of the tasks than this says nothing about any of them. */
const COMMON_SHARE = 1 / 3;

export function standingTopicItems(facts: AgendaFacts): AgendaItem[] {
  return documentsInForce(facts.input.register.documents).flatMap((document) =>
    document.standingTopics.map((topic) => topicItem(topic, document, facts)),
  );
}

/** The unit that leads most of the related tasks reports, those of the same document before others; where none is found, the body that issued the document. */
function topicItem(topic: string, document: SourceDocument, facts: AgendaFacts): AgendaItem {
  const ofDocument = facts.open.filter(({ task }) => task.documentId === document.id);
  const related = [ofDocument, facts.open].map((tasks) => relatedTasks(topic, tasks)).find((tasks) => tasks.length > 0);
  const [reporting, ...others] = leadsOf(related ?? []);
  return item({
    topic: reportTopic(topic),
    reportingUnit: reporting?.name ?? document.issuer,
    presenter: presenterOf(reporting ?? null),
    attending: others.map((u) => u.name),
    reasons: [reason("standing-topic", { title: document.title })],
    minutes: TIME_ALLOWED.standingTopic,
  });
}

/**
 * Tasks that hold the topic's rarest word, taken two characters at a time. The last word of several only says what is
 * asked about the others (招生·计划, 用工·需求) and is not looked for.
 */
function relatedTasks(topic: string, tasks: readonly TaskFacts[]): TaskFacts[] {
  const words = topic.match(/../gu) ?? [];
  const telling = words.length > 1 ? words.slice(0, -1) : words;
  const holding = telling
    .map((word) => tasks.filter(({ task }) => `${task.title}${task.text}`.includes(word)))
    .filter((found) => found.length > 0 && found.length <= tasks.length * COMMON_SHARE);
  return holding.toSorted((a, b) => a.length - b.length)[0] ?? [];
}

/** The leads of these tasks, those with most tasks first. */
function leadsOf(tasks: readonly TaskFacts[]): Unit[] {
  const count = new Map<Unit, number>();
  for (const unit of tasks.flatMap((t) => t.leads)) count.set(unit, (count.get(unit) ?? 0) + 1);
  return [...count].toSorted(([, a], [, b]) => b - a).map(([unit]) => unit);
}
