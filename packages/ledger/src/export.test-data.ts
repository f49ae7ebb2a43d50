import { createPrivateKey, hash } from "node:crypto";
import type { JsonObject } from "./canonical.ts";
import { signCheckpoint } from "./checkpoint.ts";
import { commit, type Entry, leafHash, makeEntry } from "./entry.ts";
import {
  BLOCK_ROWS,
  blockLine,
  type ExportFilter,
  type ExportHeader,
  type ExportRow,
  writeExport,
} from "./export-format.ts";
import type { ExportReport } from "./export-report.ts";
import { makeSigner, type NoteSigner } from "./note.ts";
import { nodesOf } from "./tree.test-data.ts";
import { inclusionProof, rootOfLeaves } from "./tree.ts";
import { type VerifyOptions, verifyExport } from "./verify-export.ts";

function signerFromSeed(seed: number): NoteSigner {
  const prefix = Buffer.from("302e020100300506032b657004220420", "hex");
  const key = Buffer.concat([prefix, Buffer.alloc(32, seed)]);
  return makeSigner("ledger.example", createPrivateKey({ key, format: "der", type: "pkcs8" }));
}

export const signer = signerFromSeed(1);
export const otherSigner = signerFromSeed(2);
export const ORIGIN = "ledger.example/evidence";

const people = ["ada", "bob", "çelik", null];
const kinds = ["lab.passed", "quiz.taken", "certificate.issued"];

function bodyOf(seq: number): JsonObject {
  return { score: seq / 8, note: `row ${seq} – “ok”`, tries: [seq % 3, { last: seq % 2 === 0 }] };
}

function entryOf(parts: Omit<Entry, "v">): Entry {
  const entry = makeEntry(parts);
  if (!entry.ok) throw new Error(JSON.stringify(entry.error));
  return entry.value;
}

/** Row `seq` of a ledger that is the same in every test; every tenth row is erased. */
export function makeRow(seq: number): ExportRow {
  const person = people[seq % people.length] ?? null;
  const record = { person, actor: seq % 2 === 0 ? "ada" : null, body: bodyOf(seq) };
  const salt = hash("sha256", `salt ${seq}`, "buffer");
  const commitment = commit(record, salt);
  if (!commitment.ok) throw new Error("the test record is no JSON");
  const entry = entryOf({
    id: `01890a5d-ac96-774b-bcce-${seq.toString(16).padStart(12, "0")}`,
    at: new Date(Date.UTC(2026, 4, 3) + seq * 1_000).toISOString(),
    kind: kinds[seq % kinds.length] ?? "",
    commitment: commitment.value,
  });
  return { seq, entry, content: seq % 10 === 9 ? null : { salt, record } };
}

export const makeRows = (count: number): ExportRow[] =>
  Array.from({ length: count }, (_, seq) => makeRow(seq));

export const leavesOf = (rows: readonly ExportRow[]) => rows.map(({ entry }) => leafHash(entry));

export function checkpointOf(rows: readonly ExportRow[], by = signer, origin = ORIGIN): string {
  const root = rootOfLeaves(leavesOf(rows));
  return signCheckpoint({ origin, size: rows.length, root }, by);
}

export async function linesOf(header: ExportHeader, rows: Iterable<ExportRow>): Promise<string[]> {
  let text = "";
  for await (const piece of writeExport(header, rows)) text += piece;
  return text.slice(0, -1).split("\n");
}

export function headerOf(rows: readonly ExportRow[], by = signer): ExportHeader {
  const checkpoint = checkpointOf(rows, by);
  return { origin: ORIGIN, vkey: by.vkey, checkpoint, rows: rows.length, complete: true };
}

export const completeExport = (rows: readonly ExportRow[], by = signer): Promise<string[]> =>
  linesOf(headerOf(rows, by), rows);

export function partialExport(
  rows: readonly ExportRow[],
  chosen: (row: ExportRow) => boolean,
  filter?: ExportFilter,
): Promise<string[]> {
  const getHash = nodesOf(leavesOf(rows));
  const some = rows.filter(chosen).map((row) => {
    return { ...row, proof: inclusionProof(row.seq, rows.length, getHash) };
  });
  const header = { ...headerOf(rows), rows: some.length, complete: false };
  return linesOf(filter ? { ...header, filter } : header, some);
}

/** What somebody writes who changes rows and then makes leaves and blocks fit again. */
export async function reforgedExport(
  rows: readonly ExportRow[],
  change: (row: ExportRow) => ExportRow,
): Promise<string[]> {
  return linesOf(headerOf(rows), rows.map(change));
}

/** Another row in the place of this one, right in itself. */
export function otherRow({ seq, entry, content }: ExportRow): ExportRow {
  const { v: _v, ...parts } = entry;
  return { seq, entry: entryOf({ ...parts, kind: "lab.failed" }), content };
}

export function verifyBytes(
  bytes: Uint8Array,
  options: Partial<VerifyOptions> = {},
  chunkBytes = 65_536,
): Promise<ExportReport> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < bytes.length; from += chunkBytes) {
      yield bytes.subarray(from, from + chunkBytes);
    }
  }
  return verifyExport(chunks(), { vkey: signer.vkey, ...options });
}

export const verifyLines = (
  lines: readonly string[],
  options: Partial<VerifyOptions> = {},
): Promise<ExportReport> => verifyBytes(Buffer.from(`${lines.join("\n")}\n`), options);

/** The index in the lines of a complete export at which row `seq` stands. */
export const lineIndexOf = (seq: number): number => 1 + seq + Math.floor(seq / BLOCK_ROWS);

export const blockLineOf = (rows: readonly ExportRow[], block: number): string => {
  const from = block * BLOCK_ROWS;
  return blockLine(block, rootOfLeaves(leavesOf(rows.slice(from, from + BLOCK_ROWS))));
};

export const found = ({ faults }: ExportReport) =>
  faults.map(({ row, line, code }) => ({ row, line, code }));
