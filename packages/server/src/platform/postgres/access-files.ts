import { join } from "node:path";
import { replaceFile } from "./replace-file.ts";
import { ownUserName } from "./service-account.ts";

/** Owns the cluster; used to prepare it and by nothing that serves requests. */
export const adminRole = "postgres";
/** What the application connects as: owner of its database, without power over the server. */
export const appRole = "checkride";

/**
 * Who may connect is asked of the kernel ("peer"): the account that runs Checkride, nobody else. There is no
 * password to keep or to leak, and unlike "trust" it holds against other programs of the same
 * service account (`nobody` is shared by many). Written at each start, as Checkride may run as another user.
 */
export const writeAccessFiles = async (home: string): Promise<void> => {
  const user = `"${(ownUserName() ?? "root").replaceAll('"', '""')}"`;
  const files = {
    "pg_hba.conf": "local all all peer map=checkride\n",
    "pg_ident.conf": `checkride ${user} ${appRole}\ncheckride ${user} ${adminRole}\n`,
  };
  for (const [name, text] of Object.entries(files)) {
    // Nothing secret in them, and the service account has to read what root wrote.
    await replaceFile(join(home, name), text, 0o644);
  }
};
