import { generateKeyPair, type KeyObject } from "node:crypto";
import { promisify } from "node:util";
import { calculateJwkThumbprint, exportJWK } from "jose";
import { newId } from "../../platform/ids.ts";
import type { Vault } from "../../platform/master-key.ts";
import { multibaseOf } from "./data-integrity.ts";
import type { CredentialPurpose, StoredKey } from "./key-store.ts";

const generate = promisify(generateKeyPair);

const rsaBits = 3072;

/** Named by what it is, so that nobody can pass another key off under its name. */
const nameOf = async (purpose: CredentialPurpose, publicKey: KeyObject): Promise<string> =>
  purpose === "credential-rs256"
    ? calculateJwkThumbprint(await exportJWK(publicKey))
    : multibaseOf(publicKey);

const makeKey = async (purpose: CredentialPurpose, vault: Vault, now: Date): Promise<StoredKey> => {
  const { publicKey, privateKey } =
    purpose === "credential-rs256"
      ? await generate("rsa", { modulusLength: rsaBits })
      : await generate("ed25519");
  return {
    id: newId(now),
    purpose,
    name: await nameOf(purpose, publicKey),
    publicKey: publicKey.export({ format: "der", type: "spki" }),
    privateKeySealed: vault.seal(privateKey.export({ format: "der", type: "pkcs8" })),
    createdAt: now,
    retiredAt: null,
  };
};

export const makeKeyPair = (vault: Vault, now: Date): Promise<readonly StoredKey[]> =>
  Promise.all([makeKey("credential-rs256", vault, now), makeKey("credential-ed25519", vault, now)]);
