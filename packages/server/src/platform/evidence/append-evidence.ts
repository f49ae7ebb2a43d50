import { randomFillSync } from "node:crypto";
import type { JsonObject } from "@checkride/ledger/canonical";
import { commit, leafHash, makeEntry, SALT_BYTES } from "@checkride/ledger/entry";
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
const silentKinds = /^(gate|session|access-token)\./;

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
 * neither is. The place in the tree is given later, by the sealer.
 */
export const appendEvidence = async (
  tx: Database,
  facts: readonly NewEvidence[],
): Promise<readonly string[]> => {
  if (facts.length === 0) return [];
  const rows = facts.map(toRow);
  await tx.insertInto("evidence").values(rows).execute();
  await markStale(tx, facts);
  return rows.map((row) => row.id);
};

/**
 * Takes the lock on each touched person's mark in one order, so that two writers cannot wait for each
 * other. The update (not "do nothing") is what holds the lock until this transaction ends.
 */
const markStale = async (tx: Database, facts: readonly NewEvidence[]): Promise<void> => {
  const touched = new Map<string, Date>();
  for (const fact of facts) {
    if (fact.person && !silentKinds.test(fact.kind)) touched.set(fact.person, fact.at);
  }
  if (touched.size === 0) return;
  const rows = [...touched].sort(([a], [b]) => (a < b ? -1 : 1));
  await tx
    .insertInto("standingStale")
    .values(rows.map(([personId, since]) => ({ personId, since })))
    .onConflict((conflict) =>
      conflict.column("personId").doUpdateSet((eb) => ({ since: eb.ref("excluded.since") })),
    )
    .execute();
};
