// The stores of units and their people keep their contracts on both databases.
import { describeContactStore } from "../../../contracts/contact-store.ts";
import { describeUnitMerge } from "../../../contracts/unit-merge.ts";
import { describeUnitStore } from "../../../contracts/unit-store.ts";
import { describeOnDatabases } from "../../../support/database.ts";

describeOnDatabases("unit store", describeUnitStore);
describeOnDatabases("contacts away and relieved", describeContactStore);
describeOnDatabases("merged units", describeUnitMerge);
