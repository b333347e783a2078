// Every store keeps its contract on both databases.
import { describeAmendDocument } from "../../contracts/amend-document.ts";
import { describeImportStore } from "../../contracts/import-store.ts";
import { describeInboxStore } from "../../contracts/inbox-store.ts";
import { describeMeetingStore } from "../../contracts/meeting-store.ts";
import { describePolicyStore } from "../../contracts/policy-store.ts";
import { describeQuestionStore } from "../../contracts/question-store.ts";
import { describeRegisterStore } from "../../contracts/register-store.ts";
import { describeReminderStore } from "../../contracts/reminder-store.ts";
import { describeStatusStore } from "../../contracts/status-store.ts";
import { describeTickStore } from "../../contracts/tick-store.ts";
import { describeUnitMerge } from "../../contracts/unit-merge.ts";
import { describeUnitStore } from "../../contracts/unit-store.ts";
import { describeOnDatabases } from "../../support/database.ts";

describeOnDatabases("register store", describeRegisterStore);
describeOnDatabases("amended document", describeAmendDocument);
describeOnDatabases("unit store", describeUnitStore);
describeOnDatabases("merged units", describeUnitMerge);
describeOnDatabases("import store", describeImportStore);
describeOnDatabases("reminder store", describeReminderStore);
describeOnDatabases("tick store", describeTickStore);
describeOnDatabases("policy store", describePolicyStore);
describeOnDatabases("status store", describeStatusStore);
describeOnDatabases("meeting store", describeMeetingStore);
describeOnDatabases("question store", describeQuestionStore);
describeOnDatabases("inbox store", describeInboxStore);
