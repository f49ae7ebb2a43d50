import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { exportJWK, type JSONWebKeySet, type JWK } from "jose";
import type { Database } from "../../platform/database.ts";
import { appendEvidence, type NewEvidence } from "../../platform/evidence/append-evidence.ts";
import type { Vault } from "../../platform/master-key.ts";
import { type Address, type IssuerNames, issuerNames } from "./issuer-address.ts";
import {
  type CredentialPurpose,
  lockIssuerKeys,
  readKeys,
  retireKeys,
  type StoredKey,
  writeKeys,
} from "./key-store.ts";
import { makeKeyPair } from "./make-keys.ts";

export type PublicKey = {
  /** The JWK thumbprint of an RSA key, the multibase form of an Ed25519 key. */
  readonly name: string;
  readonly purpose: CredentialPurpose;
  readonly jwk: JWK;
  readonly createdAt: Date;
  readonly retiredAt: Date | null;
};

export type SigningKey = {
  readonly name: string;
  /** As a token's header names it: the address of its JWK. */
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicJwk: JWK;
};

export type IssuerKeys = {
  readonly rs256: SigningKey;
  readonly ed25519: SigningKey;
  /** All keys ever, retired ones too, by the `kid` that tokens carry. */
  readonly published: JSONWebKeySet;
  readonly all: readonly PublicKey[];
};

export type IssuerDeps = {
  readonly vault: Vault;
  /** Connections of its own: keys are made once, whatever becomes of the request that first needed them. */
  readonly outside: Database;
  readonly address: Address;
  readonly clock: () => Date;
};

type By = { readonly actor: string | null; readonly now: Date };

/** Who signs certificates and clearances. */
export type Issuer = IssuerNames & {
  readonly isPublic: boolean;
  /** Made at the first use; kept for a few seconds, so that a rotation by another node is noticed. */
  readonly keys: (db: Database) => Promise<IssuerKeys>;
  /** As they are stored now: for publishing, and for a key that `keys` does not know yet. */
  readonly freshKeys: (db: Database) => Promise<IssuerKeys>;
  /** In the caller's transaction. */
  readonly rotate: (tx: Database, reason: string, by: By) => Promise<IssuerKeys>;
};

const keptMs = 5_000;

export const makeIssuer = ({ vault, outside, address, clock }: IssuerDeps): Issuer => {
  const names = issuerNames(address.url);
  let known: { readonly keys: IssuerKeys; readonly ids: string; readonly at: number } | null = null;
  const open = async (stored: readonly StoredKey[]): Promise<IssuerKeys> => {
    const ids = stored.map(({ id, retiredAt }) => `${id} ${retiredAt === null}`).join();
    const keys = known?.ids === ids ? known.keys : await openKeys(stored, vault, names);
    known = { keys, ids, at: clock().getTime() };
    return keys;
  };
  const freshKeys = async (db: Database): Promise<IssuerKeys> => {
    const stored = await readKeys(db);
    return open(stored.length > 0 ? stored : await makeKeysOnce(outside, vault, clock()));
  };
  return {
    ...names,
    isPublic: address.isPublic,
    freshKeys,
    keys: async (db) =>
      known && Math.abs(clock().getTime() - known.at) < keptMs ? known.keys : freshKeys(db),
    rotate: async (tx, reason, by) => {
      // One after the other: of two at once the second retires the keys of the first.
      await lockIssuerKeys(tx);
      const retired = await retireKeys(tx, by.now);
      await addKeys(tx, await makeKeyPair(vault, by.now), by);
      await appendEvidence(
        tx,
        retired.map((key) => fact("key.retired", { key, reason }, by)),
      );
      // Only once it is committed may anything be signed with the new ones.
      known = null;
      return openKeys(await readKeys(tx), vault, names);
    },
  };
};

const fact = (kind: string, body: NewEvidence["body"], { actor, now }: By): NewEvidence => ({
  kind,
  person: null,
  actor,
  body,
  at: now,
});

const addKeys = async (tx: Database, keys: readonly StoredKey[], by: By): Promise<void> => {
  await writeKeys(tx, keys);
  await appendEvidence(
    tx,
    keys.map(({ name, purpose }) => fact("key.made", { key: name, purpose }, by)),
  );
};

/** Two first uses at once: the second finds the keys of the first. */
const makeKeysOnce = async (
  db: Database,
  vault: Vault,
  now: Date,
): Promise<readonly StoredKey[]> => {
  // Before the lock, as it takes a while.
  const made = await makeKeyPair(vault, now);
  return db.transaction().execute(async (tx) => {
    await lockIssuerKeys(tx);
    if ((await readKeys(tx)).length === 0) await addKeys(tx, made, { actor: null, now });
    return readKeys(tx);
  });
};

const algorithms = { "credential-rs256": "RS256", "credential-ed25519": "Ed25519" } as const;

const publicKeyOf = async (key: StoredKey, names: IssuerNames): Promise<PublicKey> => {
  const { name, purpose, publicKey, createdAt, retiredAt } = key;
  const plain = await exportJWK(createPublicKey({ key: publicKey, format: "der", type: "spki" }));
  const jwk = { ...plain, kid: names.keyUrl(name), use: "sig", alg: algorithms[purpose] };
  return { name, purpose, jwk, createdAt, retiredAt };
};

const openKeys = async (
  stored: readonly StoredKey[],
  vault: Vault,
  names: IssuerNames,
): Promise<IssuerKeys> => {
  const all = await Promise.all(stored.map((key) => publicKeyOf(key, names)));
  const active = (purpose: CredentialPurpose): SigningKey => {
    const key = stored.find((one) => one.purpose === purpose && one.retiredAt === null);
    const shown = all.find(({ name }) => name === key?.name);
    if (!key || !shown) throw new Error(`the issuer has no key for ${purpose}`);
    const { name } = key;
    const privateKey = openPrivateKey(key, vault);
    return { name, kid: names.keyUrl(name), privateKey, publicJwk: shown.jwk };
  };
  return {
    rs256: active("credential-rs256"),
    ed25519: active("credential-ed25519"),
    published: { keys: all.map(({ jwk }) => jwk) },
    all,
  };
};

const openPrivateKey = ({ name, privateKeySealed }: StoredKey, vault: Vault): KeyObject => {
  const plain = vault.open(privateKeySealed);
  if (!plain) {
    throw new Error(
      `The issuer's key ${name} was sealed with another master key. Restore master.key in the data folder (or CHECKRIDE_SECRET) from the backup of this installation.`,
    );
  }
  return createPrivateKey({ key: plain, format: "der", type: "pkcs8" });
};
