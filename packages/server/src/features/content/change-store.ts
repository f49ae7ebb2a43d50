import { type Selectable, sql } from "kysely";
import type { ContentChangeState, ContentChangeTable } from "../../platform/content-tables.ts";
import type { Database } from "../../platform/database.ts";

export type ChangeRow = Selectable<ContentChangeTable> & {
  readonly refuserName: string | null;
};

export type Undecided = {
  readonly id: string;
  readonly ref: string;
  readonly after: string | null;
  readonly state: "waiting" | "refused";
  readonly approvals: number;
};

/** What waits, and what was refused last of each file. */
export const readUndecided = async (tx: Database): Promise<readonly Undecided[]> => {
  const { rows } = await sql<Undecided>`
    select c.id, c.ref, c.after, c.state,
      (select count(*) from content_approval a where a.change_id = c.id) as approvals
    from content_change c
    where c.state = 'waiting'
      or (c.state = 'refused' and not exists (
        select from content_change later where later.ref = c.ref and later.id > c.id))`.execute(tx);
  return rows;
};

export type NewChange = {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly state: ContentChangeState;
  readonly foundAt: Date;
  readonly inForceAt: Date | null;
};

const rowsAtOnce = 500;

export const addChanges = async (tx: Database, changes: readonly NewChange[]): Promise<void> => {
  for (let from = 0; from < changes.length; from += rowsAtOnce) {
    await tx
      .insertInto("contentChange")
      .values([...changes.slice(from, from + rowsAtOnce)])
      .execute();
  }
};

export const bringChangesIntoForce = async (
  tx: Database,
  ids: readonly string[],
  now: Date,
): Promise<void> => {
  if (ids.length === 0) return;
  await tx
    .updateTable("contentChange")
    .set({ state: "in-force", inForceAt: now })
    .where("id", "in", ids)
    .execute();
};

export const overtakeChanges = async (tx: Database, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await tx
    .updateTable("contentChange")
    .set({ state: "overtaken" })
    .where("id", "in", ids)
    .execute();
};

const changes = (db: Database) =>
  db
    .selectFrom("contentChange")
    .leftJoin("person", "person.id", "contentChange.refusedBy")
    .selectAll("contentChange")
    .select("person.name as refuserName");

export const readChange = (db: Database, id: string): Promise<ChangeRow | undefined> =>
  changes(db).where("contentChange.id", "=", id).executeTakeFirst();

/** The newest first: ids grow with time. */
export const listChanges = (
  db: Database,
  wish: {
    readonly state: ContentChangeState | undefined;
    readonly before: string | null;
    readonly limit: number;
  },
): Promise<readonly ChangeRow[]> => {
  let query = changes(db).orderBy("contentChange.id", "desc").limit(wish.limit);
  if (wish.state) query = query.where("contentChange.state", "=", wish.state);
  if (wish.before) query = query.where("contentChange.id", "<", wish.before);
  return query.execute();
};

export const countWaiting = async (db: Database): Promise<number> => {
  const row = await db
    .selectFrom("contentChange")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("state", "=", "waiting")
    .executeTakeFirstOrThrow();
  return row.count;
};

export type ApprovalRow = {
  readonly changeId: string;
  readonly personId: string;
  readonly name: string | null;
  readonly note: string;
  readonly approvedAt: Date;
};

export const readApprovals = async (
  db: Database,
  ids: readonly string[],
): Promise<readonly ApprovalRow[]> => {
  if (ids.length === 0) return [];
  return db
    .selectFrom("contentApproval")
    .leftJoin("person", "person.id", "contentApproval.personId")
    .select([
      "contentApproval.changeId",
      "contentApproval.personId",
      "person.name",
      "contentApproval.note",
      "contentApproval.approvedAt",
    ])
    .where("contentApproval.changeId", "in", ids)
    .orderBy("contentApproval.approvedAt")
    .execute();
};

/** False: this person has approved it before. */
export const insertApproval = async (
  tx: Database,
  approval: {
    readonly changeId: string;
    readonly personId: string;
    readonly note: string;
    readonly approvedAt: Date;
  },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("contentApproval")
    .values(approval)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
};

export const refuseChangeRow = async (
  tx: Database,
  id: string,
  refused: { readonly refusedBy: string; readonly refusedAt: Date; readonly reason: string },
): Promise<void> => {
  await tx
    .updateTable("contentChange")
    .set({ state: "refused", ...refused })
    .where("id", "=", id)
    .execute();
};
