// What an approval holds for: the topics, in their order, with who reports. Reasons and figures move on from day to day.
import type { Agenda } from "./agenda-types.ts";

/** The same text for agendas that put the same topics before the same units for the same time. */
export function agendaOutline({ meetingDate, sections }: Agenda): string {
  const items = sections.flatMap(({ key, items }) =>
    items.map(({ topic, taskId, reportingUnit, attending, minutes }) => [
      key,
      topic,
      taskId,
      reportingUnit,
      attending,
      minutes,
    ]),
  );
  return JSON.stringify([meetingDate, items]);
}
