import type { EvidenceFact } from "@checkride/rules/evidence";
import type { PersonFacts } from "@checkride/rules/person";
import type { Standing } from "@checkride/rules/standing";
import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import { silentKinds } from "../../platform/evidence/append-evidence.ts";
import { kept } from "../../platform/kept-statements.ts";

export type StoredStandings = {
  readonly rulesHash: string;
  readonly standings: readonly Standing[];
  readonly computedAt: Date;
  readonly changesAt: Date | null;
  readonly isStale: boolean;
};

/** A person as the rules see them, with what is stored about them and which policy is in force. */
export type Subject = {
  readonly person: PersonFacts;
  readonly policy: { readonly version: number; readonly appliedAt: Date | null } | null;
  readonly stored: StoredStandings | null;
};

type SubjectRow = Omit<PersonFacts, "startedAt"> & {
  readonly askedAs: string;
  readonly startedAt: Date;
  readonly policyVersion: number | null;
  readonly policyAppliedAt: Date | null;
  readonly rulesHash: string | null;
  readonly stamp: string | null;
  /** Null where the stamp that was sent along is still the row's. */
  readonly standings: readonly Standing[] | null;
  readonly computedAt: Date;
  readonly changesAt: Date | null;
  readonly isStale: boolean;
};

/** `xmin` is the transaction that wrote the row: a row with another answer has another one. */
const subjectQuery = (key: "id" | "email"): string => `
  select k.key as asked_as, p.id, p.team, p.job, p.tier, p.roles, p.attributes, p.started_at,
    p.deactivated_at is null and p.erased_at is null as active,
    v.version as policy_version, v.applied_at as policy_applied_at, s.rules_hash,
    s.xmin::text as stamp, case when s.xmin::text = k.stamp then null else s.standings end as standings,
    s.computed_at, s.changes_at, m.person_id is not null as is_stale
  from k
  join person p on ${key === "id" ? "p.id = k.key::uuid" : "p.email = k.key"}
  left join policy_version v on v.state = 'in-force'
  left join person_standing s on s.person_id = p.id
  left join standing_stale m on m.person_id = p.id`;

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Seen = { readonly stamp: string; readonly standings: readonly Standing[] };

/** So many answers are remembered; one is some 30 KB. */
const seenMax = 2_000;

const subjectOf = (row: SubjectRow, standings: readonly Standing[]): Subject => {
  const { policyVersion, policyAppliedAt, rulesHash, stamp: _, askedAs: __, ...rest } = row;
  const { computedAt, changesAt, isStale, startedAt, standings: ___, ...person } = rest;
  return {
    person: { ...person, startedAt: startedAt.toISOString() },
    policy: policyVersion === null ? null : { version: policyVersion, appliedAt: policyAppliedAt },
    stored: rulesHash === null ? null : { rulesHash, standings, computedAt, changesAt, isStale },
  };
};

/**
 * By id or by e-mail address, whichever the key is. One statement, so that all of it is of one moment, and a
 * kept one: each decision of a gate and each home page asks for a subject. Standings that were read before
 * and are unchanged are not sent and parsed again.
 */
export const subjectReader = (
  db: Database,
): ((keys: readonly string[]) => Promise<ReadonlyMap<string, Subject>>) => {
  const seen = new Map<string, Seen>();
  const remember = (key: string, one: Seen): void => {
    seen.delete(key);
    seen.set(key, one);
    const oldest = seen.size > seenMax ? seen.keys().next().value : undefined;
    if (oldest !== undefined) seen.delete(oldest);
  };
  const read = async (name: string, column: "id" | "email", keys: readonly string[]) => {
    if (keys.length === 0) return [];
    const known = new Map(keys.map((key) => [key, seen.get(key)]));
    const stamps = keys.map((key) => known.get(key)?.stamp ?? "");
    const { rows } = await sql<SubjectRow>`${sql.raw(kept(name))}with k as (
        select * from unnest(${keys}::text[], ${stamps}::text[]) as k (key, stamp)
      )${sql.raw(subjectQuery(column))}`.execute(db);
    return rows.map((row): readonly [string, Subject] => {
      const standings = row.standings ?? known.get(row.askedAs)?.standings ?? [];
      if (row.stamp !== null) remember(row.askedAs, { stamp: row.stamp, standings });
      return [row.askedAs, subjectOf(row, standings)];
    });
  };
  return async (keys) => {
    // Whatever is neither an id nor an address is nobody; it must not spoil the statement for the others.
    const ids = keys.filter((key) => idPattern.test(key));
    const emails = keys.filter((key) => key.includes("@"));
    return new Map([
      ...(await read("subjects-by-id", "id", ids)),
      ...(await read("subjects-by-email", "email", emails)),
    ]);
  };
};

