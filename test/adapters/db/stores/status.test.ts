// The stores of progress and of what is shown of it keep their contracts on both databases.
import { describeClosureStore } from "../../../contracts/closure-store.ts";
import { describeEvidenceStore } from "../../../contracts/evidence-store.ts";
import { describeHomeStore } from "../../../contracts/home-store.ts";
import { describeLightStore } from "../../../contracts/light-store.ts";
import { describeRequestStore } from "../../../contracts/request-store.ts";
import { describeStatusStore } from "../../../contracts/status-store.ts";
import { describeOnDatabases } from "../../../support/database.ts";

describeOnDatabases("home store", describeHomeStore);
describeOnDatabases("evidence store", describeEvidenceStore);
describeOnDatabases("request store", describeRequestStore);
describeOnDatabases("closure store", describeClosureStore);
describeOnDatabases("light store", describeLightStore);
describeOnDatabases("status store", describeStatusStore);
