import { stat } from "node:fs/promises";
import type { Client } from "pg";
import type { Config } from "../../platform/config.ts";
import { isMasterKey, masterKeyFile } from "../../platform/master-key.ts";
import { type KeyFit, keyInPlace, tryKey } from "../restore-key.ts";
import { about, type Check } from "./check.ts";

const check = about("master key");

export const judgeKey = (fit: KeyFit, holder: string): Check => {
  switch (fit) {
    case "opens":
      return check.ok(`${holder} opens the key that the ledger is signed with.`);
    case "nothing-to-open":
      return check.note("Nothing has been sealed with it yet.");
    case "missing":
      return check.fail(
        "The master key is missing: the ledger cannot be signed on.",
        `Put master.key back from a backup (${holder}), or set CHECKRIDE_SECRET.`,
      );
    case "does-not-open":
      return check.fail(
        `${holder} does not open the key that the ledger is signed with: it is another installation's.`,
        "Put this installation's master.key back from a backup, or set its CHECKRIDE_SECRET.",
      );
  }
};

const checkMode = async (path: string): Promise<readonly Check[]> => {
  const found = await stat(path).catch(() => null);
  return found && (found.mode & 0o077) !== 0
    ? [check.warn(`${path} can be read by other accounts.`, `Run: chmod 600 ${path}`)]
    : [];
};

export const checkKey = async (
  client: Client,
  config: Pick<Config, "dataDir" | "secretHex">,
): Promise<readonly Check[]> => {
  const path = masterKeyFile(config.dataDir);
  const key = await keyInPlace(config);
  if (key !== null && !isMasterKey(key)) {
    const fix = "Put it back from a backup.";
    return [check.fail(`${path} does not hold a master key (64 hex digits).`, fix)];
  }
  const holder = config.secretHex === null ? path : "CHECKRIDE_SECRET";
  const modes = config.secretHex === null ? await checkMode(path) : [];
  return [judgeKey(await tryKey(client, key), holder), ...modes];
};
