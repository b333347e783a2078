// Hands every use case its ports, once, at start.
import { answerQuestion } from "./answers/answer-question.ts";
import { markHelpful } from "./answers/mark-helpful.ts";
import { refreshLights } from "./home/refresh-lights.ts";
import { viewHome } from "./home/view-home.ts";
import { chooseLanguage } from "./language/choose-language.ts";
import { approveAgenda } from "./meetings/approve-agenda.ts";
import { compileAgenda } from "./meetings/compile-agenda.ts";
import { exportLedger } from "./meetings/export-ledger.ts";
import { listMeetings } from "./meetings/list-meetings.ts";
import { setMeeting } from "./meetings/set-meeting.ts";
import type { Ports } from "./ports.ts";
import { importDocument } from "./register/import-document.ts";
import { listMyTasks } from "./register/list-my-tasks.ts";
import { loadNames } from "./register/load-names.ts";
import { applyReview, discardReview } from "./register/review/apply-review.ts";
import { continueReview, viewReview } from "./register/review/continue-review.ts";
import { decideReview } from "./register/review/decide-review.ts";
import { startReview } from "./register/review/start-review.ts";
import { reviewDocument } from "./register/review-document.ts";
import { showTask } from "./register/show-task.ts";
import { cancelAbsence, setAbsence, showAbsence } from "./register/units/absence.ts";
import { addAlias } from "./register/units/add-alias.ts";
import { importMembers, reviewMembers } from "./register/units/import-members.ts";
import { listUnits } from "./register/units/list-units.ts";
import { mergeUnits, reviewMerge, reviewUnmerge, unmergeUnit } from "./register/units/merge-units.ts";
import { nameContact } from "./register/units/name-contact.ts";
import { removeContact } from "./register/units/remove-contact.ts";
import { setGroupMembers } from "./register/units/set-group-members.ts";
import { showUnit } from "./register/units/show-unit.ts";
import { deliverDigest } from "./reminders/deliver-digest.ts";
import { resumeEscalation, stopEscalation } from "./reminders/escalation/stop-escalation.ts";
import { followDates, followUnits } from "./reminders/follow-changes.ts";
import { planDay } from "./reminders/plan-day.ts";
import { planFurther } from "./reminders/plan-further.ts";
import { changePolicy, setTaskSteps } from "./reminders/policy/change-policy.ts";
import { setLeadRule } from "./reminders/policy/set-lead-rule.ts";
import { showPolicy, showTaskSteps } from "./reminders/policy/show-policy.ts";
import { previewDay } from "./reminders/preview-day.ts";
import { reconcile, returnClaims } from "./reminders/reconcile.ts";
import { redrawDigests } from "./reminders/redraw-digests.ts";
import { decideNotMine } from "./reminders/responses/decide-not-mine.ts";
import { listClaims } from "./reminders/responses/list-claims.ts";
import { reassignTask } from "./reminders/responses/reassign-task.ts";
import { respond } from "./reminders/responses/respond.ts";
import { sharingLoads } from "./reminders/sharing-loads.ts";
import { showDigest } from "./reminders/show-digest.ts";
import { forecastReminders } from "./reminders/status/forecast-reminders.ts";
import { showReminderStatus } from "./reminders/status/show-reminder-status.ts";
import { tickDay } from "./reminders/tick-day.ts";
import { setClosureRule, showClosureRules } from "./status/closing/closure-rules.ts";
import { confirmUpdate } from "./status/confirm-update.ts";
import { attachEvidence } from "./status/evidence/attach-evidence.ts";
import { fetchEvidence } from "./status/evidence/fetch-evidence.ts";
import { setLight } from "./status/lights/set-light.ts";
import { proposeUpdate } from "./status/propose-update.ts";
import { recordUpdate } from "./status/record-update.ts";
import { reportableTasks } from "./status/reportable-tasks.ts";
import { decideRequest } from "./status/requests/decide-request.ts";
import { listOwnRequests } from "./status/requests/own-requests.ts";
import { reopenTask } from "./status/requests/reopen-task.ts";
import { listRequests, viewRequest } from "./status/requests/view-request.ts";
import { showSupport, supportBrief } from "./status/support/show-support.ts";
import { urgeUnits } from "./status/support/urge-units.ts";
import { viewProposal } from "./status/view-proposal.ts";
import type { UseCases } from "./use-cases.ts";

