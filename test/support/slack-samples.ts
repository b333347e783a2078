// Made-up views for the tests of the Slack adapter.
import type { StoredProposal } from "../../src/app/ports.ts";
import type { ProposalView, RecordedUpdate } from "../../src/app/use-cases.ts";
import type { Answer } from "../../src/domain/answers/answer.ts";
import type { Agenda } from "../../src/domain/meetings/agenda-types.ts";
import type { DigestView } from "../../src/domain/reminders/digest.ts";
import type { SupportView } from "../../src/domain/status/joint/support.ts";
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

/** `count` answers, of units that are called `name` with a number, and two units that are missing. */
export function supportView(count: number, name = "某单位"): SupportView {
  const missing = [`${name}98`, `${name}99`];
  const counts = { answered: count, total: count + 2, missing };
  return {
    ...counts,
    answers: Array.from({ length: count }, (_, i) => ({
      updateId: 11 + i,
      unitName: `${name}${i}`,
      on: "2026-12-01",
      status: i % 2 === 0 ? "on_track" : "blocked",
      needsCoordination: i % 3 === 0,
      text: name,
      quantities: [{ value: 156, unit: name }],
      comparisons: i % 2 === 0 ? [{ value: 156, unit: name, target: 200, percent: 78 }] : [],
      later: i % 4 === 0,
    })),
    groups: Array.from({ length: count }, (_, i) => ({ unit: `${name}${i}`, ...counts, total: 2 })),
    targets: Array.from({ length: count }, () => ({
      text: name,
      total: 3,
      reached: [name],
      short: Array.from({ length: count }, () => ({ unit: name, value: 0, of: name })),
      unreported: missing,
    })),
    upTo: count === 0 ? 0 : 10 + count,
  };
}
