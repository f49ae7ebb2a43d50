import { migrate, readMigrations } from "@checkride/server/platform/migrate";

const [connectionString = "", folder = ""] = process.argv.slice(2);
const migrated = await migrate({ connectionString }, await readMigrations(folder));
if (!migrated.ok) throw new Error(migrated.error.sentence);
