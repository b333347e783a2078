// The stores of meetings, questions, languages and deliveries keep their contracts on both databases.
import { describeInboxStore } from "../../../contracts/inbox-store.ts";
import { describeLanguageStore } from "../../../contracts/language-store.ts";
import { describeMeetingStore } from "../../../contracts/meeting-store.ts";
import { describeQuestionStore } from "../../../contracts/question-store.ts";
import { describeOnDatabases } from "../../../support/database.ts";

describeOnDatabases("meeting store", describeMeetingStore);
describeOnDatabases("question store", describeQuestionStore);
describeOnDatabases("language store", describeLanguageStore);
describeOnDatabases("inbox store", describeInboxStore);
