import { openCheckpoint, signCheckpoint } from "@checkride/ledger/checkpoint";
import { leafHash, makeEntry } from "@checkride/ledger/entry";
import { EMPTY_ROOT, type Hash } from "@checkride/ledger/hashes";
import { type ReadTile, rootFromTiles, tilesAfterAppend } from "@checkride/ledger/tiles";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import {
  countPlaces,
  givePlaces,
  isAnythingWaiting,
  newestCheckpoint,
  readWaiting,
  takeSealerLock,
  tileReader,
  type WaitingRow,
  writeCheckpoint,
  writeTiles,
} from "./ledger-store.ts";
import type { ReadSigner } from "./signing-key.ts";

export type SealDeps = {
  readonly db: Database;
  readonly readSigner: ReadSigner;
  readonly clock: () => Date;
};

/** What is stored is not what was signed. Sealing stops: it would put a signature under the change. */
export type LedgerFault = { readonly says: string };

export type Sealed = { readonly sealed: number; readonly more: boolean };

const batchMax = 5_000;
const nothing: Sealed = { sealed: 0, more: false };

/**
 * Gives waiting evidence its place, extends the tree and signs the new checkpoint, all in one transaction:
 * whenever it is cut off, the ledger is what it was before or what it is after. Any node may do it, one at a
 * time.
 */
export const seal = async (deps: SealDeps): Promise<Result<Sealed, LedgerFault>> => {
  if (!(await isAnythingWaiting(deps.db))) return ok(nothing);
  return deps.db.transaction().execute(async (tx) => {
    if (!(await takeSealerLock(tx))) return ok(nothing);
    const signer = await deps.readSigner(tx);
    const readTile = tileReader(tx);
    const tree = await readTree(tx, signer.vkey, readTile);
    if (!tree.ok) return tree;
    const rows = await readWaiting(tx, batchMax);
    if (rows.length === 0) return ok(nothing);
    const leaves = checkLeaves(rows);
    if (!leaves.ok) return leaves;
    const { size } = tree.value;
    const grown = await tilesAfterAppend(size, leaves.value, readTile);
    await givePlaces(
      tx,
      rows.map((row) => row.id),
      size,
    );
    await writeTiles(tx, grown.tiles);
    const origin = signer.name;
    const note = signCheckpoint({ origin, size: grown.size, root: grown.root }, signer);
    const sealedAt = deps.clock();
    await writeCheckpoint(tx, { size: grown.size, root: grown.root, note, sealedAt });
    return ok({ sealed: rows.length, more: rows.length === batchMax });
  });
};

/** The tree as it was signed last, provided that tiles and places still say the same. */
const readTree = async (
  tx: Database,
  vkey: string,
  readTile: ReadTile,
): Promise<Result<{ readonly size: number; readonly root: Hash }, LedgerFault>> => {
  const newest = await newestCheckpoint(tx);
  const signed = newest
    ? openCheckpoint(newest.note, vkey)
    : ok({ size: 0, root: EMPTY_ROOT, origin: "" });
  if (!signed.ok)
    return fault(`the newest checkpoint is not signed by it: ${signed.error.message}`);
  const { size, root } = signed.value;
  if (newest && newest.size !== size) {
    return fault(`the checkpoint stored for ${newest.size} rows was signed for ${size}`);
  }
  const places = await countPlaces(tx);
  if (places !== size) {
    return fault(`${places} rows have a place, the newest checkpoint signs ${size}`);
  }
  const stored = await rootFromTiles(size, readTile).catch((error: unknown) => String(error));
  return stored === root
    ? ok({ size, root })
    : fault(`the tiles give ${stored} for ${size} rows, signed is ${root}`);
};

const checkLeaves = (rows: readonly WaitingRow[]): Result<readonly Hash[], LedgerFault> => {
  const leaves: Hash[] = [];
  for (const { id, at, kind, commitment, leaf } of rows) {
    const hex = commitment.toString("hex");
    const entry = makeEntry({ id, at: at.toISOString(), kind, commitment: hex });
    const expected = entry.ok ? leafHash(entry.value) : null;
    if (expected !== leaf.toString("hex")) {
      return fault(`the waiting row ${id} was changed: its entry does not give its leaf`);
    }
    leaves.push(expected);
  }
  return ok(leaves);
};

const fault = (what: string) =>
  fail({
    says: `Sealing has stopped, because the ledger does not match its signature: ${what}. Compare with a backup or an export before anything else.`,
  });
