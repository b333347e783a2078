// What answers and the task page say of one task, line by line. All mrkdwn.
import type { TaskCard } from "../../../../domain/answers/answer.ts";
import { ownerName } from "../../../../domain/answers/task-card.ts";
import type { IsoDate } from "../../../../domain/calendar.ts";
import { say, sayLight, sayList, sayReason, sayShortDate, sayStatus } from "../../../../text/say.ts";
import { cut, line } from "../blocks.ts";

/** Units of one role that are named before the rest is only counted. */
const UNITS = 8;

/** 牵头：市财政局；配合：各县区人民政府、市各功能区管委会. Plain text. */
export function ownersOf(card: TaskCard): string {
  const { lead, supporting } = card;
  const owners = (all: readonly string[]) => names(all.map((one) => ownerName(one, card)));
  const words = { lead: owners(lead), supporting: owners(supporting) };
  if (lead.length === 0) {
    return supporting.length === 0 ? say("answers.owner-nobody") : say("answers.owner-supporting-only", words);
  }
  return supporting.length === 0 ? say("answers.owner-lead-only", words) : say("answers.owner", words);
}

/** 依据：《…》第21项「…」, the clause cut where it is long. */
export function sourceLine(card: TaskCard): string {
  const document = cut(card.documentTitle, "title");
  return line(say("answers.source", { document, ref: cut(card.ref, "name"), quote: cut(card.quote, "quote") }));
}

export function contactsLine({ contacts }: TaskCard): string {
  const listed = contacts.slice(0, UNITS).map(({ unit, people }) => {
    const name = cut(unit, "name");
    if (people.length === 0) return say("register.contact-missing", { unit: name });
    return say("register.contact-of", { unit: name, people: names(people.map((person) => person.name)) });
  });
  const all = listed.length === 0 ? say("common.none") : listed.join(say("common.list-semicolon"));
  return line(say("answers.contacts", { contacts: all }));
}

/** 最新进展：🟡 推进中 60%（市财政局，11月3日），… The light says its reason. The year as in `sayDate`. */
export function latestLine({ latest, light: { colour, reason } }: TaskCard, today: IsoDate | null): string {
  const light = sayLight(colour);
  // A reason that names the day of the very report beside it need not say the day again.
  const sameDay = latest !== null && reason.params?.date === latest.on;
  const because = cut(
    sayReason(sameDay ? { code: reason.code } : reason, today ?? undefined),
    reason.instead ? "quote" : "title",
  );
  if (latest === null) {
    return reason.code === "light-no-report"
      ? line(say("answers.latest-none", { light }))
      : line(say("answers.latest-none-because", { light, reason: because }));
  }
  const { status, percent, unit, on } = latest;
  const date = sayShortDate(on, today);
  const state = { light, status: sayStatus(status, percent), unit: cut(unit, "name"), date };
  return line(say("answers.latest-because", { ...state, reason: because }));
}

function names(all: readonly string[]): string {
  return sayList(
    all.map((one) => cut(one, "name")),
    UNITS,
  );
}
