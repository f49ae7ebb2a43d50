import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import { kept } from "../../platform/kept-statements.ts";

export type SealedFact = {
  readonly id: string;
  readonly seq: number;
  readonly at: Date;
  readonly kind: string;
  readonly person: string | null;
  readonly body: Readonly<Record<string, unknown>> | null;
};

/** The place of the last sealed evidence; -1 while there is none. */
export const newestSeq = async (db: Database): Promise<number> => {
  const { rows } = await sql<{ seq: number }>`${sql.raw(kept("evidence-newest"))}
    select seq from evidence where seq is not null order by seq desc limit 1`.execute(db);
  return rows[0]?.seq ?? -1;
};

export const readSealed = async (
  tx: Database,
  ask: { from: number; to: number; kinds: readonly string[]; limit: number },
): Promise<readonly SealedFact[]> => {
  const rows = await tx
    .selectFrom("evidence")
    .select(["id", "seq", "at", "kind", "person", "body"])
    .$narrowType<{ seq: number }>()
    .where("seq", ">", ask.from)
    .where("seq", "<=", ask.to)
    .where("kind", "in", ask.kinds)
    .orderBy("seq")
    .limit(ask.limit)
    .execute();
  return rows;
};
