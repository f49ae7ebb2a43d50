import type { Database } from "../../packages/server/src/platform/database.ts";

export const benchForge = "forge.bench.example";

/** The first has account 1, the second account 2, and so on. */
export const linkBenchAccounts = async (
  db: Database,
  people: readonly string[],
  linkedAt: Date,
): Promise<void> => {
  await db
    .insertInto("forgeAccount")
    .values(
      people.map((personId, index) => ({
        forge: benchForge,
        accountId: String(index + 1),
        personId,
        login: null,
        how: "imported" as const,
        linkedBy: null,
        linkedAt,
      })),
    )
    .execute();
};
