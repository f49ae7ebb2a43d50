import type { LedgerState } from "@checkride/api/evidence";
import { consistencyFromTiles, rootFromTiles } from "@checkride/ledger/tiles";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { countWaiting, tileReader } from "./ledger-store.ts";
import { readSignedTree } from "./signed-tree.ts";
import type { ReadSigner } from "./signing-key.ts";

export const showLedger = async (db: Database, readSigner: ReadSigner): Promise<LedgerState> => {
  const tree = await readSignedTree(db, readSigner);
  const isSealed = tree.sealedAt !== null;
  return {
    origin: tree.origin,
    vkey: tree.vkey,
    size: tree.size,
    root: isSealed ? tree.root : null,
    sealedAt: tree.sealedAt?.toISOString() ?? null,
    waiting: await countWaiting(db),
    checkpoint: isSealed ? tree.note : null,
  };
};

export type Consistency = {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: string;
  readonly toRoot: string;
  readonly proof: string[];
};

export const proveConsistency = async (
  db: Database,
  readSigner: ReadSigner,
  ask: { readonly from: number; readonly to: number | undefined },
): Promise<Result<Consistency, Refusal>> => {
  const { size } = await readSignedTree(db, readSigner);
  const { from, to = size } = ask;
  const faults = [
    ...(to > size ? [{ in: "query/to", says: `the ledger has ${size} rows` }] : []),
    ...(from > to ? [{ in: "query/from", says: `must not be more than ${to}` }] : []),
  ];
  const [first] = faults;
  if (first) return refuse("bad-input", `${first.in}: ${first.says}.`, { faults });
  const readTile = tileReader(db);
  return ok({
    from,
    to,
    fromRoot: await rootFromTiles(from, readTile),
    toRoot: await rootFromTiles(to, readTile),
    proof: await consistencyFromTiles(from, to, readTile),
  });
};
