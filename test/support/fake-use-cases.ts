// Use cases that fail unless a test gives them: what is called is what the test says.
import type { UseCases } from "../../src/app/use-cases.ts";

const unexpected = (name: keyof UseCases) => async (): Promise<never> => {
  throw new Error(`${name} was not expected`);
};

export function fakeUseCases(given: Partial<UseCases>): UseCases {
  return {
    reviewDocument: unexpected("reviewDocument"),
    importDocument: unexpected("importDocument"),
    startReview: unexpected("startReview"),
    continueReview: unexpected("continueReview"),
    viewReview: unexpected("viewReview"),
    decideReview: unexpected("decideReview"),
    applyReview: unexpected("applyReview"),
    discardReview: unexpected("discardReview"),
    placeReview: unexpected("placeReview"),
    listUnits: unexpected("listUnits"),
    nameContact: unexpected("nameContact"),
    setGroupMembers: unexpected("setGroupMembers"),
    addAlias: unexpected("addAlias"),
    showUnit: unexpected("showUnit"),
    reviewMembers: unexpected("reviewMembers"),
    importMembers: unexpected("importMembers"),
    reviewMerge: unexpected("reviewMerge"),
    mergeUnits: unexpected("mergeUnits"),
    reviewUnmerge: unexpected("reviewUnmerge"),
    unmergeUnit: unexpected("unmergeUnit"),
    showTask: unexpected("showTask"),
    listMyTasks: unexpected("listMyTasks"),
    loadNames: unexpected("loadNames"),
    planDay: unexpected("planDay"),
    tickDay: unexpected("tickDay"),
    showPolicy: unexpected("showPolicy"),
    showTaskSteps: unexpected("showTaskSteps"),
    changePolicy: unexpected("changePolicy"),
    setTaskSteps: unexpected("setTaskSteps"),
    deliverDigest: unexpected("deliverDigest"),
    reconcile: unexpected("reconcile"),
    forecastReminders: unexpected("forecastReminders"),
    showReminderStatus: unexpected("showReminderStatus"),
    viewDigest: unexpected("viewDigest"),
    redrawDigests: unexpected("redrawDigests"),
    proposeUpdate: unexpected("proposeUpdate"),
    viewProposal: unexpected("viewProposal"),
    confirmUpdate: unexpected("confirmUpdate"),
    recordUpdate: unexpected("recordUpdate"),
    reportableTasks: unexpected("reportableTasks"),
    setMeeting: unexpected("setMeeting"),
    listMeetings: unexpected("listMeetings"),
    compileAgenda: unexpected("compileAgenda"),
    answerQuestion: unexpected("answerQuestion"),
    markHelpful: unexpected("markHelpful"),
    ...given,
  };
}
