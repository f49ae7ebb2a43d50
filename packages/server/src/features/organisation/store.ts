import type { Database } from "../../platform/database.ts";

export type Organisation = {
  readonly name: string | null;
  readonly setUp: boolean;
  readonly demo: boolean;
};

const notYet: Organisation = { name: null, setUp: false, demo: false };

export const readOrganisation = async (db: Database): Promise<Organisation> => {
  const row = await db
    .selectFrom("organisation")
    .select(["name", "setUpAt", "demo"])
    .executeTakeFirst();
  return row ? { name: row.name, setUp: row.setUpAt !== null, demo: row.demo } : notYet;
};

/** Makes the one row when it is missing, and holds it until the transaction ends. */
export const lockOrganisation = async (db: Database, now: Date): Promise<Organisation> => {
  await db
    .insertInto("organisation")
    .values({ name: null, setUpAt: null, createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom("organisation")
    .select(["name", "setUpAt", "demo"])
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { name: row.name, setUp: row.setUpAt !== null, demo: row.demo };
};

export const writeName = async (db: Database, name: string): Promise<void> => {
  await db.updateTable("organisation").set({ name }).execute();
};

export const writeSetUp = async (db: Database, now: Date): Promise<void> => {
  await db.updateTable("organisation").set({ setUpAt: now }).execute();
};
