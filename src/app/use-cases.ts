// Everything Lianxi can be asked to do, as the listeners and the terminal see it. One file per use case beside this one.
import type { Answer } from "../domain/answers/answer.ts";
import type { IsoDate } from "../domain/calendar.ts";
import type { Meeting } from "../domain/meetings/meeting.ts";
import type { TimetableStep } from "../domain/meetings/timetable.ts";
import type { DraftDocument } from "../domain/register/draft.ts";
import type { ReviewItem } from "../domain/register/review/review-items.ts";
import type { SourceDocument } from "../domain/register/task.ts";
import type { UnitKind } from "../domain/register/unit.ts";
import type { UnitSuggestion } from "../domain/register/unit-likeness.ts";
import type { DayPlan, DigestView } from "../domain/reminders/digest.ts";
import type { JointView } from "../domain/status/joint/joint-reply.ts";
import type { SupportView } from "../domain/status/joint/support.ts";
import type { Status, StatusReading, StatusUpdate } from "../domain/status/status.ts";
import type { PointedOut } from "../domain/status/targets/notices.ts";
import type { HomeUseCases } from "./home/home-use-cases.ts";
import type { LanguageUseCases } from "./language/choose-language.ts";
import type { CompiledAgenda } from "./meetings/compile-agenda.ts";
import type { ExportedLedger, LedgerFormat } from "./meetings/export-ledger.ts";
import type { Actor, MyTaskRow, StoredProposal } from "./ports.ts";
import type { Amendment } from "./register/amendment/plan-amendment.ts";
import type { TaskPage } from "./register/task-page.ts";
import type { UnitUseCases } from "./register/units/unit-use-cases.ts";
import type { DeliveryReport } from "./reminders/deliver-digest.ts";
import type { EscalationUseCases } from "./reminders/escalation/escalation-use-cases.ts";
import type { PolicyUseCases } from "./reminders/policy/policy-use-cases.ts";
import type { Reconciled } from "./reminders/reconcile.ts";
import type { ResponseUseCases } from "./reminders/responses/response-use-cases.ts";
import type { StatusUseCases } from "./reminders/status/status-use-cases.ts";
import type { TickResult } from "./reminders/tick-day.ts";
import type { TickOccasion } from "./reminders/tick-store.ts";
import type { ClosureUseCases } from "./status/closing/closure-use-cases.ts";
import type { EvidenceUseCases } from "./status/evidence/evidence-use-cases.ts";
import type { LightUseCases } from "./status/lights/light-use-cases.ts";
import type { RequestUseCases } from "./status/requests/request-use-cases.ts";
import type { JointSignature, SupportUseCases } from "./status/support/support-use-cases.ts";
import type { UpdateFields } from "./status/update-fields.ts";

/** What an import would do. Nothing is stored by a review. */
export interface DocumentReview {
  readonly draft: DraftDocument;
  readonly sha256: string;
  /** Set when the very same file is in the register already. */
  readonly alreadyImported: SourceDocument | null;
  /** What an import would change, where the register holds an earlier version; null or absent = a document of its own. */
  readonly changes?: Amendment | null;
  readonly units: readonly {
    readonly name: string;
    readonly kind: UnitKind;
    readonly aliases: readonly string[];
    /** True when the register knows the unit already. */
    readonly known: boolean;
    readonly hasContact: boolean;
    /** A unit of the register, or one named earlier in the draft, that a new name may mean. Never acted upon by itself. */
    readonly suggestion?: UnitSuggestion | null;
  }[];
}

/** A review as it stands: kept until it is applied or discarded. */
export interface ReviewView {
  readonly importId: number;
  readonly fileName: string;
  /** The message that shows it. */
  readonly message: { readonly channel: string; readonly ts: string } | null;
  /** With every decision taken so far. */
  readonly draft: DraftDocument;
  /** Nothing has been decided yet. */
  readonly begins: boolean;
  /** Every guess, decided or not, kind by kind. */
  readonly items: readonly ReviewItem[];
  readonly open: readonly ReviewItem[];
  readonly decided: { readonly accepted: number; readonly changed: number; readonly rejected: number };
  readonly units: DocumentReview["units"];
  /** Against the earlier version, where the register holds one. Only before the first and after the last decision. */
  readonly changes: Amendment | null;
}

/** What the secretary says to one guess, by its key. Units as text. */
export type ReviewAnswer =
  | { readonly kind: "accept"; readonly key: string; readonly sameKind: boolean }
  | { readonly kind: "not-a-task"; readonly key: string }
  /** Null leaves a side as it is. */
  | { readonly kind: "assign"; readonly key: string; readonly lead: string | null; readonly supporting: string | null }
  | { readonly kind: "name-unit"; readonly key: string; readonly units: string }
  | { readonly kind: "due"; readonly key: string; readonly due: IsoDate | null }
  /** What 责任单位 means in the whole document, which is read again. */
  | { readonly kind: "responsible-means"; readonly means: "lead" | "supporting" }
  /** Takes the last answer back. */
  | { readonly kind: "undo" };

