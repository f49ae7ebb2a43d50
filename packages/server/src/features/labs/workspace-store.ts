import type { Answer } from "@checkride/rules/answer";
import type { Database } from "../../platform/database.ts";
import type { LabWorkspaceTable, StoredFile } from "../../platform/lab-tables.ts";

export type Member = {
  readonly workspaceId: string;
  readonly personId: string;
  readonly name: string;
  readonly number: number;
  readonly isOpen: boolean;
  readonly answer: Answer | null;
  readonly answeredAt: Date | null;
  readonly passedAt: Date | null;
  readonly passedEvidence: string | null;
};

type Row = {
  readonly id: string;
  readonly lab: string;
  readonly version: string;
  readonly seed: string;
  readonly state: LabWorkspaceTable["state"];
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly revision: number;
  readonly draft: readonly StoredFile[];
  readonly savedAt: Date;
  readonly savedBy: string | null;
  readonly hintsOpened: number;
  readonly solutionOpenedAt: Date | null;
  readonly joinCode: string | null;
  readonly joinUntil: Date | null;
};

/** As one of its members sees it. */
export type Workspace = Row & { readonly me: Member; readonly members: readonly Member[] };

const columns = [
  "id",
  "lab",
  "version",
  "seed",
  "state",
  "startedAt",
  "endedAt",
  "revision",
  "draft",
  "savedAt",
  "savedBy",
  "hintsOpened",
  "solutionOpenedAt",
  "joinCode",
  "joinUntil",
] as const;

const readMembers = (db: Database, workspaceId: string): Promise<readonly Member[]> =>
  db
    .selectFrom("labMember")
    .innerJoin("person", "person.id", "labMember.personId")
    .select([
      "labMember.workspaceId",
      "labMember.personId",
      "person.name",
      "labMember.number",
      "labMember.isOpen",
      "labMember.answer",
      "labMember.answeredAt",
      "labMember.passedAt",
      "labMember.passedEvidence",
    ])
    .where("labMember.workspaceId", "=", workspaceId)
    .orderBy("labMember.joinedAt")
    .orderBy("labMember.personId")
    .execute();

const asSeenBy = async (
  db: Database,
  row: Row | undefined,
  personId: string,
): Promise<Workspace | null> => {
  if (row === undefined) return null;
  const members = await readMembers(db, row.id);
  const me = members.find((member) => member.personId === personId);
  return me === undefined ? null : { ...row, me, members };
};

/** Null: there is none, or it is somebody else's. */
export const readWorkspace = async (
  db: Database,
  id: string,
  personId: string,
): Promise<Workspace | null> => {
  const row = await db
    .selectFrom("labWorkspace")
    .select(columns)
    .where("id", "=", id)
    .executeTakeFirst();
  return asSeenBy(db, row, personId);
};

/** From here to the end of the transaction nobody else changes it. */
export const lockWorkspace = async (
  tx: Database,
  id: string,
  personId: string,
): Promise<Workspace | null> => {
  const row = await tx
    .selectFrom("labWorkspace")
    .select(columns)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return asSeenBy(tx, row, personId);
};

/** What somebody has had of a lab, the newest first. */
export const readHistory = (db: Database, personId: string, lab: string) =>
  db
    .selectFrom("labMember")
    .innerJoin("labWorkspace", "labWorkspace.id", "labMember.workspaceId")
    .select((eb) => [
      "labWorkspace.id",
      "labMember.number",
      "labMember.isOpen",
      "labMember.passedAt",
      "labWorkspace.state",
      "labWorkspace.startedAt",
      "labWorkspace.endedAt",
      "labWorkspace.solutionOpenedAt",
      eb
        .selectFrom("labAttempt")
        .select((one) => one.fn.max("labAttempt.points").as("points"))
        .whereRef("labAttempt.workspaceId", "=", "labWorkspace.id")
        .as("points"),
    ])
    .where("labMember.personId", "=", personId)
    .where("labMember.lab", "=", lab)
    .orderBy("labMember.number", "desc")
    .execute();

export type Earlier = Awaited<ReturnType<typeof readHistory>>[number];

type NewWorkspace = Pick<Row, "id" | "lab" | "version" | "seed" | "startedAt" | "draft"> & {
  readonly personId: string;
  readonly number: number;
};

/** False: another request has just begun one. */
export const insertWorkspace = async (tx: Database, row: NewWorkspace): Promise<boolean> => {
  const { personId, number, draft, ...rest } = row;
  const { id, lab, startedAt: joinedAt } = rest;
  await tx
    .insertInto("labWorkspace")
    .values({
      ...rest,
      draft: JSON.stringify(draft),
      state: "open",
      revision: 0,
      savedAt: joinedAt,
      hintsOpened: 0,
    })
    .execute();
  const isMine = await insertMember(tx, { workspaceId: id, personId, lab, number, joinedAt });
  if (!isMine) await tx.deleteFrom("labWorkspace").where("id", "=", id).execute();
  return isMine;
};

export type NewMember = {
  readonly workspaceId: string;
  readonly personId: string;
  readonly lab: string;
  readonly number: number;
  readonly joinedAt: Date;
};

export const insertMember = async (tx: Database, member: NewMember): Promise<boolean> => {
  const inserted = await tx
    .insertInto("labMember")
    .values({ ...member, isOpen: true })
    .onConflict((conflict) => conflict.doNothing())
    .returning("personId")
    .executeTakeFirst();
  return inserted !== undefined;
};

export type WorkspaceChange = Partial<
  Pick<Row, "state" | "endedAt" | "hintsOpened" | "solutionOpenedAt" | "joinCode" | "joinUntil">
>;

export const updateWorkspace = async (
  tx: Database,
  id: string,
  change: WorkspaceChange,
): Promise<void> => {
  await tx.updateTable("labWorkspace").set(change).where("id", "=", id).execute();
};

/** Nobody works in it any more. */
export const closeWorkspace = async (tx: Database, id: string): Promise<void> => {
  await tx.updateTable("labMember").set({ isOpen: false }).where("workspaceId", "=", id).execute();
};

export type Draft = {
  readonly id: string;
  readonly revision: number;
  readonly files: readonly StoredFile[];
  readonly by: string;
  readonly at: Date;
};

/** False: somebody saved since that revision, or it is over. */
export const updateDraft = async (db: Database, draft: Draft): Promise<boolean> => {
  const { id, revision, files, by: savedBy, at: savedAt } = draft;
  const { numUpdatedRows } = await db
    .updateTable("labWorkspace")
    .set({ draft: JSON.stringify(files), revision: revision + 1, savedAt, savedBy })
    .where("id", "=", id)
    .where("revision", "=", revision)
    .where("state", "in", ["open", "passed"])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

export const keepVersion = async (
  tx: Database,
  row: { readonly lab: string; readonly version: string; readonly files: readonly StoredFile[] },
): Promise<void> => {
  await tx
    .insertInto("labVersion")
    .values({ ...row, files: JSON.stringify(row.files) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export const readVersion = async (
  db: Database,
  lab: string,
  version: string,
): Promise<readonly StoredFile[] | null> => {
  const row = await db
    .selectFrom("labVersion")
    .select("files")
    .where("lab", "=", lab)
    .where("version", "=", version)
    .executeTakeFirst();
  return row?.files ?? null;
};
