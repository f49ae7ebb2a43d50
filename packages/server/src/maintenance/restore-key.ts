import { mkdir, readFile } from "node:fs/promises";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Client } from "pg";
import type { Config } from "../platform/config.ts";
import { makeVault, masterKeyFile } from "../platform/master-key.ts";
import { replaceFile } from "../platform/postgres/replace-file.ts";
import { type Answer, refuseWith } from "./answer.ts";

type KeyPlace = Pick<Config, "dataDir" | "secretHex">;

/** The key that will be in force here, unless the backup brings one. */
export const keyInPlace = async ({ dataDir, secretHex }: KeyPlace): Promise<string | null> => {
  if (secretHex !== null) return secretHex;
  const text = await readFile(masterKeyFile(dataDir), "utf8").catch(() => null);
  return text?.trim() ?? null;
};

/** A key that is here already stays: with two different ones, one of two installations would be lost. */
export const chooseKey = async (
  place: KeyPlace,
  fromBackup: string | null,
): Promise<Result<{ readonly key: string | null; readonly write: boolean }, Answer>> => {
  const here = await keyInPlace(place);
  if (fromBackup === null || here === fromBackup) return ok({ key: here, write: false });
  if (here === null) return ok({ key: fromBackup, write: true });
  const holder = place.secretHex === null ? masterKeyFile(place.dataDir) : "CHECKRIDE_SECRET";
  return fail(
    refuseWith("negative", {
      code: "other-master-key",
      says: `${holder} holds another master key than the backup: this place belongs to another installation.`,
      wayOut:
        "Restore into a fresh data folder, or take the other key away if it is of no use any more.",
    }),
  );
};

export const writeKey = async (dataDir: string, key: string): Promise<void> => {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await replaceFile(masterKeyFile(dataDir), `${key}\n`, 0o600);
};

export type KeyFit = "opens" | "missing" | "does-not-open" | "nothing-to-open";

/** Whether the ledger can be signed on with this key. */
export const tryKey = async (client: Client, key: string | null): Promise<KeyFit> => {
  const { rows } = await client.query<{ sealed: Buffer }>(
    "select private_key_sealed as sealed from signing_key where retired_at is null",
  );
  if (rows.length === 0) return "nothing-to-open";
  if (key === null) return "missing";
  const vault = makeVault(Buffer.from(key, "hex"));
  return rows.every(({ sealed }) => vault.open(sealed) !== null) ? "opens" : "does-not-open";
};
