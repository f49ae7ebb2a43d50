import type { Database } from "../../platform/database.ts";

/** Places such as `case/samsung-2023` in which somebody has answered. */
export const listAnsweredCases = async (
  db: Database,
  person: string,
): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom("exerciseAnswer")
    .select("place")
    .where("personId", "=", person)
    .where("place", "like", "case/%")
    .execute();
  return new Set(rows.map(({ place }) => place));
};
