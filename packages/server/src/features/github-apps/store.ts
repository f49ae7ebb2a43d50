import type { ChangeAuthor } from "@checkride/api/gates";
import { type Insertable, sql, type Updateable } from "kysely";
import type { Database } from "../../platform/database.ts";
import type { GithubAppTable } from "../../platform/github-tables.ts";
import type { GithubAsk } from "./github-ask.ts";

export const listApps = (db: Database) =>
  db
    .selectFrom("githubApp")
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom("githubDelivery")
        .select((inner) => inner.fn.max("receivedAt").as("at"))
        .whereRef("githubDelivery.appId", "=", "githubApp.id")
        .as("lastDeliveryAt"),
    )
    .orderBy("createdAt")
    .execute();

export const readApp = (db: Database, id: string) =>
  db.selectFrom("githubApp").selectAll().where("id", "=", id).executeTakeFirst();

export type GithubApp = NonNullable<Awaited<ReturnType<typeof readApp>>>;

export const insertApp = async (db: Database, app: Insertable<GithubAppTable>): Promise<void> => {
  await db.insertInto("githubApp").values(app).execute();
};

export const updateApp = async (
  db: Database,
  id: string,
  change: Updateable<GithubAppTable>,
): Promise<void> => {
  await db.updateTable("githubApp").set(change).where("id", "=", id).execute();
};

export const deleteApp = async (db: Database, id: string): Promise<void> => {
  await db.deleteFrom("githubApp").where("id", "=", id).execute();
};

export type Delivery = {
  readonly appId: string;
  readonly delivery: string;
  readonly event: string;
  readonly ask: GithubAsk | null;
  readonly receivedAt: Date;
};

/** False: it was here before. */
export const insertDelivery = async (
  db: Database,
  { ask, ...delivery }: Delivery,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto("githubDelivery")
    .values({
      ...delivery,
      ask: ask && JSON.stringify(ask),
      state: ask ? "waiting" : "ignored",
      says: "",
      doneAt: ask ? null : delivery.receivedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
};

type DeliveryKey = { readonly appId: string; readonly delivery: string };

export const readDelivery = (db: Database, { appId, delivery }: DeliveryKey) =>
  db
    .selectFrom("githubDelivery")
    .select(["ask", "state"])
    .where("appId", "=", appId)
    .where("delivery", "=", delivery)
    .executeTakeFirst();

/** What was asked names accounts; it is kept only while it waits. */
export const endDelivery = async (
  db: Database,
  { appId, delivery }: DeliveryKey,
  end: { readonly state: "waiting" | "done" | "failed"; readonly says: string; readonly at: Date },
): Promise<void> => {
  const { state, says, at } = end;
  const done = state === "waiting" ? { doneAt: null } : { doneAt: at, ask: null };
  await db
    .updateTable("githubDelivery")
    .set({ state, says, ...done })
    .where("appId", "=", appId)
    .where("delivery", "=", delivery)
    .execute();
};

export const listDeliveries = (db: Database, appId: string) =>
  db
    .selectFrom("githubDelivery")
    .select(["delivery", "event", "state", "says", "receivedAt", "doneAt"])
    .where("appId", "=", appId)
    .orderBy("receivedAt", "desc")
    .orderBy("delivery")
    .limit(50)
    .execute();

type Repository = { readonly appId: string; readonly repositoryId: string };

export const rememberPush = async (
  db: Database,
  where: Repository,
  push: { readonly commits: readonly string[]; readonly accountId: string; readonly at: Date },
): Promise<void> => {
  const { accountId, at } = push;
  await db
    .insertInto("githubPush")
    .values([...new Set(push.commits)].map((sha) => ({ ...where, sha, accountId, seenAt: at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** The accounts that brought these commits in, as far as it was seen. */
export const readPushers = async (
  db: Database,
  { appId, repositoryId }: Repository,
  commits: readonly string[],
): Promise<readonly string[]> => {
  if (commits.length === 0) return [];
  const rows = await db
    .selectFrom("githubPush")
    .select("accountId")
    .distinct()
    .where("appId", "=", appId)
    .where("repositoryId", "=", repositoryId)
    .where("sha", "in", [...commits])
    .execute();
  return rows.map(({ accountId }) => accountId);
};

type Change = Repository & { readonly number: number };

export const rememberChange = async (
  db: Database,
  { appId, repositoryId, number }: Change,
  change: {
    readonly ask: GithubAsk;
    readonly headSha: string;
    readonly authors: readonly ChangeAuthor[];
    readonly people: readonly string[];
    readonly waitsFor: readonly string[];
    readonly at: Date;
  },
): Promise<void> => {
  const { headSha, people, waitsFor, at } = change;
  const [ask, authors] = [JSON.stringify(change.ask), JSON.stringify(change.authors)];
  const row = { ask, authors, headSha, people, waitsFor, askedAt: at };
  await db
    .insertInto("githubChange")
    .values({ appId, repositoryId, number, ...row })
    .onConflict((conflict) =>
      conflict.columns(["appId", "repositoryId", "number"]).doUpdateSet(row),
    )
    .execute();
};

export const forgetChange = async (db: Database, change: Change): Promise<void> => {
  await db
    .deleteFrom("githubChange")
    .where("appId", "=", change.appId)
    .where("repositoryId", "=", change.repositoryId)
    .where("number", "=", change.number)
    .execute();
};

export const readChangesAt = (db: Database, where: Repository, headSha: string) =>
  db
    .selectFrom("githubChange")
    .select("ask")
    .where("appId", "=", where.appId)
    .where("repositoryId", "=", where.repositoryId)
    .where("headSha", "=", headSha)
    .execute();

/** The changes that may close or open with what this person holds. */
export const readChangesOf = (db: Database, personId: string) =>
  db
    .selectFrom("githubChange")
    .select(["appId", "repositoryId", "number"])
    .where(sql<boolean>`people @> array[${personId}]::uuid[]`)
    .execute();

export const readChange = (db: Database, change: Change) =>
  db
    .selectFrom("githubChange")
    .select(["ask", "authors", "waitsFor"])
    .where("appId", "=", change.appId)
    .where("repositoryId", "=", change.repositoryId)
    .where("number", "=", change.number)
    .executeTakeFirst();

/** What nobody asks about any more. */
export const cleanGithub = async (db: Database, before: Date): Promise<void> => {
  await db.deleteFrom("githubDelivery").where("receivedAt", "<", before).execute();
  await db.deleteFrom("githubPush").where("seenAt", "<", before).execute();
  await db.deleteFrom("githubChange").where("askedAt", "<", before).execute();
};
