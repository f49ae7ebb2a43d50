import type { RefresherRating } from "@checkride/rules/refresher-rating";
import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Memory } from "./schedule.ts";

export type StoredCard = Memory & {
  readonly topic: string;
  readonly competency: string;
  readonly lastItem: string;
  readonly missedLast: boolean;
};

const columns = [
  "topic",
  "competency",
  "stability",
  "difficulty",
  "reps",
  "lapses",
  "reviewedAt",
  "dueAt",
  "lastItem",
  "missedLast",
] as const;

export const readCards = (db: Database, personId: string): Promise<readonly StoredCard[]> =>
  db
    .selectFrom("refresherCard")
    .select(columns)
    .where("personId", "=", personId)
    .orderBy("dueAt")
    .orderBy("topic")
    .execute();

export const lockCards = (
  tx: Database,
  personId: string,
  topics: readonly string[],
): Promise<readonly StoredCard[]> =>
  tx
    .selectFrom("refresherCard")
    .select(columns)
    .where("personId", "=", personId)
    .where("topic", "in", topics)
    .orderBy("topic")
    .forUpdate()
    .execute();

/** A card that waits for its first question; false: it was answered meanwhile. */
export const addCard = async (
  tx: Database,
  personId: string,
  card: StoredCard,
): Promise<boolean> => {
  const added = await tx
    .insertInto("refresherCard")
    .values({ personId, ...card })
    .onConflict((conflict) => conflict.doNothing())
    .returning("topic")
    .executeTakeFirst();
  return added !== undefined;
};

/** False: this turn was answered meanwhile. */
export const turnCard = async (
  tx: Database,
  personId: string,
  card: StoredCard,
  turn: number,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable("refresherCard")
    .set(card)
    .where("personId", "=", personId)
    .where("topic", "=", card.topic)
    .where("reps", "=", turn)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

export const writeCards = async (
  tx: Database,
  personId: string,
  cards: readonly StoredCard[],
): Promise<void> => {
  await tx
    .insertInto("refresherCard")
    .values(cards.map((card) => ({ personId, ...card })))
    .onConflict((conflict) =>
      conflict.columns(["personId", "topic"]).doUpdateSet((eb) => ({
        stability: eb.ref("excluded.stability"),
        difficulty: eb.ref("excluded.difficulty"),
        reps: eb.ref("excluded.reps"),
        lapses: eb.ref("excluded.lapses"),
        reviewedAt: eb.ref("excluded.reviewedAt"),
        dueAt: eb.ref("excluded.dueAt"),
        lastItem: eb.ref("excluded.lastItem"),
        missedLast: eb.ref("excluded.missedLast"),
      })),
    )
    .execute();
};

export type Review = {
  readonly topic: string;
  readonly item: string;
  readonly version: string;
  readonly rating: RefresherRating;
  readonly seconds: number | null;
  readonly after: Memory;
};

/** Never changed afterwards: a later model can be fitted to it. */
export const logReviews = async (
  tx: Database,
  personId: string,
  reviews: readonly Review[],
): Promise<void> => {
  const rows = reviews.map(({ after, ...review }) => ({
    id: newId(after.reviewedAt),
    personId,
    ...review,
    reviewedAt: after.reviewedAt,
    dueAt: after.dueAt,
    stability: after.stability,
    difficulty: after.difficulty,
  }));
  await tx.insertInto("refresherReview").values(rows).execute();
};

export type DoneActivity = {
  readonly activity: string;
  readonly at: Date;
  readonly passed: boolean;
};

/** What somebody did about quizzes and lessons, as the ledger has it. */
export const readDone = async (
  db: Database,
  personId: string,
): Promise<readonly DoneActivity[]> => {
  const rows = await db
    .selectFrom("evidence")
    .select([
      sql<string>`body ->> 'activity'`.as("activity"),
      "at",
      sql<boolean>`kind = 'activity.passed'`.as("passed"),
    ])
    .where("person", "=", personId)
    .where("kind", "in", ["activity.passed", "activity.attempted"])
    .where(sql<string>`body ->> 'activity'`, "~", "^(quiz|lesson)/")
    .execute();
  return rows;
};

export type LessonAnswer = {
  readonly item: string;
  readonly right: boolean;
  readonly at: Date;
};

/** Questions of the bank that a lesson drew, as they were answered at first. */
export const readLessonAnswers = async (
  db: Database,
  personId: string,
): Promise<readonly LessonAnswer[]> =>
  db
    .selectFrom("exerciseAnswer")
    .select(["exercise as item", "firstRight as right", "firstAt as at"])
    .where("personId", "=", personId)
    .where("place", "like", "lesson/%")
    .execute();
