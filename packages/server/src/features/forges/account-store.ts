import { type Insertable, sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import type { ForgeAccountTable } from "../../platform/gate-tables.ts";
import { kept } from "../../platform/kept-statements.ts";

type Holder = { readonly key: string; readonly personId: string };

/** Whose accounts they are; a key is the forge, a blank and the account's number. */
export const accountHolderReader =
  (db: Database) =>
  async (keys: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const { rows } = await sql<Holder>`${sql.raw(kept("account-holders"))}
      select k.key, a.person_id from unnest(${keys}::text[]) as k (key)
      join forge_account a on a.forge = split_part(k.key, ' ', 1)
        and a.account_id = split_part(k.key, ' ', 2)`.execute(db);
    return new Map(rows.map(({ key, personId }) => [key, personId]));
  };

const shown = (db: Database) =>
  db
    .selectFrom("forgeAccount")
    .innerJoin("person", "person.id", "forgeAccount.personId")
    .select([
      "forgeAccount.forge",
      "forgeAccount.accountId",
      "forgeAccount.login",
      "forgeAccount.how",
      "forgeAccount.linkedAt",
      "forgeAccount.personId",
      "person.name as personName",
    ]);

export type AccountRow = Awaited<ReturnType<typeof listOwn>>[number];

export const listOwn = (db: Database, personId: string) =>
  shown(db).where("personId", "=", personId).orderBy("forge").orderBy("accountId").execute();

export type AccountPlace = { readonly forge: string; readonly id: string };

export const listAccounts = (
  db: Database,
  person: string | null,
  after: AccountPlace | null,
  limit: number,
): Promise<readonly AccountRow[]> =>
  shown(db)
    .$if(person !== null, (query) => query.where("personId", "=", person ?? ""))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(forge_account.forge, forge_account.account_id) > (${after?.forge}, ${after?.id})`,
      ),
    )
    .orderBy("forge")
    .orderBy("accountId")
    .limit(limit)
    .execute();

/** Whose it is when this is done: somebody else's where it was linked already. */
export const linkOne = async (
  tx: Database,
  account: Insertable<ForgeAccountTable>,
): Promise<{ readonly holder: string; readonly isNew: boolean }> => {
  const made = await tx
    .insertInto("forgeAccount")
    .values(account)
    .onConflict((conflict) => conflict.columns(["forge", "accountId"]).doNothing())
    .returning("personId")
    .executeTakeFirst();
  if (made) return { holder: made.personId, isNew: true };
  const known = await tx
    .selectFrom("forgeAccount")
    .select("personId")
    .where("forge", "=", account.forge)
    .where("accountId", "=", account.accountId)
    .executeTakeFirstOrThrow();
  return { holder: known.personId, isNew: false };
};

/** `personId`: only if it is theirs. */
export const unlinkOne = (
  tx: Database,
  { forge, id }: AccountPlace,
  personId: string | null,
): Promise<{ readonly personId: string } | undefined> =>
  tx
    .deleteFrom("forgeAccount")
    .where("forge", "=", forge)
    .where("accountId", "=", id)
    .$if(personId !== null, (query) => query.where("personId", "=", personId ?? ""))
    .returning("personId")
    .executeTakeFirst();
