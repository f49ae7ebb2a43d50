import { openCheckpoint, signCheckpoint } from "@checkride/ledger/checkpoint";
import { EMPTY_ROOT, type Hash } from "@checkride/ledger/hashes";
import type { Database } from "../../platform/database.ts";
import { newestCheckpoint } from "./ledger-store.ts";
import type { ReadSigner } from "./signing-key.ts";

/** The ledger as it was signed last. */
export type SignedTree = {
  readonly origin: string;
  readonly vkey: string;
  readonly size: number;
  readonly root: Hash;
  readonly note: string;
  /** Null: nothing was sealed yet. */
  readonly sealedAt: Date | null;
};

export const readSignedTree = async (db: Database, readSigner: ReadSigner): Promise<SignedTree> => {
  const signer = await readSigner(db);
  const { name: origin, vkey } = signer;
  const newest = await newestCheckpoint(db);
  if (!newest) {
    const empty = { origin, size: 0, root: EMPTY_ROOT };
    return { ...empty, vkey, note: signCheckpoint(empty, signer), sealedAt: null };
  }
  const signed = openCheckpoint(newest.note, vkey);
  if (!signed.ok) throw new Error(`the newest checkpoint is not genuine: ${signed.error.message}`);
  const { size, root } = signed.value;
  return { origin, vkey, size, root, note: newest.note, sealedAt: newest.sealedAt };
};
