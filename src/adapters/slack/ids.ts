// Ids that travel through Slack and come back: actions, views, form fields, and the values packed into buttons.
import { z } from "zod";
import { LANGUAGES } from "../../domain/language.ts";
import { packed } from "./ids/packed.ts";

/** Every button and select the bot shows. Unique within a block: put two buttons of one action into two blocks. */
export const ACTION = {
  report: "report",
  digestAll: "digest_all",
  respond: "respond",
  respondSeen: "respond_seen",
  respondAccept: "respond_accept",
  respondNotMine: "respond_not_mine",
  acceptAll: "accept_all",
  claimAccept: "claim_accept",
  claimDecline: "claim_decline",
  confirmUpdate: "confirm_update",
  editUpdate: "edit_update",
  chooseTask: "choose_task",
  discardUpdate: "discard_update",
  settleOnTrack: "settle_on_track",
  settleDone: "settle_done",
  settleAtRisk: "settle_at_risk",
  reviewStart: "review_start",
  reviewAccept: "review_accept",
  reviewAcceptKind: "review_accept_kind",
  reviewChange: "review_change",
  reviewReject: "review_reject",
  reviewUndo: "review_undo",
  responsibleLead: "responsible_lead",
  responsibleSupporting: "responsible_supporting",
  applyImport: "apply_import",
  applyAsNew: "apply_as_new",
  discardImport: "discard_import",
  mergeUnits: "merge_units",
  unmergeUnit: "unmerge_unit",
  importMembers: "import_members",
  cancelUnits: "cancel_units",
  statusPage: "status_page",
  fetchEvidence: "fetch_evidence",
  approveAgenda: "approve_agenda",
  support: "support",
  supportAll: "support_all",
  urge: "urge",
  signJoint: "sign_joint",
  showRequest: "show_request",
  approveRequest: "approve_request",
  approveOtherDate: "approve_other_date",
  sendBackRequest: "send_back_request",
  showTask: "show_task",
  homeList: "home_list",
  homeFirst: "home_first",
  homeView: "home_view",
  helpfulYes: "helpful_yes",
  helpfulNo: "helpful_no",
  "language-zh": "language_zh",
  "language-en": "language_en",
  "language-zh-Hant": "language_zh_hant",
} as const;

/** Callback ids of modals. */
export const VIEW = {
  update: "update",
  feedback: "feedback",
  review: "review",
  notMine: "not_mine",
  sendBackRequest: "send_back_form",
  approveOtherDate: "other_date_form",
} as const;

/** The fields of the update modal; a field's `block_id` and `action_id` are the same word. */
export const FIELD = {
  /** static_select; option value = the task id in decimals. */
  task: "task",
  /** static_select; option value = a `Status`. */
  status: "status",
  /** plain_text_input, "60" or "60%". */
  percent: "percent",
  /** plain_text_input, multiline. */
  details: "details",
  /** checkboxes; one option with value `COORDINATION_NEEDED`. */
  coordination: "coordination",
  /** datepicker. */
  extension: "extension",
  /** checkboxes; one option, its value the newest answer of a supporting unit that the form shows, in decimals. */
  joint: "joint",
} as const;

/** The fields of the shorter form of a supporting unit; the task is `FIELD.task`. */
export const FEEDBACK_FIELD = {
  /** plain_text_input, multiline. */
  text: "feedback_text",
  /** plain_text_input: 156 个、4200 人. */
  figures: "feedback_figures",
  /** checkboxes; options `OWN_PART_DONE` and `COORDINATION_NEEDED`. */
  marks: "feedback_marks",
} as const;

/** Option of the checkboxes: what the unit was to do is done. */
export const OWN_PART_DONE = "done";

/** The fields of the review modal, of which it shows those the guess is about. */
export const REVIEW_FIELD = {
  /** plain_text_input: names of units. */
  lead: "review_lead",
  supporting: "review_supporting",
  units: "review_units",
  /** datepicker; empty: no date. */
  due: "review_due",
} as const;

/** The fields of the two forms of a decision on a request. */
export const REQUEST_FIELD = {
  /** plain_text_input. */
  reason: "request_reason",
  /** datepicker. */
  date: "request_date",
} as const;

/** The one option of the `coordination` checkboxes. */
export const COORDINATION_NEEDED = "needed";

/** `event_type` of the metadata that marks a digest; its payload is `{ key }`. */
export const DIGEST_EVENT_TYPE = "lianxi_digest";

const id = z.number().int().positive();

/** Value of `report`: opens the update modal at this task. */
export const { encode: encodeReport, decode: decodeReport } = packed(z.object({ taskId: id }), "proposal-gone");

/** Value of the languages' buttons. */
export const { encode: encodeLanguage, decode: decodeLanguage } = packed(
  z.object({ language: z.enum(LANGUAGES) }),
  "proposal-gone",
);

/** What can be chosen beside a line of a digest, the likeliest first. */
export const ACTS = [
  "accept",
  "report",
  "seen",
  "done",
  "extend",
  "coordinate",
  "support",
  "afternoon",
  "tomorrow",
  "in-3-days",
  "not-mine",
] as const;

export type Act = (typeof ACTS)[number];

/** Value of `respond`, `respond_seen`, `respond_accept` and `respond_not_mine`: occurrence, unit, task; `l`: the digest whose whole list the line stands in. Short: an option holds 150. */
export const { encode: encodeRespond, decode: decodeRespond } = packed(
  z.object({ o: id, u: id, t: id, act: z.enum(ACTS), l: id.optional() }),
  "proposal-gone",
);

