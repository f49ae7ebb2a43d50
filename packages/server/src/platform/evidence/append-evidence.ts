import { randomFillSync } from "node:crypto";
import type { JsonObject } from "@checkride/ledger/canonical";
import { commit, leafHash, makeEntry, SALT_BYTES } from "@checkride/ledger/entry";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { newId } from "../ids.ts";

export type NewEvidence = {
  readonly kind: string;
  readonly person: string | null;
  readonly actor: string | null;
  readonly body: JsonObject;
  readonly at: Date;
};

/** No policy clause asks for these, and there are many: they do not make a standing stale. */
const silentKinds = /^(gate|session|access-token|ledger)\./;

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
 * neither is. The place in the tree is given later, by the sealer. One statement whatever the number of rows,
 * so that its text is the same each time and outside of a transaction it is still all or nothing.
 *
 * Marks are taken in one order, so that two writers cannot wait for each other. The update (not "do
 * nothing") is what holds a mark's lock until this transaction ends.
 */
export const appendEvidence = async (
  tx: Database,
  facts: readonly NewEvidence[],
): Promise<readonly string[]> => {
  if (facts.length === 0) return [];
  const rows = facts.map(toRow);
  const touched = new Map<string, Date>();
  for (const { kind, person, at } of facts) {
    if (person && !silentKinds.test(kind)) touched.set(person, at);
  }
  const marks = [...touched].sort(([a], [b]) => (a < b ? -1 : 1));
  const column = <K extends keyof (typeof rows)[number]>(key: K) => rows.map((row) => row[key]);
  await sql`
    with marked as (
      insert into standing_stale (person_id, since)
      select * from unnest(
        ${marks.map(([person]) => person)}::uuid[], ${marks.map(([, since]) => since)}::timestamptz[])
      on conflict (person_id) do update set since = excluded.since
    )
    insert into evidence (id, at, kind, person, actor, body, salt, commitment, leaf)
    select * from unnest(
      ${column("id")}::uuid[], ${column("at")}::timestamptz[], ${column("kind")}::text[],
      ${column("person")}::uuid[], ${column("actor")}::uuid[], ${column("body")}::jsonb[],
      ${column("salt")}::bytea[], ${column("commitment")}::bytea[], ${column("leaf")}::bytea[])`.execute(
    tx,
  );
  return rows.map((row) => row.id);
};
