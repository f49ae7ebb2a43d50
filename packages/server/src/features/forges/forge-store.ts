import type { Insertable } from "kysely";
import type { Database } from "../../platform/database.ts";
import type { ForgeSignInTable, ForgeTable } from "../../platform/gate-tables.ts";

export const listForges = (db: Database) =>
  db.selectFrom("forge").selectAll().orderBy("id").execute();

export type ForgeRow = Awaited<ReturnType<typeof listForges>>[number];

export const readForge = (db: Database, id: string): Promise<ForgeRow | undefined> =>
  db.selectFrom("forge").selectAll().where("id", "=", id).executeTakeFirst();

/** Entered anew, a forge gets its new client. */
export const writeForge = async (db: Database, forge: Insertable<ForgeTable>): Promise<void> => {
  const { id: _, createdAt: __, ...client } = forge;
  await db
    .insertInto("forge")
    .values(forge)
    .onConflict((conflict) => conflict.column("id").doUpdateSet(client))
    .execute();
};

export const deleteForge = async (db: Database, id: string): Promise<boolean> => {
  const { numDeletedRows } = await db.deleteFrom("forge").where("id", "=", id).executeTakeFirst();
  return numDeletedRows > 0n;
};

export const insertSignIn = async (
  db: Database,
  signIn: Insertable<ForgeSignInTable>,
): Promise<void> => {
  await db.insertInto("forgeSignIn").values(signIn).execute();
};

/** Once, and only for the session that left. */
export const takeSignIn = (
  db: Database,
  stateHash: Buffer,
  sessionId: string,
): Promise<
  { readonly forge: string; readonly verifierSealed: Buffer; readonly expiresAt: Date } | undefined
> =>
  db
    .deleteFrom("forgeSignIn")
    .where("stateHash", "=", stateHash)
    .where("sessionId", "=", sessionId)
    .returning(["forge", "verifierSealed", "expiresAt"])
    .executeTakeFirst();

export const forgetSignIns = async (db: Database, before: Date): Promise<void> => {
  await db.deleteFrom("forgeSignIn").where("expiresAt", "<", before).execute();
};
