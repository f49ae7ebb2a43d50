import type { CompetencyLevel, ItemLevel } from "@checkride/rules/item";
import type { PersonFacts } from "@checkride/rules/person";
import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

export type PoolAnswer = {
  readonly competency: string;
  readonly topic: string;
  readonly level: ItemLevel;
  readonly share: number;
  readonly at: Date;
};

/** What somebody answered in tries that are over, since a moment: older answers say little of today. */
export const readPool = async (
  db: Database,
  personId: string,
  since: Date,
): Promise<readonly PoolAnswer[]> => {
  const { rows } = await sql<PoolAnswer>`
    select d.competency, d.topic, d.level, a.share, a.answered_at as at
    from item_try t
    join item_answer a on a.try_id = t.id
    cross join lateral jsonb_to_recordset(t.drawn)
      as d(place integer, competency text, topic text, level integer)
    where t.person_id = ${personId} and t.ended_at is not null and t.ended_at > ${since}
      and d.place = a.place`.execute(db);
  return rows;
};

export const writeLevels = async (
  tx: Database,
  personId: string,
  levels: ReadonlyMap<string, CompetencyLevel>,
  now: Date,
): Promise<void> => {
  if (levels.size === 0) return;
  const rows = [...levels].map(([competency, level]) => ({
    personId,
    competency,
    level,
    knownAt: now,
  }));
  await tx
    .insertInto("competencyLevel")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["personId", "competency"]).doUpdateSet((eb) => ({
        level: eb.ref("excluded.level"),
        knownAt: eb.ref("excluded.knownAt"),
      })),
    )
    .execute();
};

export type Passed = {
  readonly person: string;
  readonly activity: string;
  readonly at: Date;
  readonly evidence: string;
};

/** Labs and lessons that these people passed, by index of each person. */
export const readPassed = async (
  db: Database,
  people: readonly string[],
): Promise<readonly Passed[]> => {
  const { rows } = await sql<Passed>`
    select person, body ->> 'activity' as activity, at, id as evidence from evidence
    where person = any(${people}::uuid[]) and kind = 'activity.passed'
      and body ->> 'activity' ~ '^(lab|lesson)/'
    order by at, id`.execute(db);
  return rows;
};

/** A voided pass counts no longer. */
export const readVoided = async (
  db: Database,
  people: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ evidence: string }>`
    select body ->> 'evidence' as evidence from evidence
    where person = any(${people}::uuid[]) and kind = 'evidence.voided'`.execute(db);
  return new Set(rows.map(({ evidence }) => evidence));
};

export type Member = PersonFacts;

const isActive = sql<boolean>`deactivated_at is null and erased_at is null`;

export const readTeam = async (db: Database, team: string): Promise<readonly Member[]> => {
  const rows = await db
    .selectFrom("person")
    .select(["id", "team", "job", "tier", "roles", "attributes", "startedAt"])
    .where("team", "=", team)
    .where(isActive)
    .execute();
  return rows.map((row) => ({ ...row, active: true, startedAt: row.startedAt.toISOString() }));
};

export const readTeams = async (db: Database): Promise<readonly string[]> => {
  const rows = await db
    .selectFrom("person")
    .select("team")
    .distinct()
    .where("team", "is not", null)
    .where(isActive)
    .orderBy("team")
    .execute();
  return rows.flatMap(({ team }) => (team === null ? [] : [team]));
};

export type StoredLevel = {
  readonly personId: string;
  readonly competency: string;
  readonly level: CompetencyLevel;
};

export const readLevels = (
  db: Database,
  people: readonly string[],
): Promise<readonly StoredLevel[]> =>
  db
    .selectFrom("competencyLevel")
    .select(["personId", "competency", "level"])
    .where("personId", "in", people)
    .execute();
