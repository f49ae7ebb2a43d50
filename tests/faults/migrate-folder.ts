import { migrate, readMigrations } from "@checkride/server/platform/migrate";

const [connectionString = "", folder = ""] = process.argv.slice(2);
const { applied } = await migrate({ connectionString }, await readMigrations(folder));
process.stdout.write(`applied ${applied.join(" ")}\n`);
