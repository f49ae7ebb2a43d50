import type { JsonObject } from "@checkride/ledger/canonical";
import { commit, leafHash, makeEntry } from "@checkride/ledger/entry";
import type { Hash } from "@checkride/ledger/hashes";
import { appendLeaves, emptyFrontier, frontierRoot } from "@checkride/ledger/tree";
import type { Client } from "pg";
import type { SignedCheckpoint } from "./signed-checkpoint.ts";

type SealedRow = {
  id: string;
  at: Date;
  kind: string;
  person: string | null;
  actor: string | null;
  body: JsonObject | null;
  salt: Buffer | null;
  commitment: Buffer;
  leaf: Buffer;
  seq: string;
};

const batchRows = 5_000;

const batchSql = `
  select id, at, kind, person, actor, body, salt, commitment, leaf, seq from evidence
  where seq >= $1 order by seq limit ${batchRows}`;

/** What a row says must give its commitment (unless it was erased), and that its leaf. */
const faultOf = (row: SealedRow, expectedSeq: number): string | null => {
  const { id, at, kind, person, actor, body, salt } = row;
  const commitment = row.commitment.toString("hex");
  if (Number(row.seq) !== expectedSeq) return `row ${expectedSeq} is missing`;
  if (body !== null && salt !== null) {
    const given = commit({ person, actor, body }, salt);
    if (!given.ok || given.value !== commitment) {
      return `row ${expectedSeq}: the content does not match its commitment`;
    }
  }
  const entry = makeEntry({ id, at: at.toISOString(), kind, commitment });
  return entry.ok && leafHash(entry.value) === row.leaf.toString("hex")
    ? null
    : `row ${expectedSeq}: the entry does not match its leaf hash`;
};

const faultsMax = 20;

/** Recomputes the whole ledger from its rows, up to what was signed. Empty: it is what was signed. */
export const checkSealedRows = async (
  client: Client,
  signed: SignedCheckpoint | null,
  progress: (line: string) => void,
): Promise<readonly string[]> => {
  const faults: string[] = [];
  const size = signed?.size ?? 0;
  let frontier = emptyFrontier;
  let seq = 0;
  for (;;) {
    const { rows } = await client.query<SealedRow>(batchSql, [seq]);
    if (rows.length === 0) break;
    const leaves: Hash[] = [];
    for (const row of rows) {
      const fault = seq < size ? faultOf(row, seq) : `row ${row.seq} is beyond what was signed`;
      if (fault !== null) faults.push(fault);
      if (faults.length >= faultsMax) return faults;
      leaves.push(row.leaf.toString("hex"));
      seq = Number(row.seq) + 1;
    }
    frontier = appendLeaves(frontier, leaves);
    progress(`checking the ledger: ${seq.toLocaleString("en")} of ${size.toLocaleString("en")}`);
  }
  if (seq < size) faults.push(`rows ${seq} to ${size - 1} are missing`);
  if (signed && faults.length === 0 && frontierRoot(frontier) !== signed.root) {
    faults.push("the rows do not give the signed root");
  }
  return faults;
};
