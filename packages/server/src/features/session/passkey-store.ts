import type { Insertable } from "kysely";
import type { Database } from "../../platform/database.ts";
import type { ChallengeTable, PasskeyTable } from "../../platform/tables.ts";

export const insertChallenge = async (db: Database, challenge: ChallengeTable): Promise<void> => {
  await db.insertInto("challenge").values(challenge).execute();
};

/** Whoever takes a challenge takes it away: it is good for one answer, right or wrong. */
export const takeChallenge = async (
  outside: Database,
  wanted: { readonly id: string; readonly purpose: ChallengeTable["purpose"] },
  now: Date,
): Promise<{ readonly challenge: string; readonly personId: string | null } | null> => {
  const taken = await outside
    .deleteFrom("challenge")
    .where("id", "=", wanted.id)
    .where("purpose", "=", wanted.purpose)
    .where("expiresAt", ">", now)
    .returning(["challenge", "personId"])
    .executeTakeFirst();
  return taken ?? null;
};

export const listPasskeys = (db: Database, personId: string) =>
  db
    .selectFrom("passkey")
    .select(["id", "name", "transports", "createdAt", "lastUsedAt"])
    .where("personId", "=", personId)
    .orderBy("createdAt")
    .execute();

/** Locked until the sign-in is decided, so that two answers see each other's counter. */
export const lockPasskey = (db: Database, id: string) =>
  db
    .selectFrom("passkey")
    .innerJoin("person", "person.id", "passkey.personId")
    .select([
      "passkey.id",
      "passkey.personId",
      "passkey.publicKey",
      "passkey.counter",
      "passkey.transports",
    ])
    .where("passkey.id", "=", id)
    .where("person.deactivatedAt", "is", null)
    .where("person.erasedAt", "is", null)
    .forUpdate("passkey")
    .executeTakeFirst();

export const insertPasskey = async (
  db: Database,
  passkey: Insertable<PasskeyTable>,
): Promise<boolean> => {
  const added = await db
    .insertInto("passkey")
    .values(passkey)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
};

export const recordPasskeyUse = async (
  db: Database,
  id: string,
  counter: number,
  now: Date,
): Promise<void> => {
  await db.updateTable("passkey").set({ counter, lastUsedAt: now }).where("id", "=", id).execute();
};

export const deletePasskey = async (
  db: Database,
  personId: string,
  id: string,
): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom("passkey")
    .where("id", "=", id)
    .where("personId", "=", personId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};
