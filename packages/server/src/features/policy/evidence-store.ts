import type { EvidenceFact } from "@checkride/rules/evidence";
import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import { silentKinds } from "../../platform/evidence/append-evidence.ts";

/** All that a plan may need to know of these people, by person. */
export const readEvidenceOf = async (
  db: Database,
  people: readonly string[],
): Promise<ReadonlyMap<string, readonly EvidenceFact[]>> => {
  const rows = await db
    .selectFrom("evidence")
    .select(["id", "at", "kind", "person", "body"])
    .where("person", "=", sql<string>`any(${[...people]}::uuid[])`)
    .where("kind", "!~", silentKinds.source)
    .execute();
  const found = new Map<string, EvidenceFact[]>();
  for (const { id, at, kind, person, body } of rows) {
    if (person === null || body === null) continue;
    const facts = found.get(person) ?? [];
    facts.push({ id, at: at.toISOString(), kind, body });
    found.set(person, facts);
  }
  return found;
};
