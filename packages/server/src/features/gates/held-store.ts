import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

type HeldRow = { readonly personId: string; readonly held: readonly string[] };

/** Which certificates they hold. */
export const readHeld = async (
  db: Database,
  people: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const { rows } = await sql<HeldRow>`
    select person_id, array_agg(certificate) as held from standing
    where person_id = any(${people}::uuid[]) and holds group by person_id`.execute(db);
  return new Map(rows.map(({ personId, held }) => [personId, new Set(held)]));
};

/** Recent answers of a gate that became evidence, newest first. */
export const listAnswers = (db: Database, gate: string, before: string | null, limit: number) =>
  db
    .selectFrom("evidence")
    .leftJoin("person as about", "about.id", "evidence.person")
    .leftJoin("person as asker", "asker.id", "evidence.actor")
    .select([
      "evidence.id",
      "evidence.at",
      "evidence.body",
      "evidence.person",
      "about.name as personName",
      "asker.name as askerName",
    ])
    .where("evidence.kind", "=", "gate.decided")
    .where(sql<string>`evidence.body ->> 'gate'`, "=", gate)
    .$if(before !== null, (query) => query.where("evidence.id", "<", before ?? ""))
    .orderBy("evidence.id", "desc")
    .limit(limit)
    .execute();
