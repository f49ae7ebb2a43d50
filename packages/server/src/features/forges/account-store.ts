import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";
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
