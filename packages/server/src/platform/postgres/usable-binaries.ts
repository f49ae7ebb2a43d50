import { fail, type Result } from "@checkride/rules/result";
import { type Binaries, binary, locateBinaries } from "./locate-binaries.ts";
import { noBinaries, type PostgresFault, startFailed } from "./postgres-fault.ts";
import type { PostgresLog } from "./postgres-log.ts";
import { canExecute, ownUserName, type ServiceAccount } from "./service-account.ts";
import { shareBinaries } from "./shared-place.ts";

/** From node_modules, or from the shared place when the service account cannot run them there. */
export const usableBinaries = async (
  account: ServiceAccount | null,
  sharedPlace: string,
  log: PostgresLog,
): Promise<Result<Binaries, PostgresFault>> => {
  if (ownUserName() === null) {
    return fail(
      startFailed(
        `PostgreSQL needs an account with a name, and the user id ${process.geteuid?.()} has none.`,
        "Run Checkride as an account that /etc/passwd knows, or set DATABASE_URL.",
      ),
    );
  }
  const found = await locateBinaries();
  if (!found.ok || (await canExecute(account, binary(found.value, "postgres")))) {
    return found;
  }
  if (account) {
    const shared = await shareBinaries(found.value, sharedPlace, log);
    if (!shared.ok || (await canExecute(account, binary(shared.value, "postgres")))) {
      return shared;
    }
  }
  const platform = `${process.platform}-${process.arch}`;
  return fail(noBinaries(platform, `${binary(found.value, "postgres")} cannot be run`));
};
