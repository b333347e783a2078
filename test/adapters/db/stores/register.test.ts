// The register's stores keep their contracts on both databases.
import { describeAmendDocument } from "../../../contracts/amend-document.ts";
import { describeImportStore } from "../../../contracts/import-store.ts";
import { describeNarrowLoad } from "../../../contracts/narrow-load.ts";
import { describeReassignTask } from "../../../contracts/reassign-task.ts";
import { describeRegisterStore } from "../../../contracts/register-store.ts";
import { describeOnDatabases } from "../../../support/database.ts";

describeOnDatabases("register store", describeRegisterStore);
describeOnDatabases("narrow load", describeNarrowLoad);
describeOnDatabases("amended document", describeAmendDocument);
describeOnDatabases("reassigned task", describeReassignTask);
describeOnDatabases("import store", describeImportStore);