/** All that rules may ask of a person's evidence, up to a moment or with what lies ahead of the clock. */
export const readFactsOf = async (
  db: Database,
  personId: string,
  upTo: Date | null,
): Promise<readonly EvidenceFact[]> => {
  const rows = await db
    .selectFrom("evidence")
    .select(["id", "at", "kind", "body"])
    .where("person", "=", personId)
    .$if(upTo !== null, (query) => query.where("at", "<=", upTo ?? new Date(0)))
    .where("kind", "!~", silentKinds.source)
    .execute();
  return rows.flatMap(({ id, at, kind, body }) =>
    body === null ? [] : [{ id, at: at.toISOString(), kind, body }],
  );
};

/**
 * From here to the end of the transaction nobody else refreshes this person and no evidence about them is
 * committed unseen: an append needs the same mark (see append-evidence). Null: not a person.
 */
export const lockForRefresh = async (tx: Database, personId: string, now: Date): Promise<void> => {
  await tx
    .insertInto("standingStale")
    .values({ personId, since: now })
    .onConflict((conflict) => conflict.column("personId").doUpdateSet({ since: now }))
    .execute();
};

export const clearMark = async (tx: Database, personId: string): Promise<void> => {
  await tx.deleteFrom("standingStale").where("personId", "=", personId).execute();
};

/**
 * The next people behind an id whom no other node is refreshing. In the order of the key, so that a long
 * list is walked once instead of being searched from its beginning for each of them.
 */
export const claimStale = async (
  tx: Database,
  after: string | null,
  limit: number,
): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom("standingStale")
    .select("personId")
    .$if(after !== null, (query) => query.where("personId", ">", after ?? ""))
    .orderBy("personId")
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => row.personId);
};

/** People for whom time alone has changed something get a mark, found by index. */
export const markPassed = async (db: Database, now: Date, limit: number): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into standing_stale (person_id, since)
    select person_id, ${now} from person_standing
    where changes_at <= ${now} order by changes_at limit ${limit}
    on conflict do nothing`.execute(db);
  return Number(numAffectedRows ?? 0n);
};

/** The next people after an id get a mark; the last of them, or null when there are no more. */
export const markNext = async (
  db: Database,
  after: string | null,
  now: Date,
  limit: number,
): Promise<string | null> => {
  const { rows } = await sql<{ last: string | null }>`
    with next as (
      select id from person where erased_at is null and (${after}::uuid is null or id > ${after}::uuid)
      order by id limit ${limit}
    ), marked as (
      insert into standing_stale (person_id, since) select id, ${now} from next
      on conflict do nothing
    )
    select id as last from next order by id desc limit 1`.execute(db);
  return rows[0]?.last ?? null;
};

/**
 * What is worth showing: what is asked, and what was earned beyond it. That a lab for one certificate also
 * counts toward another that nobody asks for is no news.
 */
export const isListed = ({ required, state }: Standing): boolean =>
  required || (state !== "none" && state !== "underway");

export const writeStandings = async (
  tx: Database,
  personId: string,
  rulesHash: string,
  standings: readonly Standing[],
  { now, nextFactAt }: { readonly now: Date; readonly nextFactAt: string | null },
): Promise<void> => {
  const changes = [nextFactAt, ...standings.map(({ changesAt }) => changesAt)];
  const first = changes.filter((change) => change !== null).toSorted()[0];
  const answer = {
    rulesHash,
    standings: JSON.stringify(standings),
    computedAt: now,
    changesAt: first === undefined ? null : new Date(first),
  };
  await tx
    .insertInto("personStanding")
    .values({ personId, ...answer })
    .onConflict((conflict) => conflict.column("personId").doUpdateSet(answer))
    .execute();
  await tx.deleteFrom("standing").where("personId", "=", personId).execute();
  const listed = standings.filter(isListed);
  if (listed.length === 0) return;
  await tx
    .insertInto("standing")
    .values(
      listed.map(({ certificate, state, required, holds, overdue, validUntil }) => ({
        personId,
        certificate,
        state,
        required,
        holds,
        overdue,
        validUntil: validUntil === null ? null : new Date(validUntil),
      })),
    )
    .execute();
};

/** People whose stored standing was computed under other rules get a mark. */
export const markOtherRules = async (db: Database, rulesHash: string, now: Date): Promise<void> => {
  await sql`
    insert into standing_stale (person_id, since)
    select person_id, ${now} from person_standing where rules_hash <> ${rulesHash}
    on conflict do nothing`.execute(db);
};
