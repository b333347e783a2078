// What the use cases need from the outside world. Each port lists only what is used; adapters fulfil it, tests fake it.
import type { Answer } from "../domain/answers/answer.ts";
import type { IsoDate, WorkingCalendar } from "../domain/calendar.ts";
import type { Agenda } from "../domain/meetings/agenda-types.ts";
import type { Approval, Meeting } from "../domain/meetings/meeting.ts";
import type { Occurrence } from "../domain/register/deadline.ts";
import type { StoredContent } from "../domain/register/document-content.ts";
import type { DraftDocument } from "../domain/register/draft.ts";
import type { Register } from "../domain/register/register.ts";
import type { Role, SourceDocument } from "../domain/register/task.ts";
import type { TaskRef } from "../domain/register/task-ref.ts";
import type { ReplyClaim, Status, StatusReading } from "../domain/status/status.ts";
import type { ReadingOptions } from "../reading/documents/assign.ts";
import type { AuditTrail } from "./audit/audit-trail.ts";
import type { HomeStore } from "./home/home-store.ts";
import type { LanguageStore } from "./language/language-store.ts";
import type { AgendaWriter } from "./meetings/agenda-writer.ts";
import type { LedgerWriter } from "./meetings/export-ledger.ts";
import type { ImportStore } from "./register/review/import-store.ts";
import type { TaskHistory } from "./register/task-history.ts";
import type { UnitStore } from "./register/units/unit-store.ts";
import type { EscalationStore } from "./reminders/escalation/escalation-store.ts";
import type { Messenger } from "./reminders/messenger.ts";
import type { PolicyStore } from "./reminders/policy/policy-store.ts";
import type { ReminderStore } from "./reminders/reminder-store.ts";
import type { PostedStore, ResponseStore } from "./reminders/responses/response-store.ts";
import type { ReportStore } from "./reminders/status/report-store.ts";
import type { TickStore } from "./reminders/tick-store.ts";
import type { ClosureStore } from "./status/closing/closure-store.ts";
import type { EvidenceStore } from "./status/evidence/evidence-store.ts";
import type { LightStore } from "./status/lights/light-store.ts";
import type { RequestStore } from "./status/requests/request-store.ts";
import type { StatusStore } from "./status/status-store.ts";
import type { UrgeStore } from "./status/support/urge-store.ts";

/** Time, from the composition root. `today` is the date in the office's time zone. */
export interface Clock {
  now(): Date;
  today(): IsoDate;
  /** The time of day on the office's clocks, "HH:MM"; a clock without one says that it is noon. */
  timeOfDay?(): string;
  /** The office's time zone, IANA name; UTC where it is left out. */
  readonly timeZone?: string;
}

/** Who did it, for the audit trail: a Slack user id, or "cli". */
export type Actor = string;

// ── register ────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface ImportedDocument {
  readonly documentId: number;
  readonly tasks: number;
  readonly unitsCreated: number;
}

