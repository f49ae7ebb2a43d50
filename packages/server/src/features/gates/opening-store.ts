import type { Opening } from "@checkride/rules/decision";
import { type Insertable, sql, type Updateable } from "kysely";
import type { Database } from "../../platform/database.ts";
import type { GateOpeningTable } from "../../platform/gate-tables.ts";
import { kept } from "../../platform/kept-statements.ts";

type OpeningRow = {
  readonly id: string;
  readonly gate: string;
  readonly personId: string;
  readonly approvedAt: Date;
  readonly endsAt: Date;
};

const openingOf = ({ id, gate, personId, approvedAt, endsAt }: OpeningRow): Opening => ({
  id,
  gate,
  person: personId,
  from: approvedAt.toISOString(),
  until: endsAt.toISOString(),
});

const byPerson = (rows: readonly OpeningRow[]): ReadonlyMap<string, readonly Opening[]> => {
  const found = new Map<string, Opening[]>();
  for (const row of rows) {
    found.set(row.personId, [...(found.get(row.personId) ?? []), openingOf(row)]);
  }
  return found;
};

/** Approved and not ended by hand; whether their time is over is the rule's to say. */
export const openingsReader =
  (db: Database) =>
  async (people: readonly string[]): Promise<ReadonlyMap<string, readonly Opening[]>> => {
    const { rows } = await sql<OpeningRow>`${sql.raw(kept("openings"))}
      select id, gate, person_id, approved_at, ends_at from gate_opening
      where person_id = any(${people}::uuid[]) and approved_at is not null and ended_at is null`.execute(
      db,
    );
    return byPerson(rows);
  };

/** As they were at a moment: what was ended by hand ended then. */
export const readOpeningsAt = async (
  db: Database,
  personId: string,
  at: Date,
): Promise<readonly Opening[]> => {
  const { rows } = await sql<OpeningRow>`
    select id, gate, person_id, approved_at, least(ends_at, ended_at) as ends_at from gate_opening
    where person_id = ${personId} and approved_at <= ${at} and least(ends_at, ended_at) > ${at}`.execute(
    db,
  );
  return rows.map(openingOf);
};

const shown = (db: Database) =>
  db
    .selectFrom("gateOpening")
    .innerJoin("person as about", "about.id", "gateOpening.personId")
    .innerJoin("person as asker", "asker.id", "gateOpening.askedBy")
    .leftJoin("person as approver", "approver.id", "gateOpening.approvedBy")
    .leftJoin("person as ender", "ender.id", "gateOpening.endedBy")
    .selectAll("gateOpening")
    .select([
      "about.name as personName",
      "asker.name as askedByName",
      "approver.name as approvedByName",
      "ender.name as endedByName",
    ]);

export type OpeningRecord = NonNullable<Awaited<ReturnType<typeof readOpening>>>;

export const readOpening = (db: Database, id: string) =>
  shown(db).where("gateOpening.id", "=", id).executeTakeFirst();

/** Nobody else approves or ends it until this transaction is over. */
export const lockOpening = (tx: Database, id: string): Promise<OpeningRecord | undefined> =>
  shown(tx).where("gateOpening.id", "=", id).forUpdate("gateOpening").executeTakeFirst();

/** Whoever asks for the same at the same time waits until this transaction is over. */
export const lockAsks = async (tx: Database, gate: string, personId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`gate-opening ${personId} ${gate}`}, 0))`.execute(
    tx,
  );
};

export const readUnderWay = (
  db: Database,
  gate: string,
  personId: string,
): Promise<readonly OpeningRecord[]> =>
  shown(db)
    .where("gate", "=", gate)
    .where("personId", "=", personId)
    .where("endedAt", "is", null)
    .execute();

/** Not ended by hand, and its time is over: that of the opening, or that for an approval. */
export const lockPassed = (
  tx: Database,
  now: Date,
  askedBefore: Date,
): Promise<readonly OpeningRecord[]> =>
  shown(tx)
    .where("endedAt", "is", null)
    .where((eb) =>
      eb.or([
        eb("endsAt", "<=", now),
        eb.and([eb("approvedAt", "is", null), eb("askedAt", "<=", askedBefore)]),
      ]),
    )
    .forUpdate("gateOpening")
    .skipLocked()
    .execute();

type OpeningFilter = {
  readonly state: "asked" | "open" | "ended" | undefined;
  readonly before: string | null;
  readonly limit: number;
  readonly now: Date;
  readonly askedBefore: Date;
};

export const listOpenings = (
  db: Database,
  { state, before, limit, now, askedBefore }: OpeningFilter,
): Promise<readonly OpeningRecord[]> =>
  shown(db)
    .$if(state !== undefined, (query) =>
      query.where(
        sql<string>`case
          when ended_at is not null or coalesce(ends_at <= ${now}, asked_at <= ${askedBefore}) then 'ended'
          when ends_at is null then 'asked' else 'open' end`,
        "=",
        state ?? "",
      ),
    )
    .$if(before !== null, (query) => query.where("gateOpening.id", "<", before ?? ""))
    .orderBy("gateOpening.id", "desc")
    .limit(limit)
    .execute();

export const insertOpening = async (
  tx: Database,
  opening: Pick<
    Insertable<GateOpeningTable>,
    "id" | "gate" | "personId" | "reason" | "minutes" | "askedBy" | "askedAt"
  >,
): Promise<void> => {
  await tx.insertInto("gateOpening").values(opening).execute();
};

export const changeOpening = async (
  tx: Database,
  id: string,
  change: Updateable<GateOpeningTable>,
): Promise<OpeningRecord> => {
  await tx.updateTable("gateOpening").set(change).where("id", "=", id).execute();
  const changed = await readOpening(tx, id);
  if (!changed) throw new Error("an opening that was just changed is not there");
  return changed;
};
