import { type Insertable, sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import type { PersonTable } from "../../platform/tables.ts";
import { type PersonRecord, personColumns } from "./person-card.ts";

export const readPerson = async (db: Database, id: string): Promise<PersonRecord | null> =>
  (await db.selectFrom("person").select(personColumns).where("id", "=", id).executeTakeFirst()) ??
  null;

export const readPersonByEmail = async (
  db: Database,
  email: string,
): Promise<PersonRecord | null> =>
  (await db
    .selectFrom("person")
    .select(personColumns)
    .where("email", "=", email)
    .executeTakeFirst()) ?? null;

/** Nobody else changes them until the transaction ends. Always in one order, so that two never wait in a ring. */
export const lockPeople = (db: Database, ids: readonly string[]): Promise<PersonRecord[]> =>
  db
    .selectFrom("person")
    .select(personColumns)
    .where("id", "in", [...ids])
    .orderBy("id")
    .forUpdate()
    .execute();

export const lockPerson = async (db: Database, id: string): Promise<PersonRecord | null> =>
  (await lockPeople(db, [id]))[0] ?? null;

export const lockPeopleByEmail = (
  db: Database,
  emails: readonly string[],
): Promise<PersonRecord[]> =>
  db
    .selectFrom("person")
    .select(personColumns)
    .where("email", "in", [...emails])
    .orderBy("id")
    .forUpdate()
    .execute();

export const listPeopleByEmail = (
  db: Database,
  emails: readonly string[],
): Promise<PersonRecord[]> =>
  db
    .selectFrom("person")
    .select(personColumns)
    .where("email", "in", [...emails])
    .execute();

export const countActivePeople = async (db: Database): Promise<number> => {
  const row = await db
    .selectFrom("person")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("deactivatedAt", "is", null)
    .where("erasedAt", "is", null)
    .executeTakeFirstOrThrow();
  return row.count;
};

export const readErasedMarks = async (
  db: Database,
  marks: readonly Buffer[],
): Promise<readonly Buffer[]> => {
  const rows = await db
    .selectFrom("person")
    .select("erasedEmailMark")
    .where("erasedEmailMark", "in", [...marks])
    .execute();
  return rows.flatMap(({ erasedEmailMark }) => (erasedEmailMark ? [erasedEmailMark] : []));
};

/** Leaves out whoever has an address that is taken; answers those that were added. */
export const insertPeople = async (
  db: Database,
  people: readonly Insertable<PersonTable>[],
): Promise<PersonRecord[]> =>
  db
    .insertInto("person")
    .values([...people])
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning(personColumns)
    .execute();

/** Writes all of each record but what never changes, in one statement, and raises each version by one. */
export const updatePeople = async (
  db: Database,
  people: readonly PersonRecord[],
  now: Date,
): Promise<void> => {
  if (people.length === 0) return;
  const rows = people.map((person) => ({
    id: person.id,
    email: person.email,
    name: person.name,
    team: person.team,
    job: person.job,
    tier: person.tier,
    roles: person.roles,
    attributes: person.attributes,
    started_at: person.startedAt,
    deactivated_at: person.deactivatedAt,
    erased_at: person.erasedAt,
  }));
  await sql`
    update person set
      email = n.email, name = n.name, team = n.team, job = n.job, tier = n.tier, roles = n.roles,
      attributes = n.attributes, started_at = n.started_at, deactivated_at = n.deactivated_at,
      erased_at = n.erased_at, version = person.version + 1, updated_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(
      id uuid, email text, name text, team text, job text, tier smallint, roles text[],
      attributes jsonb, started_at timestamptz, deactivated_at timestamptz, erased_at timestamptz)
    where person.id = n.id`.execute(db);
};

/** Numbers the lock under which somebody stops being an owner: two at once could leave none. */
const ownersLock = 7_300_003;

/** Only who has been here counts: an invitation that nobody follows owns nothing. */
export const hasOtherOwner = async (db: Database, besides: readonly string[]): Promise<boolean> => {
  await sql`select pg_advisory_xact_lock(${ownersLock})`.execute(db);
  const other = await db
    .selectFrom("person")
    .select("id")
    .where(sql<boolean>`'owner' = any(roles)`)
    .where("deactivatedAt", "is", null)
    .where("erasedAt", "is", null)
    .where("joinedAt", "is not", null)
    .where("id", "not in", [...besides])
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
};

export const findFirstOwner = (db: Database) =>
  db
    .selectFrom("person")
    .select(["id", "joinedAt", "createdAt"])
    .where(sql<boolean>`'owner' = any(roles)`)
    .where("deactivatedAt", "is", null)
    .where("erasedAt", "is", null)
    .orderBy(sql`joined_at is null`)
    .orderBy("createdAt")
    .limit(1)
    .executeTakeFirst();

export type Snapshot = { readonly kind: string; readonly body: Readonly<Record<string, unknown>> };

/** The newest version that was written up to the moment asked for; the index `evidence_by_person` finds them. */
export const readSnapshot = async (
  db: Database,
  person: string,
  at: Date,
): Promise<Snapshot | null> => {
  const row = await db
    .selectFrom("evidence")
    .select(["kind", "body"])
    .where("person", "=", person)
    .where("at", "<=", at)
    .where("kind", "in", [
      "person.added",
      "person.changed",
      "person.deactivated",
      "person.reactivated",
    ])
    .orderBy(sql`(body ->> 'version')::integer desc nulls last`)
    .limit(1)
    .executeTakeFirst();
  return row?.body ? { kind: row.kind, body: row.body } : null;
};
