import { type Selectable, sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import { kept } from "../../platform/kept-statements.ts";
import type {
  AttemptState,
  LabAttemptTable,
  StoredFile,
  StoredVerdict,
} from "../../platform/lab-tables.ts";

/** Without its files, which can be large. */
export type Attempt = Omit<
  Selectable<LabAttemptTable>,
  "files" | "leasedBy" | "leasedUntil" | "prints"
> & {
  readonly name: string | null;
  readonly accepted: boolean | null;
  readonly comment: string | null;
  readonly reviewedAt: Date | null;
};

const columns = [
  "labAttempt.id",
  "labAttempt.workspaceId",
  "labAttempt.number",
  "labAttempt.personId",
  "labAttempt.at",
  "labAttempt.submissionHash",
  "labAttempt.seed",
  "labAttempt.version",
  "labAttempt.hasChanged",
  "labAttempt.state",
  "labAttempt.change",
  "labAttempt.fault",
  "labAttempt.passed",
  "labAttempt.isHonest",
  "labAttempt.points",
  "labAttempt.verdict",
  "labAttempt.engines",
  "labAttempt.gradedAt",
  "person.name",
  "labReview.accepted",
  "labReview.comment",
  "labReview.reviewedAt",
] as const;

const attempts = (db: Database) =>
  db
    .selectFrom("labAttempt")
    .leftJoin("person", "person.id", "labAttempt.personId")
    .leftJoin("labReview", "labReview.attemptId", "labAttempt.id")
    .select(columns);

/** The newest first. */
export const readAttempts = (db: Database, workspaceId: string): Promise<readonly Attempt[]> =>
  attempts(db)
    .where("labAttempt.workspaceId", "=", workspaceId)
    .orderBy("labAttempt.number", "desc")
    .execute();

export const readAttempt = async (db: Database, id: string): Promise<Attempt | null> =>
  (await attempts(db).where("labAttempt.id", "=", id).executeTakeFirst()) ?? null;

export const readFiles = async (db: Database, id: string): Promise<readonly StoredFile[]> => {
  const row = await db
    .selectFrom("labAttempt")
    .select("files")
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.files ?? [];
};

/** What counted as honest before. */
export const readHonest = async (
  db: Database,
  workspaceId: string,
): Promise<readonly (readonly StoredFile[])[]> => {
  const rows = await db
    .selectFrom("labAttempt")
    .select("files")
    .where("workspaceId", "=", workspaceId)
    .where("isHonest", "=", true)
    .execute();
  return rows.map(({ files }) => files);
};

export type Before = {
  /** The number of what was handed in last; 0: nothing yet. */
  readonly number: number;
  /** What counts and was handed in last, whoever did it; null: nothing does yet. */
  readonly files: readonly StoredFile[] | null;
  /** A person looks at one. */
  readonly inReview: boolean;
  /** How many of this person's attempts are not graded yet, in any lab. */
  readonly waiting: number;
};

export const readBefore = async (
  db: Database,
  workspaceId: string,
  personId: string,
): Promise<Before> => {
  const { rows } = await sql<Before>`${sql.raw(kept("before-attempt"))}
    select coalesce(max(a.number), 0) as number,
      coalesce(bool_or(a.state = 'in-review'), false) as in_review,
      (select l.files from lab_attempt l
        where l.workspace_id = ${workspaceId}::uuid and l.state <> 'not-graded'
        order by l.number desc limit 1) as files,
      (select count(*) from lab_attempt w where w.person_id = ${personId}::uuid
        and w.state in ('waiting', 'running'))::integer as waiting
    from lab_attempt a where a.workspace_id = ${workspaceId}::uuid`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error("a count answered nothing");
  return row;
};

export type NewAttempt = {
  readonly id: string;
  readonly workspaceId: string;
  readonly number: number;
  readonly personId: string;
  readonly at: Date;
  readonly files: readonly StoredFile[];
  readonly submissionHash: string;
  readonly seed: string;
  readonly version: string;
  readonly hasChanged: boolean;
};

export type Lease = { readonly by: string; readonly until: Date };

export const insertAttempt = async (
  tx: Database,
  row: NewAttempt,
  { by: leasedBy, until: leasedUntil }: Lease,
): Promise<void> => {
  const files = JSON.stringify(row.files);
  await tx
    .insertInto("labAttempt")
    .values({ ...row, files, state: "waiting", change: 1, leasedBy, leasedUntil })
    .execute();
};

export type Grading = {
  readonly state: AttemptState;
  readonly change: number;
  readonly passed: boolean;
  readonly isHonest: boolean;
  readonly points: number;
  readonly verdict: StoredVerdict;
  readonly engines: string;
  readonly gradedAt: Date;
  readonly prints: number[] | null;
};

/** False: it is not this process's to grade any more. */
export const keepGrading = async (
  tx: Database,
  id: string,
  leasedBy: string,
  grading: Grading,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable("labAttempt")
    .set({
      ...grading,
      verdict: JSON.stringify(grading.verdict),
      leasedBy: null,
      leasedUntil: null,
    })
    .where("id", "=", id)
    .where("leasedBy", "=", leasedBy)
    .where("state", "in", ["waiting", "running"])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

/** A fault of ours: it counts for nothing. */
export const keepFault = async (
  db: Database,
  id: string,
  leasedBy: string,
  { fault, change }: { readonly fault: string; readonly change: number },
): Promise<void> => {
  await db
    .updateTable("labAttempt")
    .set({ state: "not-graded", fault, change, leasedBy: null, leasedUntil: null })
    .where("id", "=", id)
    .where("leasedBy", "=", leasedBy)
    .where("state", "in", ["waiting", "running"])
    .execute();
};

/** What a grader needs of an attempt. */
export type Waiting = NewAttempt & { readonly lab: string };
