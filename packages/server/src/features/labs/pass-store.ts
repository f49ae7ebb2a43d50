import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import { readLeaders } from "./move-store.ts";
import type { Workspace } from "./workspace-store.ts";

/** By a person, in labs that are accepted by one. */
const wasNotReturned = sql<boolean>`not exists (
  select from lab_review r where r.attempt_id = lab_attempt.id and not r.accepted)`;

/** The attempt that a pass rests on: of those in which every check holds, the one with most points. */
export const findPass = async (db: Database, { id }: Pick<Workspace, "id">) =>
  (await db
    .selectFrom("labAttempt")
    .select(["id", "number", "submissionHash", "version", "seed", "engines", "points", "personId"])
    .where("workspaceId", "=", id)
    .where("state", "=", "graded")
    .where("passed", "=", true)
    .where(wasNotReturned)
    .orderBy("points", "desc")
    .orderBy("number")
    .limit(1)
    .executeTakeFirst()) ?? null;

export type PassedAttempt = NonNullable<Awaited<ReturnType<typeof findPass>>>;

/**
 * Whether somebody took part: a change of theirs before the first pass, or one that passes itself; in an incident a
 * move of theirs, whoever handed in the run.
 */
export const tookPart = async (
  db: Database,
  { id }: Pick<Workspace, "id">,
  personId: string,
): Promise<boolean> => {
  const leaders = await readLeaders(db, id);
  if (leaders.length > 0) return leaders.includes(personId);
  const attempts = await db
    .selectFrom("labAttempt")
    .select(["number", "personId", "passed", "hasChanged"])
    .where("workspaceId", "=", id)
    .where("verdict", "is not", null)
    .orderBy("number")
    .execute();
  const first = attempts.find(({ passed }) => passed === true)?.number ?? Number.POSITIVE_INFINITY;
  return attempts.some(
    (one) =>
      one.personId === personId && one.hasChanged && (one.number <= first || one.passed === true),
  );
};

/** Whether one of these people has had the model solution of this lab before their eyes. */
export const hasSeenSolution = async (
  db: Database,
  lab: string,
  people: readonly string[],
): Promise<boolean> => {
  const seen = await db
    .selectFrom("labMember")
    .innerJoin("labWorkspace", "labWorkspace.id", "labMember.workspaceId")
    .select("labWorkspace.id")
    .where("labMember.lab", "=", lab)
    .where("labMember.personId", "in", people)
    .where("labWorkspace.solutionOpenedAt", "is not", null)
    .limit(1)
    .executeTakeFirst();
  return seen !== undefined;
};

export const markPassed = async (
  tx: Database,
  member: { readonly workspaceId: string; readonly personId: string },
  passedAt: Date,
  passedEvidence: string,
): Promise<void> => {
  await tx
    .updateTable("labMember")
    .set({ passedAt, passedEvidence, isOpen: false })
    .where("workspaceId", "=", member.workspaceId)
    .where("personId", "=", member.personId)
    .execute();
};

/** Over for everybody but these. */
export const closeToOthers = async (
  tx: Database,
  workspaceId: string,
  people: readonly string[],
): Promise<void> => {
  await tx
    .updateTable("labMember")
    .set({ isOpen: false })
    .where("workspaceId", "=", workspaceId)
    .where("personId", "not in", people)
    .execute();
};
