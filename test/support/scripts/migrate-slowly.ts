// Applies a folder of migrations to a server: `migrate-slowly.ts DATABASE_URL MIGRATIONS`. Prints "migrating" before it starts.
import { openDatabase } from "../../../src/adapters/db/client.ts";
import { migrate } from "../../../src/adapters/db/migrate.ts";

const [databaseUrl = "", migrations = ""] = process.argv.slice(2);
const database = await openDatabase({ databaseUrl });
process.stdout.write("migrating\n");
await migrate(database, migrations);
await database.close();
