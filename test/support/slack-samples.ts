// Made-up views for the tests of the Slack adapter.
import type { DigestView } from "../../src/domain/reminders/digest.ts";

export const digestView: DigestView = {
  digestId: 1,
  kind: "contact",
  date: "2026-12-02",
  lines: [
    {
      taskId: 21,
      taskName: "21",
      title: "订单班补助",
      role: "lead",
      unitName: "市财政局",
      leadName: "市财政局",
      kind: "report",
      dueDate: "2026-12-09",
      daysLeft: 5,
      light: { colour: "grey", reason: { code: "light-no-report" } },
      last: null,
      supportingAnswered: { answered: 1, total: 3 },
      answered: false,
      reason: { code: "report-due-in", params: { days: 5 } },
    },
  ],
};
