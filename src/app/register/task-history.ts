// What has happened to one task, as the store keeps it.
import type { IsoDate } from "../../domain/calendar.ts";
import type { Occurrence } from "../../domain/register/deadline.ts";
import type { TaskVersion } from "../../domain/register/task.ts";
import type { Request } from "../../domain/status/request.ts";
import type { StatusUpdate } from "../../domain/status/status.ts";

/** Every list newest first; of meetings the newest meeting. */
export interface TaskHistory {
  readonly updates: readonly StatusUpdate[];
  readonly requests: readonly Request[];
  readonly versions: readonly TaskVersion[];
  /** Its own due dates, those that are open no more too. */
  readonly dueDates: readonly Occurrence[];
  /** What meetings have decided on it. */
  readonly decisions: readonly MeetingDecision[];
  /** The agendas it stood on. */
  readonly agendas: readonly { readonly date: IsoDate; readonly topic: string }[];
  readonly reopenings: readonly Reopening[];
}

/** That it was closed, and is not done after all. */
export interface Reopening {
  /** Null: the day was not kept. */
  readonly on: IsoDate | null;
  readonly reason: string;
}

export interface MeetingDecision {
  /** The day of the meeting. */
  readonly date: IsoDate;
  readonly text: string;
  readonly dueDate: IsoDate | null;
}