/** Value of `claim_accept` and `claim_decline`; `listed`: pressed beside a line of 「申请」. */
export const { encode: encodeClaim, decode: decodeClaim } = packed(
  z.object({ responseId: id, accept: z.boolean(), listed: z.literal(true).optional() }),
  "proposal-gone",
);

/** Private metadata of the form of 不属本单位职责, and its one field. */
export const { encode: encodeNotMine, decode: decodeNotMine } = packed(z.object({ o: id, u: id }), "proposal-gone");
export const NOT_MINE_FIELD = "not_mine_reason";

/** Value of `digest_all` and `accept_all`; `listed`: pressed under the whole list. */
export const { encode: encodeDigestAll, decode: decodeDigestAll } = packed(
  z.object({ digestId: id, listed: z.literal(true).optional() }),
  "proposal-gone",
);

/** Value of `status_page`: one page of a day's digests. */
export const { encode: encodeStatusPage, decode: decodeStatusPage } = packed(
  z.object({ date: z.iso.date(), page: id }),
  "proposal-gone",
);

/** Value of `confirm_update`, `edit_update`, `discard_update`, and of the options of `choose_task`. */
export const { encode: encodeProposal, decode: decodeProposal } = packed(
  z.object({ proposalId: id, taskId: id.nullable() }),
  "proposal-gone",
);

/** Value of the three buttons under a reply that was asked back. */
export const { encode: encodeSettle, decode: decodeSettle } = packed(
  z.object({ proposalId: id, taskId: id, status: z.enum(["on_track", "done", "at_risk"]) }),
  "proposal-gone",
);

/** Value of every button of a review that is about the whole of it. */
export const { encode: encodeImport, decode: decodeImport } = packed(z.object({ importId: id }), "review-closed");

/** Value of `apply_import` and `apply_as_new`. */
export const { encode: encodeApply, decode: decodeApply } = packed(
  z.object({ importId: id, acceptRest: z.boolean() }),
  "review-closed",
);

/** Value of the buttons of one guess, and the private metadata of the form that changes it. */
export const { encode: encodeGuess, decode: decodeGuess } = packed(
  z.object({ importId: id, key: z.string().min(1).max(250) }),
  "review-closed",
);

/** Value of `merge_units`. */
export const { encode: encodeMergeUnits, decode: decodeMergeUnits } = packed(
  z.object({ fromId: id, intoId: id }),
  "proposal-gone",
);

/** Value of `unmerge_unit`. */
export const { encode: encodeUnmergeUnit, decode: decodeUnmergeUnit } = packed(
  z.object({ unitId: id }),
  "proposal-gone",
);

/** Value of `import_members`: the file is fetched again and must still have this hash. */
export const { encode: encodeImportMembers, decode: decodeImportMembers } = packed(
  z.object({
    fileId: z.string().min(1).max(50),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    group: z.string().max(100),
  }),
  "file-not-found",
);

/** Value of `approve_agenda`: the agenda that was shown. */
export const { encode: encodeAgenda, decode: decodeAgenda } = packed(
  z.object({ meetingId: id, fingerprint: z.string().regex(/^[0-9a-f]{64}$/) }),
  "agenda-changed",
);

/** Value of `support`, `support_all` and `urge`. */
export const { encode: encodeSupport, decode: decodeSupport } = packed(z.object({ taskId: id }), "proposal-gone");

/** Value of `sign_joint`; `upTo`: the newest answer of a supporting unit that was shown, 0 = none. */
export const { encode: encodeSign, decode: decodeSign } = packed(
  z.object({ proposalId: id, taskId: id, upTo: z.number().int().nonnegative() }),
  "proposal-gone",
);

/** Value of `fetch_evidence`. */
export const { encode: encodeEvidence, decode: decodeEvidence } = packed(z.object({ taskId: id }), "proposal-gone");

/** Value of the buttons of a request. */
export const { encode: encodeRequest, decode: decodeRequest } = packed(z.object({ requestId: id }), "proposal-gone");

/** Private metadata of the forms of a decision: the request, and the address of the card it was opened from. */
export interface RequestModalMetadata {
  readonly requestId: number;
  readonly responseUrl: string | null;
}

export const { encode: encodeRequestModal, decode: decodeRequestModal } = packed<RequestModalMetadata>(
  z.object({ requestId: id, responseUrl: z.url().max(1000).nullable() }),
  "proposal-gone",
);

/** Value of `show_task`: what `showTask` takes, "21" or "责任分工·21". */
export const { encode: encodeShowTask, decode: decodeShowTask } = packed(
  z.object({ ref: z.string().min(1).max(200) }),
  "proposal-gone",
);

/** Value of `helpful_yes` and `helpful_no`. */
export const { encode: encodeHelpful, decode: decodeHelpful } = packed(z.object({ questionId: id }), "proposal-gone");

/** Private metadata of the update modal: the proposal it corrects, and where the receipt goes. */
export interface UpdateModalMetadata {
  readonly proposalId: number | null;
  /** Through a response_url, in place of its message or beside it for the asker alone; null: a direct message. */
  readonly receipt: { readonly how: "replace" | "ephemeral"; readonly url: string } | null;
}

export const { encode: encodeUpdateModal, decode: decodeUpdateModal } = packed<UpdateModalMetadata>(
  z.object({
    proposalId: id.nullable(),
    receipt: z.object({ how: z.enum(["replace", "ephemeral"]), url: z.url().max(1000) }).nullable(),
  }),
  "proposal-gone",
);
