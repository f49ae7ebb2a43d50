import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

export const keyPurposes = ["credential-rs256", "credential-ed25519"] as const;
export type CredentialPurpose = (typeof keyPurposes)[number];

export type StoredKey = {
  readonly id: string;
  readonly purpose: CredentialPurpose;
  readonly name: string;
  /** SPKI. */
  readonly publicKey: Buffer;
  readonly privateKeySealed: Buffer;
  readonly createdAt: Date;
  readonly retiredAt: Date | null;
};

const issuerKeysLock = 7_300_020;

/** Until the end of the transaction nobody else makes or retires keys of the issuer. */
export const lockIssuerKeys = async (tx: Database): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${issuerKeysLock})`.execute(tx);
};

const isOurs = (purpose: string): purpose is CredentialPurpose => purpose !== "ledger";

/** Every key there ever was, the oldest first and those in use last. */
export const readKeys = async (db: Database): Promise<readonly StoredKey[]> => {
  const rows = await db
    .selectFrom("signingKey")
    .selectAll()
    .where("purpose", "in", keyPurposes)
    .orderBy("retiredAt", (order) => order.asc().nullsLast())
    .orderBy("createdAt")
    .execute();
  return rows.flatMap(({ purpose, ...row }) => (isOurs(purpose) ? [{ ...row, purpose }] : []));
};

/** The private half goes for good; what the key has signed is checked with the public one. */
export const retireKeys = async (tx: Database, at: Date): Promise<readonly string[]> => {
  const retired = await tx
    .updateTable("signingKey")
    .set({ retiredAt: at, privateKeySealed: Buffer.alloc(0) })
    .where("purpose", "in", keyPurposes)
    .where("retiredAt", "is", null)
    .returning("name")
    .execute();
  return retired.map(({ name }) => name);
};

export const writeKeys = async (tx: Database, keys: readonly StoredKey[]): Promise<void> => {
  await tx
    .insertInto("signingKey")
    .values([...keys])
    .execute();
};
