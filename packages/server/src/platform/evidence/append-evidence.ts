import { randomFillSync } from "node:crypto";
import type { JsonObject } from "@checkride/ledger/canonical";
import { commit, leafHash, makeEntry, SALT_BYTES } from "@checkride/ledger/entry";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { newId } from "../ids.ts";
import { kept } from "../kept-statements.ts";

export type NewEvidence = {
  readonly kind: string;
  readonly person: string | null;
  readonly actor: string | null;
  readonly body: JsonObject;
  readonly at: Date;
};

/**
 * No policy clause asks for these, and there are many: they do not make a standing stale. What was certified only
 * follows from a standing; that it was revoked is a reason for one.
 */
export const silentKinds =
  /^(gate|session|access-token|ledger)\.|^certificate\.(issued|renewed|withdrawn)$/;

const makesStale = ({ person, kind }: Pick<NewEvidence, "person" | "kind">): boolean =>
  person !== null && !silentKinds.test(kind);

const toRow = (fact: NewEvidence) => {
  const { kind, person, actor, body, at } = fact;
  const id = newId(at);
  const salt = randomFillSync(Buffer.allocUnsafe(SALT_BYTES));
  const commitment = commit({ person, actor, body }, salt);
  if (!commitment.ok) throw new Error(`evidence ${kind}: ${JSON.stringify(commitment.error)}`);
  const entry = makeEntry({ id, at: at.toISOString(), kind, commitment: commitment.value });
  if (!entry.ok) throw new Error(`evidence ${kind}: ${JSON.stringify(entry.error)}`);
  return {
    id,
    at,
    kind,
    person,
    actor,
    body: JSON.stringify(body),
    salt,
    commitment: Buffer.from(commitment.value, "hex"),
    leaf: Buffer.from(leafHash(entry.value), "hex"),
  };
};

/**
 * Appends evidence in the caller's transaction: either the change and its evidence are both there or
 * neither is. The place in the tree is given later, by the sealer. It is one statement, so that it is all or
 * nothing outside of a transaction too.
 *
 * Marks are taken in one order, so that two writers cannot wait for each other. "Do update" (not "do
 * nothing") is what holds a mark's lock until this transaction ends; with "where false" it is only locked.
 */
export const appendEvidence = async (
  tx: Database,
  facts: readonly NewEvidence[],
): Promise<readonly string[]> => {
  if (facts.length === 0) return [];
  const rows = facts.map(toRow);
  const [only] = rows;
  const statement = only && rows.length === 1 ? insertOne(only) : insertMany(rows);
  await statement.execute(tx);
  return rows.map((row) => row.id);
};

type Row = ReturnType<typeof toRow>;

const columns = sql.raw("id, at, kind, person, actor, body, salt, commitment, leaf");
const onKnownMark = sql.raw(
  "on conflict (person_id) do update set since = excluded.since where false",
);

const insertOne = (row: Row) => {
  const { id, at, kind, person, actor, body, salt, commitment, leaf } = row;
  const values = sql`values (${id}::uuid, ${at}::timestamptz, ${kind}, ${person}::uuid,
    ${actor}::uuid, ${body}::jsonb, ${salt}::bytea, ${commitment}::bytea, ${leaf}::bytea)`;
  if (!makesStale(row)) {
    return sql`${sql.raw(kept("append-silent"))} insert into evidence (${columns}) ${values}`;
  }
  return sql`${sql.raw(kept("append-one"))} with marked as (
      insert into standing_stale (person_id, since) values (${person}::uuid, ${at}::timestamptz)
      ${onKnownMark})
    insert into evidence (${columns}) ${values}`;
};

/** One text for any number of rows: each column is an array. */
const insertMany = (rows: readonly Row[]) => {
  const touched = new Map<string, Date>();
  for (const row of rows) if (row.person && makesStale(row)) touched.set(row.person, row.at);
  const marks = [...touched].sort(([a], [b]) => (a < b ? -1 : 1));
  const column = <K extends keyof Row>(key: K) => rows.map((row) => row[key]);
  return sql`${sql.raw(kept("append-many"))} with marked as (
      insert into standing_stale (person_id, since)
      select * from unnest(
        ${marks.map(([person]) => person)}::uuid[], ${marks.map(([, since]) => since)}::timestamptz[])
      ${onKnownMark})
    insert into evidence (${columns})
    select * from unnest(
      ${column("id")}::uuid[], ${column("at")}::timestamptz[], ${column("kind")}::text[],
      ${column("person")}::uuid[], ${column("actor")}::uuid[], ${column("body")}::jsonb[],
      ${column("salt")}::bytea[], ${column("commitment")}::bytea[], ${column("leaf")}::bytea[])`;
};
