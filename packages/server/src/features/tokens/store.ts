import type { Insertable } from "kysely";
import type { Database } from "../../platform/database.ts";
import type { AccessTokenTable } from "../../platform/tables.ts";

const listed = (db: Database) =>
  db
    .selectFrom("accessToken")
    .innerJoin("person", "person.id", "accessToken.personId")
    .select([
      "accessToken.id",
      "accessToken.name",
      "accessToken.scopes",
      "accessToken.createdAt",
      "accessToken.expiresAt",
      "accessToken.lastUsedAt",
      "person.name as createdBy",
    ]);

export type TokenRecord = Awaited<ReturnType<typeof listTokens>>[number];

export const listTokens = (db: Database) =>
  listed(db).orderBy("accessToken.createdAt", "desc").orderBy("accessToken.id").execute();

export const readToken = (db: Database, id: string): Promise<TokenRecord> =>
  listed(db).where("accessToken.id", "=", id).executeTakeFirstOrThrow();

export const insertToken = async (
  db: Database,
  token: Insertable<AccessTokenTable>,
): Promise<void> => {
  await db.insertInto("accessToken").values(token).execute();
};

/** Whose it was; null when there is none. */
export const deleteToken = async (db: Database, id: string): Promise<string | null> => {
  const gone = await db
    .deleteFrom("accessToken")
    .where("id", "=", id)
    .returning("personId")
    .executeTakeFirst();
  return gone?.personId ?? null;
};
