// The form for progress. Every field but task and status may stay empty.
import type { InputBlock, ModalView } from "@slack/types";
import type { IsoDate } from "../../../domain/calendar.ts";
import type { Role } from "../../../domain/register/task.ts";
import type { SupportView } from "../../../domain/status/joint/support.ts";
import type { Status, StatusReading } from "../../../domain/status/status.ts";
import { say, sayRole, sayStatus } from "../../../text/say.ts";
import { COORDINATION_NEEDED, FIELD, VIEW } from "../ids.ts";
import { clip, LIMITS } from "../limits.ts";
import { cut, line, option, section, taskText } from "./blocks.ts";
import { briefBlocks } from "./support/brief.ts";

interface ModalTask {
  readonly taskId: number;
  readonly taskName: string;
  readonly title: string;
  readonly role: Role;
}

/** The likeliest first. */
const STATUSES: readonly Status[] = ["on_track", "done", "at_risk", "blocked", "not_started"];

/** What the person came for: its fields stand first and must be filled in. */
export type UpdateFocus = "extend" | "coordinate";

/** `reading` fills the form in, its `note` as the details; `taskId` is preselected where it is one of `tasks`. */
export function updateModal(input: {
  tasks: readonly ModalTask[];
  taskId: number | null;
  reading: StatusReading | null;
  privateMetadata: string;
  focus?: UpdateFocus | undefined;
  /** What the supporting units of the task have said: shown, and offered to be signed. The form is then of this task alone. */
  support?: SupportView | null;
  today?: IsoDate;
}): ModalView {
  const support = input.focus ? null : (input.support ?? null);
  const offered = choices(input.tasks, input.taskId);
  const tasks = support === null ? offered : offered.filter((task) => task.taskId === input.taskId);
  const frame = {
    type: "modal",
    callback_id: VIEW.update,
    title: plain(say(input.focus ? `responses.form-${input.focus}-title` : "status.form-title")),
    close: plain(say("status.form-close")),
    private_metadata: input.privateMetadata,
  } as const;
  if (tasks.length === 0) return { ...frame, blocks: [section(line(say("status.form-no-tasks")))] };
  const { reading } = input;
  return {
    ...frame,
    submit: plain(say("status.form-submit")),
    blocks: input.focus
      ? focusedFields(input.focus, tasks, input)
      : [
          ...(support === null ? [] : briefBlocks(support, tasks[0]?.taskName ?? "", input.today ?? null)),
          taskField(tasks, input.taskId),
          statusField(reading?.status ?? null),
          percentField(reading?.percent ?? null),
          detailsField(reading?.note ?? ""),
          coordinationField(reading?.needsCoordination ?? false),
          extensionField(reading?.extensionTo ?? null),
          ...(support === null ? [] : [jointField(support)]),
        ],
  };
}

function focusedFields(
  focus: UpdateFocus,
  tasks: readonly ModalTask[],
  { taskId, reading }: { taskId: number | null; reading: StatusReading | null },
): InputBlock[] {
  const details = {
    ...detailsField(reading?.note ?? ""),
    label: plain(say(`responses.form-${focus}-reason`)),
    optional: false,
  };
  const status = statusField(reading?.status ?? null);
  return focus === "extend"
    ? [taskField(tasks, taskId), { ...extensionField(reading?.extensionTo ?? null), optional: false }, details, status]
    : [taskField(tasks, taskId), details, coordinationField(true), status];
}

/** Each task once, as many as a select holds, the preselected one among them. */
function choices(tasks: readonly ModalTask[], taskId: number | null): ModalTask[] {
  const once = [...new Map(tasks.map((task) => [task.taskId, task])).values()];
  if (once.length <= LIMITS.options) return once;
  const chosen = once.filter((task) => task.taskId === taskId);
  return [...chosen, ...once.filter((task) => task.taskId !== taskId)].slice(0, LIMITS.options);
}

function taskField(tasks: readonly ModalTask[], taskId: number | null): InputBlock {
  const optionOf = (task: ModalTask) =>
    option(`${cut(taskText(task), "title")} · ${sayRole(task.role)}`, String(task.taskId));
  const chosen = tasks.find((task) => task.taskId === taskId) ?? (tasks.length === 1 ? tasks[0] : undefined);
  return field(FIELD.task, say("status.form-task"), {
    type: "static_select",
    action_id: FIELD.task,
    placeholder: plain(say("status.choose-placeholder")),
    options: tasks.map(optionOf),
    ...(chosen ? { initial_option: optionOf(chosen) } : {}),
  });
}

function statusField(status: Status | null): InputBlock {
  const optionOf = (one: Status) => option(sayStatus(one), one);
  return field(FIELD.status, say("status.form-status"), {
    type: "static_select",
    action_id: FIELD.status,
    placeholder: plain(say("status.form-status-placeholder")),
    options: STATUSES.map(optionOf),
    ...(status ? { initial_option: optionOf(status) } : {}),
  });
}

function percentField(percent: number | null): InputBlock {
  const input = field(FIELD.percent, say("status.form-percent"), {
    type: "plain_text_input",
    action_id: FIELD.percent,
    placeholder: plain(say("status.form-percent-hint")),
    ...(percent === null ? {} : { initial_value: String(percent) }),
  });
  return { ...input, optional: true };
}

function detailsField(details: string): InputBlock {
  const input = field(FIELD.details, say("status.form-details"), {
    type: "plain_text_input",
    action_id: FIELD.details,
    multiline: true,
    max_length: LIMITS.inputValue,
    placeholder: plain(say("status.form-details-placeholder")),
    ...(details === "" ? {} : { initial_value: clip(details, LIMITS.inputValue) }),
  });
  return { ...input, optional: true };
}

function coordinationField(needed: boolean): InputBlock {
  const only = option(say("status.form-coordination-option"), COORDINATION_NEEDED);
  const input = field(FIELD.coordination, say("status.form-coordination"), {
    type: "checkboxes",
    action_id: FIELD.coordination,
    options: [only],
    ...(needed ? { initial_options: [only] } : {}),
  });
  return { ...input, optional: true };
}

function jointField({ upTo }: SupportView): InputBlock {
  const only = option(say("support.form-joint-option"), String(upTo));
  const input = field(FIELD.joint, say("support.form-joint"), {
    type: "checkboxes",
    action_id: FIELD.joint,
    options: [only],
  });
  return { ...input, optional: true };
}

function extensionField(date: string | null): InputBlock {
  const input = field(FIELD.extension, say("status.form-extension"), {
    type: "datepicker",
    action_id: FIELD.extension,
    placeholder: plain(say("status.form-extension-placeholder")),
    ...(date === null ? {} : { initial_date: date }),
  });
  return { ...input, optional: true };
}

function field(id: string, label: string, element: InputBlock["element"]): InputBlock {
  return { type: "input", block_id: id, label: plain(label), element };
}

function plain(text: string) {
  return { type: "plain_text", text } as const;
}
