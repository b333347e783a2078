// The port to what people said to their reminders, and to the messages that show it.
import type { IsoDate } from "../../../domain/calendar.ts";
import type { ReminderResponse } from "../../../domain/reminders/responses.ts";

export type NewResponse = Omit<ReminderResponse, "id" | "taskId"> & {
  /** Click, form, command or message: recorded once, however often it arrives. */
  readonly sourceKey: string;
};

export interface ResponseStore {
  /**
   * Null, and nothing is stored, when `sourceKey` is known; when not_mine was said of the task by that unit and waits for its
   * decision; and when it is accepted that was accepted before, or handed back with the office's consent.
   */
  append(response: NewResponse): Promise<ReminderResponse | null>;
  /**
   * A decision on what the unit said last of whose task it is. Nothing is stored where that is not `on` any more, unless by
   * this very `sourceKey`; `newest` is what holds then.
   */
  decide(on: number, decision: NewResponse): Promise<{ readonly stored: boolean; readonly newest: ReminderResponse }>;
  find(id: number): Promise<ReminderResponse | null>;
  /** Of every open task, or of those given, open or not: the newest of each kind from each unit. */
  newest(taskIds?: readonly number[]): Promise<readonly ReminderResponse[]>;
  /** Claims 不属本单位职责 of open tasks that nothing was said to since, oldest first. */
  pendingClaims(): Promise<readonly ReminderResponse[]>;
}

export interface PostedStore {
  /** Sent digests of that day and later that show any of the tasks, or remind any of the units; the newest first. */
  showing(
    what: { readonly taskIds: readonly number[] } | { readonly unitIds: readonly number[] },
    since: IsoDate,
  ): Promise<readonly { readonly digestId: number; readonly slackUser: string }[]>;
  /**
   * What was said, or would have been, of open occurrences to contacts of a unit other than `people` counts as unsaid: its keys are
   * free for whoever speaks for the unit now. The rows stay, under other keys. Returns how many.
   */
  freeKeys(unitId: number, people: readonly string[]): Promise<number>;
}