export interface ImportSummary {
  readonly title: string;
  readonly tasks: number;
  readonly unitsCreated: number;
  readonly unitsWithoutContact: readonly string[];
  /** Set where an earlier version was amended. */
  readonly amended?: AmendedTasks;
}

/** What became of the tasks of the earlier version. */
export interface AmendedTasks {
  readonly added: number;
  readonly changed: number;
  /** Those whose number moved and nothing else; not among `changed`. */
  readonly renumbered: number;
  readonly withdrawn: number;
  readonly unchanged: number;
  /** Posted digests that show one of the tasks and must be redrawn. */
  readonly digestIds: readonly number[];
}

/** A reply as it was understood, shown back before it counts. */
export interface ProposalView extends PointedOut {
  readonly proposalId: number;
  readonly reading: StatusReading;
  readonly text: string;
  /** The task it will be recorded for; null = the person must choose one of `choices`. */
  readonly task: { readonly taskId: number; readonly taskName: string; readonly title: string } | null;
  readonly choices: readonly { readonly taskId: number; readonly taskName: string; readonly title: string }[];
  /** Quantities against the task's targets: 订单班 156 个（目标 200 个以上，78%）. */
  readonly comparisons: readonly {
    readonly value: number;
    readonly unit: string;
    readonly target: number;
    readonly percent: number;
  }[];
  /** What the task's supporting units have said, where the reporter leads it; null or absent where nobody supports it. */
  readonly support?: SupportView | null;
}

export interface RecordedUpdate extends PointedOut {
  /** The closure asked for takes evidence, and none has come. */
  readonly evidenceMissing?: boolean;
  readonly taskId: number;
  readonly taskName: string;
  readonly title: string;
  readonly unitName: string;
  readonly update: StatusUpdate;
  readonly extensionTo: IsoDate | null;
  /** The day the task is expected to be done, as the words or the proposal say. */
  readonly forecast: IsoDate | null;
  readonly closureRequested: boolean;
  /** Set where it was signed as a joint reply. */
  readonly joint?: JointView | null;
  /** Requests of the unit that wait for the secretary since this update. */
  readonly requestIds: readonly number[];
  /** Digest messages that show this task and must be redrawn. */
  readonly digestIds: readonly number[];
  /** How many tasks the unit still owes in the digests that showed this one. */
  readonly stillOpen: number;
  /** A colleague who had reported for the unit on the same day; both updates are kept, this one counts. */
  readonly colleague?: { readonly name: string | null; readonly status: Status; readonly percent: number | null };
}

export interface MeetingOverview {
  readonly meeting: Meeting;
  /** Working days to the meeting. */
  readonly workingDaysLeft: number;
  readonly timetable: readonly { readonly step: TimetableStep; readonly date: IsoDate }[];
  /** False where the meeting is on a day off: allowed, and said. */
  readonly onWorkingDay: boolean;
  /** False where the holidays of that year are not announced yet. */
  readonly officialCalendar: boolean;
}

export interface Names {
  /** "21", or "责任分工·21" where two documents share the number. */
  readonly tasks: ReadonlyMap<number, string>;
  readonly units: ReadonlyMap<number, string>;
}

