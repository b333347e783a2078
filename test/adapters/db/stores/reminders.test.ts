// The stores of reminders keep their contracts on both databases.
import { describeEscalationStore } from "../../../contracts/escalation-store.ts";
import { describePolicyStore } from "../../../contracts/policy-store.ts";
import { describeReminderStore } from "../../../contracts/reminder-store.ts";
import { describeReportStore } from "../../../contracts/report-store.ts";
import { describePostedStore, describeResponseStore } from "../../../contracts/response-store.ts";
import { describeTickStore } from "../../../contracts/tick-store.ts";
import { describeUrgeStore } from "../../../contracts/urge-store.ts";
import { describeOnDatabases } from "../../../support/database.ts";

describeOnDatabases("escalation store", describeEscalationStore);
describeOnDatabases("reminder store", describeReminderStore);
describeOnDatabases("tick store", describeTickStore);
describeOnDatabases("report store", describeReportStore);
describeOnDatabases("policy store", describePolicyStore);
describeOnDatabases("response store", describeResponseStore);
describeOnDatabases("posted store", describePostedStore);
describeOnDatabases("urge store", describeUrgeStore);
