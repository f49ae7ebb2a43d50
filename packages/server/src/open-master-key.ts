import { fail, ok, type Result } from "@checkride/rules/result";
import pg from "pg";
import { type KeyFit, keyInPlace, tryKey } from "./maintenance/restore-key.ts";
import type { Config } from "./platform/config.ts";
import type { ConnectionSettings } from "./platform/connection.ts";
import { isMasterKey, loadMasterKey, masterKeyFile } from "./platform/master-key.ts";
import { openDataFolder } from "./platform/postgres/open-data-folder.ts";
import type { StartFault } from "./start-fault.ts";

type KeyPlace = Pick<Config, "dataDir" | "secretHex">;

/**
 * The master key that fits this database, made only where nothing is sealed yet. A new key beside an old
 * database would start well, and then sign nothing and open nothing.
 */
export const openMasterKey = async (
  settings: ConnectionSettings,
  place: KeyPlace,
): Promise<Result<Buffer, StartFault>> => {
  if (place.secretHex === null) {
    const folder = await openDataFolder(place.dataDir);
    if (!folder.ok) return folder;
  }
  const key = await keyInPlace(place);
  const file = masterKeyFile(place.dataDir);
  if (key !== null && !isMasterKey(key)) {
    return fail({
      sentence: `${file} does not hold a master key (64 hex digits).`,
      remedy: "Put this installation's master.key back from a backup; a new one would not fit.",
    });
  }
  const unfit = explainFit(await fitOf(settings, key), place, file);
  return unfit ? fail(unfit) : ok(await loadMasterKey(place.dataDir, place.secretHex));
};

const fitOf = async (settings: ConnectionSettings, key: string | null): Promise<KeyFit> => {
  const client = new pg.Client(settings);
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await tryKey(client, key);
  } finally {
    await client.end();
  }
};

const explainFit = (fit: KeyFit, place: KeyPlace, file: string): StartFault | null => {
  const holder = place.secretHex === null ? file : "CHECKRIDE_SECRET";
  switch (fit) {
    case "opens":
    case "nothing-to-open":
      return null;
    case "missing":
      return {
        sentence: `The master key of this database is missing: there is no ${file}.`,
        remedy:
          "Put this installation's master.key there from a backup, or set CHECKRIDE_SECRET to what it holds; every process on one database needs the same.",
      };
    case "does-not-open":
      return {
        sentence: `${holder} does not open the key that the ledger of this database is signed with: it is another installation's.`,
        remedy:
          "Put this installation's master.key back from a backup, or set CHECKRIDE_SECRET to what it holds; every process on one database needs the same.",
      };
  }
};
