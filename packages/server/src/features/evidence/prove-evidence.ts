import type { EvidenceProof } from "@checkride/api/evidence";
import { inclusionFromTiles } from "@checkride/ledger/tiles";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { evidenceView } from "./evidence-view.ts";
import { tileReader } from "./ledger-store.ts";
import { readSignedTree } from "./signed-tree.ts";
import type { ReadSigner } from "./signing-key.ts";
import { findRow, readProofParts } from "./store.ts";

/** Handed out as it is stored: whether it leads to the signed root is for the one who asked to verify. */
export const proveEvidence = async (
  db: Database,
  readSigner: ReadSigner,
  id: string,
): Promise<Result<EvidenceProof, Refusal>> => {
  const row = await findRow(db, id);
  if (!row) return refuse("not-found", "There is no such evidence.");
  const tree = await readSignedTree(db, readSigner);
  if (row.seq === null || row.seq >= tree.size) {
    return refuse("not-sealed", "This fact waits for its seal; it has no proof yet.", {
      wayOut: "Ask again in a second or two.",
      retryAfterSeconds: 2,
    });
  }
  const parts = await readProofParts(db, id);
  return ok({
    row: evidenceView(row),
    commitment: parts.commitment.toString("hex"),
    salt: parts.salt?.toString("hex") ?? null,
    leaf: parts.leaf.toString("hex"),
    size: tree.size,
    root: tree.root,
    inclusion: await inclusionFromTiles(row.seq, tree.size, tileReader(db)),
    checkpoint: tree.note,
    vkey: tree.vkey,
  });
};
