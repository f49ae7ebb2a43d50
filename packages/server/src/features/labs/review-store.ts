import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

const waitingMax = 100;

/** Neither one's own nor that of a partner. */
const isOthers = (reviewerId: string) => sql<boolean>`not exists (
  select from lab_member m where m.workspace_id = lab_attempt.workspace_id
    and m.person_id = ${reviewerId}::uuid)`;

const inReview = (db: Database) =>
  db
    .selectFrom("labAttempt")
    .innerJoin("labWorkspace", "labWorkspace.id", "labAttempt.workspaceId")
    .select([
      "labAttempt.id",
      "labAttempt.workspaceId",
      "labAttempt.personId",
      "labAttempt.number",
      "labAttempt.at",
      "labAttempt.version",
      "labAttempt.seed",
      "labAttempt.verdict",
      "labAttempt.submissionHash",
      "labAttempt.change",
      "labWorkspace.lab",
    ])
    .where("labAttempt.state", "=", "in-review");

/** The longest wait first. */
export const readInReview = (db: Database, reviewerId: string) =>
  inReview(db).where(isOthers(reviewerId)).orderBy("labAttempt.at").limit(waitingMax).execute();

export type InReview = Awaited<ReturnType<typeof readInReview>>[number];

export const findInReview = async (
  db: Database,
  id: string,
  reviewerId: string,
): Promise<InReview | null> =>
  (await inReview(db)
    .where("labAttempt.id", "=", id)
    .where(isOthers(reviewerId))
    .executeTakeFirst()) ?? null;

/** From here to the end of the transaction nobody else decides it. */
export const lockForReview = async (tx: Database, id: string): Promise<InReview | null> =>
  (await inReview(tx).where("labAttempt.id", "=", id).forUpdate().executeTakeFirst()) ?? null;

export const isMember = async (
  db: Database,
  workspaceId: string,
  personId: string,
): Promise<boolean> => {
  const row = await db
    .selectFrom("labMember")
    .select("personId")
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .executeTakeFirst();
  return row !== undefined;
};

/** It was decided before. */
export const isDecided = async (db: Database, attemptId: string): Promise<boolean> => {
  const row = await db
    .selectFrom("labReview")
    .select("attemptId")
    .where("attemptId", "=", attemptId)
    .executeTakeFirst();
  return row !== undefined;
};

export type Decision = {
  readonly attemptId: string;
  readonly reviewerId: string;
  readonly accepted: boolean;
  readonly comment: string;
  readonly reviewedAt: Date;
};

export const insertReview = async (
  tx: Database,
  decision: Decision,
  change: number,
): Promise<void> => {
  await tx.insertInto("labReview").values(decision).execute();
  await tx
    .updateTable("labAttempt")
    .set({ state: "graded", change })
    .where("id", "=", decision.attemptId)
    .execute();
};