export interface UseCases
  extends ResponseUseCases,
    UnitUseCases,
    EscalationUseCases,
    PolicyUseCases,
    StatusUseCases,
    EvidenceUseCases,
    LightUseCases,
    ClosureUseCases,
    RequestUseCases,
    LanguageUseCases,
    HomeUseCases,
    SupportUseCases {
  // register
  reviewDocument(input: { fileName: string; bytes: Uint8Array }): Promise<DocumentReview>;
  /**
   * Secretary only. Refuses a file imported before, and one that says what the version in force says. `asNew`: a document of
   * its own, although the register holds one that reads like an earlier version.
   */
  importDocument(input: { fileName: string; bytes: Uint8Array; by: Actor; asNew?: boolean }): Promise<ImportSummary>;
  /** Secretary only. Reads a file and opens its review; goes on with it where it is open. Refuses a file imported before. */
  startReview(input: { fileName: string; bytes: Uint8Array; by: Actor }): Promise<ReviewView>;
  /** Secretary only. The newest open review, or null. */
  continueReview(input: { by: Actor }): Promise<ReviewView | null>;
  /** Secretary only, like the four below. Throws `review-closed` or `already-imported` for a review that is over. */
  viewReview(input: { importId: number; by: Actor }): Promise<ReviewView>;
  decideReview(input: { importId: number; answer: ReviewAnswer; by: Actor }): Promise<ReviewView>;
  /** `acceptRest`: every open guess as proposed; else throws `review-unfinished`. `asNew` as in `importDocument`. */
  applyReview(input: { importId: number; acceptRest: boolean; asNew: boolean; by: Actor }): Promise<ImportSummary>;
  discardReview(input: { importId: number; by: Actor }): Promise<{ title: string }>;
  /** Remembers the message that shows the review. */
  placeReview(input: { importId: number; message: { channel: string; ts: string } }): Promise<void>;
  /** `ref`: "21", "（二十一）", "责任分工·21". */
  showTask(input: { ref: string; by: Actor }): Promise<TaskPage>;
  listMyTasks(input: { slackUser: string }): Promise<readonly MyTaskRow[]>;
  /** For a day's plan, which holds ids. */
  loadNames(): Promise<Names>;
  // reminders
  /** Plans the day, stores and enqueues the digests; a dry run stores nothing. */
  planDay(input: { date: IsoDate; dryRun: boolean }): Promise<DayPlan>;
  /** Plans the day as a tick that leaves its row; null when it is planned or another process is at it. */
  tickDay(input: { date: IsoDate; occasion: TickOccasion }): Promise<TickResult | null>;
  /** `stopping`: where it is aborted before the post, nothing is posted and its reason thrown. */
  deliverDigest(digestId: number, stopping?: AbortSignal): Promise<DeliveryReport | null>;
  reconcile(): Promise<Reconciled>;
  /** Gives back what a dead process claimed and did not begin to post. */
  returnClaims(): Promise<number>;
  /** What would go out that day; stores nothing. Secretary only. */
  previewDay(input: { date: IsoDate; by: Actor }): Promise<DayPlan>;
  /** A digest as it stands now, for "全部查看": to whom it was sent, and to the secretary. Throws `proposal-gone`. */
  showDigest(input: { digestId: number; by: Actor }): Promise<DigestView>;
  /** Redraws the posted digests in place. */
  redrawDigests(digestIds: readonly number[]): Promise<void>;
  // status
  /** From text; one proposal for each task it is about. `thread` = the digest message that was answered. Throws `nothing-said` when the text holds no progress. */
  proposeUpdate(input: {
    author: Actor;
    text: string;
    taskRef: string | null;
    thread: { channel: string; ts: string } | null;
    plain?: boolean;
    permalink: string | null;
    sourceKey: string;
  }): Promise<readonly ProposalView[]>;
  /** What was understood, to be corrected in the form. Throws `proposal-gone` or `already-recorded`. */
  viewProposal(input: { proposalId: number; author: Actor }): Promise<StoredProposal>;
  /** What was read from a message that was edited or deleted counts no more, unless it was confirmed. */
  withdrawProposals(input: { sourceKey: string; author: Actor }): Promise<{ withdrawn: number; recorded: number }>;
  /** `status`: the person's answer to a reply that was asked back; a percentage that was read is then dropped. */
  confirmUpdate(input: {
    proposalId: number;
    taskId: number | null;
    author: Actor;
    status?: Status;
    joint?: JointSignature;
  }): Promise<RecordedUpdate>;
  recordUpdate(input: {
    author: Actor;
    taskId: number;
    fields: UpdateFields;
    permalink: string | null;
    sourceKey: string;
    proposalId?: number;
    joint?: JointSignature;
  }): Promise<RecordedUpdate>;
  /** Tasks the person may report on, for the modal's select. */
  reportableTasks(input: {
    slackUser: string;
  }): Promise<
    readonly { taskId: number; taskName: string; title: string; unitName: string; role: "lead" | "supporting" }[]
  >;
  // meetings
  /** Secretary only. Moves the planned meeting if there is one. */
  setMeeting(input: { date: IsoDate; by: Actor }): Promise<MeetingOverview>;
  listMeetings(): Promise<readonly MeetingOverview[]>;
  /** For secretary and chair. `save`: stores it as the meeting's draft where the secretary asks. */
  compileAgenda(input: {
    meetingId: number | "next";
    today: IsoDate;
    save: boolean;
    by: Actor;
  }): Promise<CompiledAgenda>;
  /** Chair only. Throws `agenda-changed` and `agenda-approved`. */
  approveAgenda(input: { meetingId: number; fingerprint: string; today: IsoDate; by: Actor }): Promise<CompiledAgenda>;
  /** The ledger as a file: everything for a secretary, their units' tasks for a contact. Throws `no-ledger`. */
  exportLedger(input: { format: LedgerFormat; by: Actor }): Promise<ExportedLedger>;
  // answers
  answerQuestion(input: { text: string; asker: Actor }): Promise<{ answer: Answer; questionId: number }>;
  markHelpful(input: { questionId: number; helpful: boolean }): Promise<void>;
}
