import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { makeSigner, type NoteSigner } from "@checkride/ledger/note";
import type { Database } from "../../platform/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Vault } from "../../platform/master-key.ts";
import { lockSigningKey, readSigningKey, type StoredKey, writeSigningKey } from "./ledger-store.ts";

export type SigningDeps = {
  readonly vault: Vault;
  /** Names the ledger when it is made; later it stays what it was, wherever the installation moves. */
  readonly host: string | null;
  readonly clock: () => Date;
};

export type ReadSigner = (db: Database) => Promise<NoteSigner>;

/** The ledger's key, made at the first use. It is looked up each time, as a demo's ledger may be replaced. */
export const makeReadSigner = (deps: SigningDeps): ReadSigner => {
  let known: { readonly name: string; readonly signer: NoteSigner } | null = null;
  return async (db) => {
    const stored = (await readSigningKey(db)) ?? (await makeKeyOnce(db, deps));
    if (known?.name !== stored.name) {
      known = { name: stored.name, signer: openSigner(stored, deps.vault) };
    }
    return known.signer;
  };
};

const makeKeyOnce = async (db: Database, deps: SigningDeps): Promise<StoredKey> => {
  if (!db.isTransaction) return db.transaction().execute((tx) => makeKeyOnce(tx, deps));
  await lockSigningKey(db);
  const made = await readSigningKey(db);
  if (made) return made;
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  // The raw 32 bytes are the end of the SPKI form (RFC 8410).
  const raw = publicKey.export({ format: "der", type: "spki" }).subarray(-32);
  const now = deps.clock();
  const key = {
    id: newId(now),
    name: `${safeHost(deps.host)}/ledger/${raw.toString("hex", 0, 4)}`,
    publicKey: raw,
    privateKeySealed: deps.vault.seal(privateKey.export({ format: "der", type: "pkcs8" })),
    createdAt: now,
  };
  await writeSigningKey(db, key);
  return key;
};

/** A key name has no spaces and no plus; a colon before a port is fine. */
const safeHost = (host: string | null): string =>
  host && /^[a-z0-9.:-]{1,200}$/i.test(host) ? host.toLowerCase() : "checkride";

const openSigner = (stored: StoredKey, vault: Vault): NoteSigner => {
  const plain = vault.open(stored.privateKeySealed);
  if (!plain) {
    throw new Error(
      `The key of the ledger ${stored.name} was sealed with another master key. Restore master.key in the data folder (or CHECKRIDE_SECRET) from the backup of this installation.`,
    );
  }
  const key = createPrivateKey({ key: plain, format: "der", type: "pkcs8" });
  return makeSigner(stored.name, key);
};
