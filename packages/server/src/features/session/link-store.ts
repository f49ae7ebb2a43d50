import type { Insertable } from "kysely";
import type { Database } from "../../platform/database.ts";
import type { OneTimeLinkTable } from "../../platform/tables.ts";

type NewLink = Insertable<OneTimeLinkTable>;

/** The lock makes two new links for one person come one after the other, so that only the last is left. */
export const replaceLinks = async (db: Database, links: readonly NewLink[]): Promise<void> => {
  if (links.length === 0) return;
  const people = links.map((link) => link.personId);
  await db
    .selectFrom("person")
    .select("id")
    .where("id", "in", people)
    .orderBy("id")
    .forUpdate()
    .execute();
  await endUnusedLinks(db, people);
  await db
    .insertInto("oneTimeLink")
    .values([...links])
    .execute();
};

export const endUnusedLinks = async (db: Database, people: readonly string[]): Promise<void> => {
  await db
    .deleteFrom("oneTimeLink")
    .where("personId", "in", people)
    .where("usedAt", "is", null)
    .execute();
};

/** Of two at the same time the second waits for the first, then sees the link used and finds nothing. */
export const useLink = async (
  db: Database,
  tokenHash: Buffer,
  now: Date,
): Promise<string | null> => {
  const used = await db
    .updateTable("oneTimeLink")
    .set({ usedAt: now })
    .where("tokenHash", "=", tokenHash)
    .where("usedAt", "is", null)
    .where("expiresAt", ">", now)
    .where("personId", "in", (eb) =>
      eb
        .selectFrom("person")
        .select("id")
        .where("deactivatedAt", "is", null)
        .where("erasedAt", "is", null),
    )
    .returning("personId")
    .executeTakeFirst();
  return used?.personId ?? null;
};

export const markJoined = async (db: Database, personId: string, now: Date): Promise<void> => {
  await db
    .updateTable("person")
    .set({ joinedAt: now })
    .where("id", "=", personId)
    .where("joinedAt", "is", null)
    .execute();
};