export interface RegisterStore {
  /** Everything the rules need, in one value; groups with their members of `day`, which is today where it is left out. */
  load(day?: IsoDate): Promise<Register>;
  /**
   * The same of these tasks alone: their documents, units (with members, contacts and merges), occurrences, newest updates,
   * requests, decisions, and all meetings. It costs what the tasks hold, however many others there are.
   */
  loadAround(taskIds: readonly number[], day?: IsoDate): Promise<Register>;
  /** Open and closed tasks that somebody may speak for, and perhaps some more: the rules say which. */
  taskIdsOf(slackUser: string): Promise<readonly number[]>;
  /** Tasks that any of the numbers may mean, whatever has become of them: what `tasksByRef` needs to see. */
  taskIdsByRef(refs: readonly TaskRef[]): Promise<readonly number[]>;
  findDocumentBySha(sha256: string): Promise<SourceDocument | null>;
  /** Stores document, tasks and new units in one transaction. A unit whose key is known is reused, its new spelling kept as alias. */
  saveDocument(input: { draft: DraftDocument; sha256: string; fileName: string; by: Actor }): Promise<ImportedDocument>;
  /**
   * Stores `draft` as the version that follows `previousId`, in one transaction. Matched tasks keep their rows and all that
   * hangs on them and get the draft's words; what they said before is kept. Tasks of the earlier version without a match are
   * withdrawn, or superseded by the task that took them over. Open occurrences that no rule gives any more are closed.
   * Throws `already-imported`, and `register-changed` where the earlier version is not what was matched any more.
   */
  amendDocument(input: {
    draft: DraftDocument;
    previousId: number;
    /** `ref` of the draft's tasks. */
    matches: readonly { readonly taskId: number; readonly ref: string }[];
    withdrawn: readonly { readonly taskId: number; readonly mergedInto: string | null }[];
    sha256: string;
    fileName: string;
    by: Actor;
  }): Promise<ImportedDocument>;
  /**
   * Gives the part that `fromIds` (one unit, with its former names') have in a task to another unit, in the same place; tells it so
   * by a response `assigned`. True also where this `sourceKey` did it before; false, and nothing is changed, where the task is
   * not open, `fromIds` have no such part, or the unit has it or leads already.
   */
  reassign(input: {
    taskId: number;
    role: Role;
    fromIds: readonly number[];
    toId: number;
    reason: string;
    on: IsoDate;
    by: Actor;
    sourceKey: string;
  }): Promise<boolean>;
  /** Inserts occurrences that are new (task, kind, period) and moves open, never-changed ones whose dates differ. Returns how many rows changed. */
  saveOccurrences(occurrences: readonly Omit<Occurrence, "id" | "changes">[]): Promise<number>;
  /** Tasks of the units `slackUser` is a contact of (group membership included), in one query: `/lianxi 我的` waits for it. */
  loadTasksOf(slackUser: string): Promise<readonly MyTaskRow[]>;
  /** All updates, requests and earlier wordings of one task, newest first. */
  loadHistory(taskId: number): Promise<TaskHistory>;
  /** The own due dates of all tasks that are open no more: the register has the open ones alone. */
  closedDates(): Promise<readonly Occurrence[]>;
}

export interface MyTaskRow {
  readonly taskId: number;
  readonly documentShortTitle: string;
  readonly ref: string;
  /** True where another document has a task of the same number. */
  readonly refIsShared: boolean;
  readonly title: string;
  readonly role: "lead" | "supporting";
  readonly unitName: string;
  /** The nearest open due date that the unit has not answered yet. */
  readonly dueDate: IsoDate | null;
  readonly status: Status | null;
  readonly percent: number | null;
  readonly reportedOn: IsoDate | null;
}

// ── status ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface StoredProposal {
  readonly id: number;
  readonly author: string;
  readonly taskId: number | null;
  readonly reading: StatusReading;
  readonly text: string;
  readonly permalink: string | null;
  readonly recorded: boolean;
  readonly withdrawn?: boolean;
}

// ── meetings, answers, inbox ────────────────────────────────────────────────────────────────────────────────────────

export interface MeetingStore {
  /** Adds a meeting, or moves the planned one on `replaces`. */
  save(input: {
    date: IsoDate;
    cutOff: IsoDate;
    supportingCutOff: IsoDate;
    replacesId: number | null;
    by: Actor;
  }): Promise<Meeting>;
  /** Replaces the stored draft agenda of a meeting. */
  saveAgenda(agenda: Agenda, by: Actor): Promise<void>;
  /** Stores the agenda as it was approved; null where that was done before. */
  approveAgenda(input: { agenda: Agenda; fingerprint: string; by: Actor; on: IsoDate }): Promise<Approval | null>;
  /** The approval of the agenda of that fingerprint; null where there is none, or it is of another one. */
  approvalOf(input: { meetingId: number; fingerprint: string }): Promise<Approval | null>;
  /** On how many agendas of other meetings each task has stood. */
  timesOnAgenda(exceptMeetingId: number): Promise<ReadonlyMap<number, number>>;
}

export interface QuestionStore {
  save(input: { asker: Actor; text: string; answer: Answer }): Promise<number>;
  markHelpful(questionId: number, helpful: boolean): Promise<void>;
}

