// Who is away and who stands in; and a contact who is relieved, with what happens then.
import type { AbsenceView } from "../../../../app/register/units/unit-use-cases.ts";
import type { UseCases } from "../../../../app/use-cases.ts";
import { say, sayDate, sayList, sayReason } from "../../../../text/say.ts";
import { cut, fitting, inSections, line, message, section } from "../blocks.ts";
import type { SlackMessage } from "../message.ts";
import { sentence } from "../refusal.ts";

/** Twenty absences, two lines each; who is away from more units sees the first of them. */
const MOST_LINES = 40;

/** `set`: it was set just now; else it is shown. */
export function renderAbsences(absences: readonly AbsenceView[], set: boolean): SlackMessage {
  const [first] = absences;
  if (first === undefined) return sentence(say("escalation.away-none"));
  const lines = absences.flatMap((one) => [line(sayAbsence(one, set)), line(sayAsked(one))]);
  return message(sayAbsence(first, set), inSections(fitting(lines, MOST_LINES)));
}

function sayAbsence({ unitName, contactName, from, to }: AbsenceView, set: boolean): string {
  return say(set ? "escalation.away" : "escalation.away-shown", {
    contact: cut(contactName, "name"),
    unit: cut(unitName, "name"),
    from: sayDate(from),
    to: sayDate(to),
  });
}

function sayAsked({ asked, from }: AbsenceView): string {
  return "slackUser" in asked
    ? say("escalation.away-asked", { person: cut(asked.name, "name") })
    : say("escalation.away-nobody", { why: cut(sayReason(asked, from), "title") });
}

export function renderAbsenceCancelled(cancelled: Awaited<ReturnType<UseCases["cancelAbsence"]>>): SlackMessage {
  const names = (all: readonly string[]) => sayList(all.map((one) => cut(one, "name")));
  return sentence(say("escalation.away-cancelled", { people: names(cancelled.people), units: names(cancelled.units) }));
}

export function renderContactRemoved(removed: Awaited<ReturnType<UseCases["removeContact"]>>): SlackMessage {
  const unit = cut(removed.unitName, "name");
  const role = say(`common.contact-${removed.role}`);
  const done = say("escalation.contact-removed", { person: cut(removed.person, "name"), unit, role });
  const { asked } = removed;
  const next =
    "slackUser" in asked
      ? say("escalation.removed-asked", { person: cut(asked.name, "name") })
      : say("escalation.removed-nobody", { unit });
  return message(done, [section([line(done), line(next)])]);
}
