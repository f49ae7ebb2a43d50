import { type Insertable, sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import type { CiIssuerTable } from "../../platform/gate-tables.ts";

export const listIssuers = (db: Database) =>
  db.selectFrom("ciIssuer").selectAll().orderBy("issuer").execute();

export type IssuerRow = Awaited<ReturnType<typeof listIssuers>>[number];

export const readIssuer = (db: Database, issuer: string): Promise<IssuerRow | undefined> =>
  db.selectFrom("ciIssuer").selectAll().where("issuer", "=", issuer).executeTakeFirst();

/** False: this issuer is named already. */
export const insertIssuer = async (
  db: Database,
  issuer: Insertable<CiIssuerTable>,
): Promise<boolean> => {
  const made = await db
    .insertInto("ciIssuer")
    .values(issuer)
    .onConflict((conflict) => conflict.column("issuer").doNothing())
    .returning("id")
    .executeTakeFirst();
  return made !== undefined;
};

export const deleteIssuer = (db: Database, id: string): Promise<IssuerRow | undefined> =>
  db.deleteFrom("ciIssuer").where("id", "=", id).returningAll().executeTakeFirst();

type Use = { readonly firstAt: Date; readonly uses: number };

/** Counted before anything is answered, so that uses at the same time cannot slip through together. */
export const countUse = async (
  db: Database,
  tokenHash: Buffer,
  gate: string,
  now: Date,
): Promise<Use> => {
  const { rows } = await sql<Use>`
    insert into ci_token_use (token_hash, gate, first_at, uses) values (${tokenHash}, ${gate}, ${now}, 1)
    on conflict (token_hash, gate) do update set uses = ci_token_use.uses + 1
    returning first_at, uses`.execute(db);
  const [use] = rows;
  if (!use) throw new Error("a use that was counted was not returned");
  return use;
};

/** Tokens of pipelines are long over by then. */
export const forgetUses = async (db: Database, before: Date): Promise<void> => {
  await db.deleteFrom("ciTokenUse").where("firstAt", "<", before).execute();
};