export function bindUseCases(ports: Ports): UseCases {
  const sharing = sharingLoads(ports);
  return {
    reviewDocument: (input) => reviewDocument(ports, input),
    importDocument: (input) => importDocument(ports, input),
    startReview: (input) => startReview(ports, input),
    continueReview: (input) => continueReview(ports, input),
    viewReview: (input) => viewReview(ports, input),
    decideReview: (input) => decideReview(ports, input),
    applyReview: (input) => applyReview(ports, input),
    discardReview: (input) => discardReview(ports, input),
    placeReview: ({ importId, message }) => ports.importStore.saveMessage(importId, message),
    listUnits: () => listUnits(ports),
    nameContact: (input) => nameContact(ports, input),
    removeContact: (input) => removeContact(ports, input),
    setAbsence: (input) => setAbsence(ports, input),
    showAbsence: (input) => showAbsence(ports, input),
    cancelAbsence: (input) => cancelAbsence(ports, input),
    setGroupMembers: (input) => setGroupMembers(ports, input),
    addAlias: (input) => addAlias(ports, input),
    showUnit: (input) => showUnit(ports, input),
    reviewMembers: (input) => reviewMembers(ports, input),
    importMembers: (input) => importMembers(ports, input),
    reviewMerge: (input) => reviewMerge(ports, input),
    mergeUnits: (input) => mergeUnits(ports, input),
    reviewUnmerge: (input) => reviewUnmerge(ports, input),
    unmergeUnit: (input) => unmergeUnit(ports, input),
    viewHome: (input) => viewHome(ports, input),
    refreshLights: () => refreshLights(ports),
    showTask: (input) => showTask(ports, input),
    listMyTasks: (input) => listMyTasks(ports, input),
    loadNames: () => loadNames(ports),
    planDay: (input) => planDay(ports, input),
    tickDay: (input) => tickDay(ports, input),
    showPolicy: () => showPolicy(ports),
    showTaskSteps: (input) => showTaskSteps(ports, input),
    changePolicy: (input) => changePolicy(ports, input),
    setLeadRule: (input) => setLeadRule(ports, input),
    setTaskSteps: (input) => setTaskSteps(ports, input),
    deliverDigest: (digestId, stopping) => deliverDigest(sharing, digestId, stopping),
    stopEscalation: (input) => stopEscalation(ports, input),
    resumeEscalation: (input) => resumeEscalation(ports, input),
    reconcile: () => reconcile(ports),
    returnClaims: () => returnClaims(ports),
    forecastReminders: (input) => forecastReminders(ports, input),
    showReminderStatus: (input) => showReminderStatus(ports, input),
    followUnits: (units) => followUnits(ports, units),
    followDates: (taskIds) => followDates(ports, taskIds),
    planFurther: () => planFurther(ports),
    respond: (input) => respond(ports, input),
    reassignTask: (input) => reassignTask(ports, input),
    listClaims: (input) => listClaims(ports, input),
    decideNotMine: (input) => decideNotMine(ports, input),
    previewDay: (input) => previewDay(ports, input),
    showDigest: (input) => showDigest(ports, input),
    redrawDigests: (digestIds) => redrawDigests(ports, digestIds),
    proposeUpdate: (input) => proposeUpdate(ports, input),
    viewProposal: (input) => viewProposal(ports, input),
    withdrawProposals: (input) => ports.statusStore.withdrawProposals({ ...input, now: ports.clock.now() }),
    confirmUpdate: (input) => confirmUpdate(ports, input),
    showSupport: (input) => showSupport(ports, input),
    supportBrief: (input) => supportBrief(ports, input),
    urgeUnits: (input) => urgeUnits(ports, input),
    recordUpdate: (input) => recordUpdate(ports, input),
    attachEvidence: (input) => attachEvidence(ports, input),
    fetchEvidence: (input) => fetchEvidence(ports, input),
    listOwnRequests: (input) => listOwnRequests(ports, input),
    listRequests: (input) => listRequests(ports, input),
    viewRequest: (input) => viewRequest(ports, input),
    decideRequest: (input) => decideRequest(ports, input),
    showClosureRules: (input) => showClosureRules(ports, input),
    setClosureRule: (input) => setClosureRule(ports, input),
    setLight: (input) => setLight(ports, input),
    reopenTask: (input) => reopenTask(ports, input),
    reportableTasks: (input) => reportableTasks(ports, input),
    setMeeting: (input) => setMeeting(ports, input),
    listMeetings: () => listMeetings(ports),
    approveAgenda: (input) => approveAgenda(ports, input),
    compileAgenda: (input) => compileAgenda(ports, input),
    exportLedger: (input) => exportLedger(ports, input),
    languageOf: (slackUser) => ports.languageStore.find(slackUser),
    chooseLanguage: (input) => chooseLanguage(ports, input),
    answerQuestion: (input) => answerQuestion(ports, input),
    markHelpful: (input) => markHelpful(ports, input),
  };
}
