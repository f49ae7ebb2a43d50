import type { Insertable } from "kysely";
import type { Database } from "../../platform/database.ts";
import type { DeviceLoginTable } from "../../platform/device-tables.ts";

export const insertLogin = async (
  db: Database,
  login: Insertable<DeviceLoginTable>,
): Promise<void> => {
  // Whoever comes clears up after those who never came back.
  await db.deleteFrom("deviceLogin").where("expiresAt", "<=", login.askedAt).execute();
  await db.insertInto("deviceLogin").values(login).execute();
};

/** One that waits for a yes or a no. */
export const lockWaiting = (tx: Database, code: string, now: Date) =>
  tx
    .selectFrom("deviceLogin")
    .selectAll()
    .where("code", "=", code)
    .where("expiresAt", ">", now)
    .where("tokenSealed", "is", null)
    .where("refusedAt", "is", null)
    .forUpdate()
    .executeTakeFirst();

export const confirmLogin = async (
  tx: Database,
  code: string,
  yes: { readonly personId: string; readonly tokenSealed: Buffer },
): Promise<void> => {
  await tx.updateTable("deviceLogin").set(yes).where("code", "=", code).execute();
};

export const refuseLogin = async (tx: Database, code: string, at: Date): Promise<void> => {
  await tx.updateTable("deviceLogin").set({ refusedAt: at }).where("code", "=", code).execute();
};

export const lockBySecret = (tx: Database, secretHash: Buffer, now: Date) =>
  tx
    .selectFrom("deviceLogin")
    .select(["code", "tokenSealed", "refusedAt"])
    .where("secretHash", "=", secretHash)
    .where("expiresAt", ">", now)
    .forUpdate()
    .executeTakeFirst();

export const deleteLogin = async (tx: Database, code: string): Promise<void> => {
  await tx.deleteFrom("deviceLogin").where("code", "=", code).execute();
};
