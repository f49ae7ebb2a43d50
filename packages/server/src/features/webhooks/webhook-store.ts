import { type Insertable, sql, type Updateable } from "kysely";
import type { Database } from "../../platform/database.ts";
import type { OffReason, WebhookSecretTable, WebhookTable } from "../../platform/webhook-tables.ts";

const waitingOf = sql<number>`(
  select count(*) from webhook_delivery d where d.webhook_id = webhook.id and d.state = 'waiting')`;
const failedOf = sql<number>`(
  select count(*) from webhook_delivery d where d.webhook_id = webhook.id and d.state = 'failed')`;
/** The latest end of an attempt that arrived; of the latest messages only, which is enough to say how it does. */
const lastDeliveredOf = sql<string | null>`(
  select max(d.attempts -> -1 ->> 'at') from (
    select state, attempts from webhook_delivery l where l.webhook_id = webhook.id
    order by l.happening_id desc limit 100) d where d.state = 'delivered')`;
const previousUntilOf = sql<Date | null>`(
  select max(s.until) from webhook_secret s where s.webhook_id = webhook.id)`;

const listed = (db: Database) =>
  db
    .selectFrom("webhook")
    .innerJoin("person", "person.id", "webhook.createdBy")
    .selectAll("webhook")
    .select([
      "person.name as creator",
      waitingOf.as("waiting"),
      failedOf.as("failed"),
      lastDeliveredOf.as("lastDeliveredAt"),
      previousUntilOf.as("previousSecretUntil"),
    ]);

export type WebhookRow = Awaited<ReturnType<typeof listWebhooks>>[number];

export const listWebhooks = (db: Database) =>
  listed(db).orderBy("webhook.createdAt").orderBy("webhook.id").execute();

export const readWebhook = (db: Database, id: string): Promise<WebhookRow> =>
  listed(db).where("webhook.id", "=", id).executeTakeFirstOrThrow();

export const lockWebhook = (tx: Database, id: string) =>
  tx.selectFrom("webhook").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();

export const hasWebhook = async (db: Database, id: string): Promise<boolean> =>
  (await db.selectFrom("webhook").select("id").where("id", "=", id).executeTakeFirst()) !==
  undefined;

/** Of those that make one at the same time the second counts the first one's. */
export const lockAndCountWebhooks = async (tx: Database): Promise<number> => {
  await sql`lock table webhook in share row exclusive mode`.execute(tx);
  const { count } = await tx
    .selectFrom("webhook")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
};

export const insertWebhook = async (
  tx: Database,
  webhook: Insertable<WebhookTable>,
): Promise<void> => {
  await tx.insertInto("webhook").values(webhook).execute();
};

export const updateWebhook = async (
  tx: Database,
  id: string,
  change: Updateable<WebhookTable>,
): Promise<void> => {
  await tx.updateTable("webhook").set(change).where("id", "=", id).execute();
};

export const deleteWebhook = async (tx: Database, id: string): Promise<boolean> => {
  const { numDeletedRows } = await tx.deleteFrom("webhook").where("id", "=", id).executeTakeFirst();
  return numDeletedRows > 0n;
};

/** True: it was on. What was still to be sent is not sent any more. */
export const turnOff = async (
  tx: Database,
  id: string,
  offBecause: OffReason,
  offAt: Date,
): Promise<boolean> => {
  const off = await tx
    .updateTable("webhook")
    .set({ active: false, offBecause, offAt, heldUntil: null })
    .where("id", "=", id)
    .where("active", "=", true)
    .returning("id")
    .executeTakeFirst();
  if (!off) return false;
  await tx
    .updateTable("webhookDelivery")
    .set({ state: "stopped", nextAt: null })
    .where("webhookId", "=", id)
    .where("state", "=", "waiting")
    .execute();
  return true;
};

export const insertSecret = async (
  tx: Database,
  secret: Insertable<WebhookSecretTable>,
): Promise<void> => {
  await tx.insertInto("webhookSecret").values(secret).execute();
};

/** The newest secret signs along until then; those before it keep their end. */
export const endNewestSecret = async (tx: Database, id: string, until: Date): Promise<void> => {
  await tx
    .updateTable("webhookSecret")
    .set({ until })
    .where("webhookId", "=", id)
    .where("until", "is", null)
    .execute();
};

export const deleteEndedSecrets = async (db: Database, now: Date): Promise<void> => {
  await db.deleteFrom("webhookSecret").where("until", "<=", now).execute();
};
