// Made-up views for the tests of the Slack adapter.
import type { StoredProposal } from "../../src/app/ports.ts";
import type { ProposalView, RecordedUpdate } from "../../src/app/use-cases.ts";
import type { Answer } from "../../src/domain/answers/answer.ts";
import type { Agenda } from "../../src/domain/meetings/agenda-types.ts";
import type { DigestView } from "../../src/domain/reminders/digest.ts";
import type { StatusReading } from "../../src/domain/status/status.ts";

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
      response: null,
      occurrenceId: 5,
      unitId: 3,
      ownDue: null,
      reason: { code: "report-due-in", params: { days: 5 } },
    },
  ],
};

const reading: StatusReading = {
  status: "on_track",
  percent: 60,
  quantities: [{ value: 156, unit: "个" }],
  needsCoordination: false,
  extensionTo: null,
  forecast: null,
  note: "已开156个班",
  unsure: false,
};

export const proposal: ProposalView = {
  proposalId: 7,
  reading,
  text: "已开156个班，完成60%",
  task: { taskId: 21, taskName: "21", title: "订单班补助" },
  choices: [],
  comparisons: [{ value: 156, unit: "个", target: 200, percent: 78 }],
};

export const storedProposal: StoredProposal = {
  id: 7,
  author: "U0CAIZHENG",
  taskId: 21,
  reading,
  text: proposal.text,
  permalink: null,
  recorded: false,
};

export const recorded: RecordedUpdate = {
  taskId: 21,
  taskName: "21",
  title: "订单班补助",
  unitName: "市财政局",
  update: {
    id: 1,
    taskId: 21,
    unitId: 1,
    author: "U0CAIZHENG",
    status: "on_track",
    percent: 60,
    quantities: [],
    needsCoordination: false,
    text: proposal.text,
    on: "2026-12-02",
  },
  extensionTo: null,
  forecast: null,
  closureRequested: false,
  requestIds: [],
  digestIds: [1, 2],
  stillOpen: 0,
};

export const noAnswer: Answer = {
  kind: "none",
  tasks: [],
  unitName: null,
  role: null,
  question: "垃圾分类",
  mode: "rules",
};

export const emptyAgenda: Agenda = {
  meetingId: 1,
  meetingDate: "2026-12-15",
  cutOff: "2026-12-01",
  compiledOn: "2026-12-02",
  sections: [],
  ledger: [],
  totalMinutes: 0,
};