export interface InboxStore {
  /** True when the delivery is new; false when it was stored before. */
  receive(delivery: { deliveryId: string; kind: string; payload: unknown }): Promise<boolean>;
  markDone(deliveryId: string): Promise<void>;
  /** What was received in that span and never done: the bot stopped in between. Oldest first, 100 at most. */
  undone(span: { from: Date; to: Date }): Promise<readonly { deliveryId: string; kind: string; payload: unknown }[]>;
  /**
   * Takes an undone delivery into the hands of one process. Returns how often that was done, this time included; null where
   * it is done by now, or somebody took it up after `notSince`.
   */
  takeUp(deliveryId: string, at: { now: Date; notSince: Date }): Promise<number | null>;
}

// ── chat, documents, model, calendar ────────────────────────────────────────────────────────────────────────────────

export interface Directory {
  /** A member by id, or by `@name`. Null when nobody is called that. */
  find(idOrName: string): Promise<{ id: string; name: string; isBot: boolean; isGuest?: boolean } | null>;
}

export interface DocumentReader {
  /** What a file holds. Throws a `Refusal` for empty, too large, unreadable, hostile and foreign files. */
  read(fileName: string, bytes: Uint8Array): Promise<StoredContent>;
  /** `readDocument` for content of any length: what takes long is done off the event loop. */
  draft(content: StoredContent, fileName: string, options?: ReadingOptions): Promise<DraftDocument>;
}

export interface Model {
  /** Words of the documents' language that a question may mean: search terms, never an owner. Empty when the model has nothing to say. */
  searchTerms(question: string): Promise<readonly string[]>;
  /** Tasks that a stretch of a document may state. Claims: every word of them is looked for in the text before anybody sees them. */
  readClause(text: string): Promise<readonly ClauseClaim[]>;
  /** What a status reply may say that the rules are unsure of. A claim: it is held against the words before anybody sees it. */
  readReply(text: string, context: ReplyContext): Promise<ReplyClaim>;
}

/** What a model is told beside the reply: all of it of the one task the author reports on. */
interface ReplyContext {
  readonly today: IsoDate;
  /** Null where the person has yet to choose the task. */
  readonly title: string | null;
  /** The words of the task's targets. */
  readonly targets: readonly string[];
}

/** What a model says a text assigns to whom. */
export interface ClauseClaim {
  /** The words that say what is to be done. */
  readonly quote: string;
  readonly lead: readonly string[];
  readonly supporting: readonly string[];
}

export interface Ports {
  readonly clock: Clock;
  readonly calendar: WorkingCalendar;
  readonly registerStore: RegisterStore;
  readonly unitStore: UnitStore;
  readonly importStore: ImportStore;
  readonly reminderStore: ReminderStore;
  readonly tickStore: TickStore;
  readonly responseStore: ResponseStore;
  readonly postedStore: PostedStore;
  readonly reportStore: ReportStore;
  readonly policyStore: PolicyStore;
  readonly escalationStore: EscalationStore;
  readonly statusStore: StatusStore;
  readonly urgeStore: UrgeStore;
  readonly requestStore: RequestStore;
  readonly lightStore: LightStore;
  readonly closureStore: ClosureStore;
  readonly evidenceStore: EvidenceStore;
  readonly meetingStore: MeetingStore;
  readonly homeStore: HomeStore;
  readonly questionStore: QuestionStore;
  readonly languageStore: LanguageStore;
  readonly auditTrail: AuditTrail;
  readonly messenger: Messenger;
  readonly directory: Directory;
  readonly documentReader: DocumentReader;
  readonly agendaWriter: AgendaWriter;
  readonly ledgerWriter: LedgerWriter;
  /** Null when none is configured: every answer is then made by rules alone. */
  readonly model: Model | null;
  /** Slack user ids of the meeting secretaries. */
  readonly secretaries: readonly string[];
  /** Of who chairs the meeting and approves its agenda; none = the secretaries act for the chair. */
  readonly chairs?: readonly string[];
}
