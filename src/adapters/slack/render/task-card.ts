// What answers and the task page say of one task, line by line. All mrkdwn.
import type { TaskCard } from "../../../domain/answers/answer.ts";
import type { IsoDate } from "../../../domain/calendar.ts";
import { say, sayLight, sayList, sayReason, sayShortDate, sayStatus } from "../../../text/say.ts";
import { cut, line } from "./blocks.ts";

/** Units of one role that are named before the rest is only counted. */
const UNITS = 8;

/** 牵头：市财政局；配合：各县区人民政府、市各功能区管委会. Plain text. */
export function ownersOf({ lead, supporting }: TaskCard): string {
  const words = { lead: names(lead), supporting: names(supporting) };
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

/** 最新进展：🟡 推进中 60%（市财政局，11月3日），… The light says its reason. */
export function latestLine(card: TaskCard, today: IsoDate | null): string {
  const light = sayLight(card.light.colour);
  const reason = cut(sayReason(card.light.reason, today ?? undefined), "title");
  if (card.latest === null) {
    const silent = card.light.reason.code === "light-no-report";
    return line(silent ? say("answers.latest-none", { light }) : say("answers.latest-none-because", { light, reason }));
  }
  const { status, percent, unit, on } = card.latest;
  const date = sayShortDate(on, today);
  return line(
    say("answers.latest", { light, status: sayStatus(status, percent), unit: cut(unit, "name"), date, reason }),
  );
}

function names(all: readonly string[]): string {
  return sayList(
    all.map((one) => cut(one, "name")),
    UNITS,
  );
}
