import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import { kept } from "../../platform/kept-statements.ts";

export type Before = {
  /** There was a row: this person has been looked at, or was here before anybody looked. */
  readonly isKnown: boolean;
  /** Null: nobody had looked at what they may do. */
  readonly gates: readonly string[] | null;
};

/** What was kept, after keeping what is now; a row that says the same already is left alone. */
export const swapAllowed = async (
  tx: Database,
  personId: string,
  gates: readonly string[],
): Promise<Before> => {
  const { rows } = await sql<Before>`${sql.raw(kept("gates-allowed"))}
    with kept_now as (
      insert into gate_allowed (person_id, gates) values (${personId}::uuid, ${gates}::text[])
      on conflict (person_id) do update set gates = excluded.gates
        where gate_allowed.gates is distinct from excluded.gates
    )
    select true as is_known, gates from gate_allowed where person_id = ${personId}::uuid`.execute(
    tx,
  );
  return rows[0] ?? { isKnown: false, gates: null };
};

/** What an erased person was let through by; nothing of it is kept. */
export const takeAllowed = async (tx: Database, personId: string): Promise<readonly string[]> => {
  const row = await tx
    .deleteFrom("gateAllowed")
    .where("personId", "=", personId)
    .returning("gates")
    .executeTakeFirst();
  return row?.gates ?? [];
};
