import { generateKeyPairSync } from "node:crypto";
import { signCheckpoint } from "@checkride/ledger/checkpoint";
import { commit, leafHash, makeEntry } from "@checkride/ledger/entry";
import { type ExportRow, writeExport } from "@checkride/ledger/export-format";
import { makeSigner } from "@checkride/ledger/note";
import { rootOfLeaves } from "@checkride/ledger/tree";

const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const makeRow = (seq: number): ExportRow => {
  const record = { person: null, actor: null, body: { score: seq } };
  const salt = Buffer.alloc(32, seq);
  const entry = makeEntry({
    id: `0196f0a0-0000-7000-8000-${seq.toString(16).padStart(12, "0")}`,
    at: new Date(Date.UTC(2026, 4, 3, 9, 0, seq)).toISOString(),
    kind: "lab.passed",
    commitment: must(commit(record, salt)),
  });
  return { seq, entry: must(entry), content: { salt, record } };
};

export type TestExport = {
  readonly text: string;
  readonly vkey: string;
  readonly rows: number;
  /** The signed note at an earlier size. */
  readonly checkpointAt: (size: number) => string;
};

/** A complete export of a small ledger, signed with a key of its own. */
export const makeExport = async (rows: number): Promise<TestExport> => {
  const origin = "ledger.example";
  const signer = makeSigner(origin, generateKeyPairSync("ed25519").privateKey);
  const all = Array.from({ length: rows }, (_, seq) => makeRow(seq));
  const checkpointAt = (size: number) => {
    const root = rootOfLeaves(all.slice(0, size).map(({ entry }) => leafHash(entry)));
    return signCheckpoint({ origin, size, root }, signer);
  };
  const header = {
    origin,
    vkey: signer.vkey,
    checkpoint: checkpointAt(rows),
    rows,
    complete: true,
  };
  let text = "";
  for await (const piece of writeExport(header, all)) text += piece;
  return { text, vkey: signer.vkey, rows, checkpointAt };
};
