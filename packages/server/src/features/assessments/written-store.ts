import type { Database } from "../../platform/database.ts";

export type Work = {
  readonly id: string;
  readonly personId: string;
  readonly assessment: string;
  readonly round: number;
  readonly state: "draft" | "in-review" | "passed" | "not-passed";
  readonly texts: Readonly<Record<string, string>>;
  readonly version: number;
  readonly savedAt: Date;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly points: number | null;
};

const columns = [
  "id",
  "personId",
  "assessment",
  "round",
  "state",
  "texts",
  "version",
  "savedAt",
  "submittedAt",
  "decidedAt",
  "points",
] as const;

/** The newest round. */
export const readWork = (
  db: Database,
  personId: string,
  assessment: string,
): Promise<Work | undefined> =>
  db
    .selectFrom("writtenWork")
    .select(columns)
    .where("personId", "=", personId)
    .where("assessment", "=", assessment)
    .orderBy("round", "desc")
    .limit(1)
    .executeTakeFirst();

export const lockWork = (db: Database, id: string): Promise<Work | undefined> =>
  db.selectFrom("writtenWork").select(columns).where("id", "=", id).forUpdate().executeTakeFirst();

export const findWork = (db: Database, id: string): Promise<Work | undefined> =>
  db.selectFrom("writtenWork").select(columns).where("id", "=", id).executeTakeFirst();

/** False: another tab began it. */
export const insertWork = async (db: Database, work: Work): Promise<boolean> => {
  const { texts, ...rest } = work;
  const inserted = await db
    .insertInto("writtenWork")
    .values({ ...rest, texts: JSON.stringify(texts) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
};

/** False: it was changed since this version. */
export const updateWork = async (
  db: Database,
  work: Work,
  fromVersion: number,
): Promise<boolean> => {
  const { state, texts, version, savedAt, submittedAt, decidedAt, points } = work;
  const { numUpdatedRows } = await db
    .updateTable("writtenWork")
    .set({
      state,
      texts: JSON.stringify(texts),
      version,
      savedAt,
      submittedAt,
      decidedAt,
      points,
    })
    .where("id", "=", work.id)
    .where("version", "=", fromVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

export type Review = {
  readonly reviewerId: string;
  readonly byPoint: Readonly<Record<string, number>>;
  readonly points: number;
  readonly comment: string;
  readonly reviewedAt: Date;
};

export const readReviews = (db: Database, workId: string): Promise<readonly Review[]> =>
  db
    .selectFrom("writtenReview")
    .select(["reviewerId", "byPoint", "points", "comment", "reviewedAt"])
    .where("workId", "=", workId)
    .orderBy("reviewedAt")
    .orderBy("reviewerId")
    .execute();

export const insertReview = async (db: Database, workId: string, review: Review): Promise<void> => {
  const { byPoint, ...rest } = review;
  await db
    .insertInto("writtenReview")
    .values({ workId, ...rest, byPoint: JSON.stringify(byPoint) })
    .execute();
};

const waitingMax = 100;

/** What others have handed in and this reviewer has not looked at, the longest wait first. */
export const readWaiting = async (
  db: Database,
  reviewerId: string,
): Promise<readonly (Work & { readonly given: readonly number[] })[]> => {
  const works = await db
    .selectFrom("writtenWork")
    .select(columns)
    .where("state", "=", "in-review")
    .where("personId", "<>", reviewerId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("writtenReview")
            .select("workId")
            .whereRef("workId", "=", "writtenWork.id")
            .where("reviewerId", "=", reviewerId),
        ),
      ),
    )
    .orderBy("submittedAt")
    .limit(waitingMax)
    .execute();
  if (works.length === 0) return [];
  const reviews = await db
    .selectFrom("writtenReview")
    .select(["workId", "points"])
    .where(
      "workId",
      "in",
      works.map(({ id }) => id),
    )
    .execute();
  return works.map((work) => ({
    ...work,
    given: reviews.filter(({ workId }) => workId === work.id).map(({ points }) => points),
  }));
};
