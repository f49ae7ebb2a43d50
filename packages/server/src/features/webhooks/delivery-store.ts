import type { DeliveryAttempt } from "@checkride/api/webhooks";
import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import { kept } from "../../platform/kept-statements.ts";
import type { DeliveryState } from "../../platform/webhook-tables.ts";

const listed = (db: Database) =>
  db
    .selectFrom("webhookDelivery as d")
    .innerJoin("happening as h", "h.id", "d.happeningId")
    .select(["d.id", "d.state", "d.madeAt", "d.nextAt", "d.attempts"])
    .select(["h.id as happening", "h.type", "h.at", "h.person", "h.body"]);

export type DeliveryRow = Awaited<ReturnType<typeof listDeliveries>>[number];

/** Newest first; a happening's id says when it happened. */
export const listDeliveries = (
  db: Database,
  ask: { webhook: string; before: string | null; state: DeliveryState | null; limit: number },
) =>
  listed(db)
    .where("d.webhookId", "=", ask.webhook)
    .$if(ask.before !== null, (query) => query.where("d.happeningId", "<", ask.before ?? ""))
    .$if(ask.state !== null, (query) => query.where("d.state", "=", ask.state ?? "waiting"))
    .orderBy("d.happeningId", "desc")
    .limit(ask.limit)
    .execute();

export const readDelivery = (db: Database, id: string) =>
  listed(db).where("d.id", "=", id).executeTakeFirstOrThrow();

export const insertDelivery = async (
  tx: Database,
  one: { id: string; webhookId: string; happeningId: string; now: Date },
): Promise<void> => {
  const { id, webhookId, happeningId, now } = one;
  await tx
    .insertInto("webhookDelivery")
    .values({ id, webhookId, happeningId, state: "waiting", madeAt: now, nextAt: now })
    .execute();
};

/** False: there is none. One that is being sent right now is simply sent once more. */
export const replayOne = async (db: Database, id: string, now: Date): Promise<boolean> => {
  const done = await db
    .updateTable("webhookDelivery")
    .set({ state: "waiting", tries: 0, nextAt: now })
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  return done !== undefined;
};

/** Everything that it is to hear of, whether or not it was delivered then; never a test. */
export const replaySince = async (
  db: Database,
  { webhook, since, now }: { webhook: string; since: Date; now: Date },
): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into webhook_delivery (id, webhook_id, happening_id, state, made_at, next_at)
    select gen_random_uuid(), w.id, h.id, 'waiting', ${now}, ${now}
    from webhook w join happening h on h.type = any (w.types) and h.at >= ${since} and h.seq is not null
    where w.id = ${webhook}
    on conflict (webhook_id, happening_id) do update
      set state = 'waiting', tries = 0, next_at = excluded.next_at`.execute(db);
  return Number(numAffectedRows ?? 0n);
};

export type Receiver = {
  readonly id: string;
  readonly url: string;
  readonly failingSince: Date | null;
};

/** Webhooks with something to send now, that did not ask to be left alone. */
export const readReceivers = async (db: Database, now: Date): Promise<readonly Receiver[]> => {
  const { rows } = await sql<Receiver>`${sql.raw(kept("webhook-receivers"))}
    select id, url, failing_since from webhook
    where (held_until is null or held_until <= ${now}::timestamptz) and exists (
      select from webhook_delivery d
      where d.webhook_id = webhook.id and d.state = 'waiting' and d.next_at <= ${now}::timestamptz)`.execute(
    db,
  );
  return rows;
};

export type Claimed = {
  readonly id: string;
  readonly webhookId: string;
  readonly tries: number;
  readonly happening: string;
  readonly type: string;
  readonly at: Date;
  readonly person: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  /** The newest first. */
  readonly secrets: readonly Buffer[];
};

/**
 * So many of each webhook, whose claim on them ends at `lostAt`: a process that dies while it sends leaves them
 * to another one.
 */
export const claimDue = async (
  db: Database,
  free: ReadonlyMap<string, number>,
  { now, lostAt }: { now: Date; lostAt: Date },
): Promise<readonly Claimed[]> => {
  const { rows } = await sql<Claimed>`${sql.raw(kept("webhook-claim"))}
    with due as (
      select d.id from unnest(${[...free.keys()]}::uuid[], ${[...free.values()]}::int[]) as f (webhook_id, free)
      cross join lateral (
        select id from webhook_delivery
        where webhook_id = f.webhook_id and state = 'waiting' and next_at <= ${now}::timestamptz
        order by next_at limit f.free for update skip locked) d
    ), claimed as (
      update webhook_delivery set next_at = ${lostAt}::timestamptz from due
      where webhook_delivery.id = due.id
      returning webhook_delivery.id, webhook_delivery.webhook_id, tries, happening_id
    )
    select c.id, c.webhook_id, c.tries, h.id as happening, h.type, h.at, h.person, h.body,
      array(select s.sealed from webhook_secret s where s.webhook_id = c.webhook_id
        and (s.until is null or s.until > ${now}::timestamptz) order by s.made_at desc, s.id desc) as secrets
    from claimed c join happening h on h.id = c.happening_id`.execute(db);
  return rows;
};

const attemptsKept = 20;

export type Outcome = {
  readonly id: string;
  readonly attempt: DeliveryAttempt;
  readonly state: DeliveryState;
  readonly nextAt: Date | null;
};

/** What was delivered stays so, whatever a second sender of the same message met later. */
export const writeOutcomes = async (db: Database, outcomes: readonly Outcome[]): Promise<void> => {
  const column = <K extends keyof Outcome>(key: K) => outcomes.map((outcome) => outcome[key]);
  const attempts = outcomes.map(({ attempt }) => JSON.stringify([attempt]));
  await sql`${sql.raw(kept("webhook-outcomes"))}
    update webhook_delivery d set
      attempts = case when jsonb_array_length(d.attempts) < ${sql.lit(attemptsKept)}
        then d.attempts || o.attempt else (d.attempts || o.attempt) - 0 end,
      tries = d.tries + 1,
      state = case when d.state = 'waiting' or o.state = 'delivered' then o.state else d.state end,
      next_at = case when d.state = 'waiting' or o.state = 'delivered' then o.next_at else d.next_at end
    from unnest(${column("id")}::uuid[], ${attempts}::jsonb[], ${column("state")}::text[],
      ${column("nextAt")}::timestamptz[]) as o (id, attempt, state, next_at)
    where d.id = o.id`.execute(db);
};

/** Taken, but not sent after all. */
export const releaseClaims = async (
  db: Database,
  ids: readonly string[],
  now: Date,
): Promise<void> => {
  await db
    .updateTable("webhookDelivery")
    .set({ nextAt: now })
    .where("id", "in", ids)
    .where("state", "=", "waiting")
    .execute();
};

/** The first failure after a success begins the time that it is failing for. */
export const noteFailing = async (
  db: Database,
  webhook: string,
  { at, heldUntil }: { at: Date; heldUntil: Date | null },
): Promise<Date> => {
  const row = await db
    .updateTable("webhook")
    .set((eb) => ({
      failingSince: eb.fn.coalesce("failingSince", sql<Date>`${at}::timestamptz`),
      heldUntil,
    }))
    .where("id", "=", webhook)
    .returning("failingSince")
    .executeTakeFirst();
  return row?.failingSince ?? at;
};

export const noteReached = async (db: Database, webhook: string): Promise<void> => {
  await db
    .updateTable("webhook")
    .set({ failingSince: null, heldUntil: null })
    .where("id", "=", webhook)
    .execute();
};
