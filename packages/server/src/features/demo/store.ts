import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

export const markAsDemo = async (tx: Database, name: string, at: Date): Promise<void> => {
  await tx
    .insertInto("organisation")
    .values({ name, setUpAt: at, demo: true, createdAt: at })
    .execute();
};

/** As if they had followed their invitation a while after it was sent. */
export const markAsJoined = async (tx: Database, people: readonly string[]): Promise<void> => {
  await tx
    .updateTable("person")
    .set({ joinedAt: sql<Date>`created_at + interval '1 day'` })
    .where("id", "in", [...people])
    .execute();
};

export type DemoProgress = {
  readonly person: string;
  readonly lesson: string;
  readonly version: string;
  readonly steps: readonly string[];
  readonly seconds: number;
  readonly at: Date;
};

const lessonsAtOnce = 1_000;

export const keepLessons = async (tx: Database, done: readonly DemoProgress[]): Promise<void> => {
  for (let start = 0; start < done.length; start += lessonsAtOnce) {
    const rows = done.slice(start, start + lessonsAtOnce);
    await tx
      .insertInto("lessonProgress")
      .values(
        rows.map(({ person, lesson, version, steps, seconds, at }) => ({
          personId: person,
          lesson,
          seen: [...steps],
          atStep: steps.at(-1) ?? null,
          drawn: null,
          visibleSeconds: seconds,
          activeSeconds: seconds,
          startedAt: at,
          touchedAt: at,
          finishedAt: at,
          finishedVersion: version,
        })),
      )
      .execute();
  }
};

export const isDemo = async (db: Database): Promise<boolean> => {
  const row = await db.selectFrom("organisation").select("demo").executeTakeFirst();
  return row?.demo ?? false;
};

/** Whether anything is here that a demo must not be mixed with. */
export const isEmpty = async (db: Database): Promise<boolean> => {
  const row = await db.selectFrom("organisation").select("setUpAt").executeTakeFirst();
  const people = await db
    .selectFrom("person")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return !row?.setUpAt && people.count <= 1;
};

/**
 * The database itself refuses to empty the ledger of an organisation that is not a demo. What was
 * taught is no part of the demo and stays.
 */
export const emptyEverything = async (tx: Database): Promise<void> => {
  const { rows } = await sql<{ tablename: string }>`
    select tablename from pg_tables
    where schemaname = 'public'
      and tablename not in ('migration', 'organisation', 'document_edition',
        'content_text', 'content_in_force', 'content_made')`.execute(tx);
  const names = rows.map((row) => sql.id(row.tablename));
  await sql`truncate ${sql.join(names)} restart identity cascade`.execute(tx);
  await tx.deleteFrom("organisation").execute();
};

/** The owner through whose eyes the demo opens. */
export const findDemoOwner = async (db: Database): Promise<string | null> => {
  const row = await db
    .selectFrom("person")
    .select("id")
    .where(sql<boolean>`'owner' = any(roles)`)
    .where("deactivatedAt", "is", null)
    .orderBy("createdAt")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
};
