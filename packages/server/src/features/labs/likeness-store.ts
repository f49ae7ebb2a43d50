import { type Insertable, sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import type { LabLikenessTable } from "../../platform/lab-tables.ts";

const listedMax = 200;
const comparedMax = 200;

const likenesses = (db: Database) =>
  db
    .selectFrom("labLikeness")
    .innerJoin("labAttempt as one", "one.id", "labLikeness.one")
    .innerJoin("person as onePerson", "onePerson.id", "one.personId")
    .innerJoin("labAttempt as other", "other.id", "labLikeness.other")
    .innerJoin("person as otherPerson", "otherPerson.id", "other.personId")
    .select([
      "labLikeness.lab",
      "labLikeness.kind",
      "labLikeness.share",
      "one.id as oneId",
      "one.at as oneAt",
      "onePerson.id as onePersonId",
      "onePerson.name as oneName",
      "other.id as otherId",
      "other.at as otherAt",
      "otherPerson.id as otherPersonId",
      "otherPerson.name as otherName",
    ]);

/** The newest first. */
export const readLikenesses = (db: Database) =>
  likenesses(db)
    .orderBy("labLikeness.foundAt", "desc")
    .orderBy("labLikeness.one")
    .limit(listedMax)
    .execute();

export type LikenessRow = Awaited<ReturnType<typeof readLikenesses>>[number];

export const findLikeness = async (
  db: Database,
  one: string,
  other: string,
): Promise<LikenessRow | null> =>
  (await likenesses(db)
    .where("labLikeness.one", "=", one)
    .where("labLikeness.other", "=", other)
    .executeTakeFirst()) ?? null;

type Asked = {
  readonly lab: string;
  readonly personId: string;
  readonly prints: readonly number[];
};

type Alike = { readonly id: string; readonly prints: readonly number[] | null };

/** One passed attempt of each other person that has something in common with these; those of a pair work together. */
export const readAlike = async (
  db: Database,
  { lab, personId, prints }: Asked,
): Promise<readonly Alike[]> => {
  if (prints.length === 0) return [];
  const { rows } = await sql<Alike>`
    select distinct on (a.person_id) a.id, a.prints
    from lab_attempt a join lab_workspace w on w.id = a.workspace_id
    where w.lab = ${lab}::text and a.prints && ${prints}::integer[]
      and a.person_id <> ${personId}::uuid
      and not exists (
        select from lab_member mine join lab_member theirs using (workspace_id)
        where mine.person_id = ${personId}::uuid and theirs.person_id = a.person_id)
    order by a.person_id, a.at limit ${comparedMax}::integer`.execute(db);
  return rows;
};

export const insertLikenesses = async (
  tx: Database,
  found: readonly Insertable<LabLikenessTable>[],
): Promise<void> => {
  if (found.length === 0) return;
  await tx
    .insertInto("labLikeness")
    .values([...found])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};
