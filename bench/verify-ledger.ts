// Time and memory of verifying a complete export offline.
// node bench/verify-ledger.ts [rows]

import { generateKeyPairSync, hash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { signCheckpoint } from "@checkride/ledger/checkpoint";
import { commit, leafHash, makeEntry } from "@checkride/ledger/entry";
import { type ExportRow, writeExport } from "@checkride/ledger/export-format";
import { makeSigner } from "@checkride/ledger/note";
import { appendLeaves, emptyFrontier, frontierRoot } from "@checkride/ledger/tree";
import { verifyExport } from "@checkride/ledger/verify-export";

const ORIGIN = "bench.example/evidence";
const rows = Number(process.argv[2] ?? 1_000_000);
if (!Number.isSafeInteger(rows) || rows < 1)
  throw new Error("the number of rows is a whole number");

/** A row as a lab leaves it behind: some 400 bytes of JSON in the file. */
function makeRow(seq: number): ExportRow {
  const id = `01890a5d-ac96-774b-bcce-${seq.toString(16).padStart(12, "0")}`;
  const record = {
    person: `01890a5d-0000-7000-8000-${(seq % 10_000).toString(16).padStart(12, "0")}`,
    actor: null,
    body: {
      activity: `lab/prompt-injection-${seq % 40}`,
      attempt: seq % 7,
      passed: seq % 3 === 0,
      score: (seq % 101) / 100,
      checks: ["no-secret-left", "tests-green"],
    },
  };
  const salt = hash("sha256", id, "buffer");
  const commitment = commit(record, salt);
  if (!commitment.ok) throw new Error("the benchmark's record is no JSON");
  const at = new Date(Date.UTC(2026, 0, 1) + seq * 25).toISOString();
  const entry = makeEntry({ id, at, kind: "lab.graded", commitment: commitment.value });
  if (!entry.ok) throw new Error("the benchmark's entry is faulty");
  return { seq, entry: entry.value, content: seq % 100 === 0 ? null : { salt, record } };
}

function* allRows(): Generator<ExportRow> {
  for (let seq = 0; seq < rows; seq++) yield makeRow(seq);
}

function sealAll(): string {
  let frontier = emptyFrontier;
  let batch: string[] = [];
  for (const { entry } of allRows()) {
    batch.push(leafHash(entry));
    if (batch.length < 4_096) continue;
    frontier = appendLeaves(frontier, batch);
    batch = [];
  }
  return frontierRoot(appendLeaves(frontier, batch));
}

const seconds = (since: number): number => (performance.now() - since) / 1_000;
const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MB`;

async function verifyFile(file: string, vkey: string) {
  let peakRss = 0;
  const watch = setInterval(() => {
    peakRss = Math.max(peakRss, process.memoryUsage.rss());
  }, 50);
  const started = performance.now();
  const report = await verifyExport(createReadStream(file, { highWaterMark: 256 * 1_024 }), {
    vkey,
  });
  clearInterval(watch);
  return { report, took: seconds(started), peakRss };
}

const folder = await mkdtemp(join(tmpdir(), "verify-ledger-"));
try {
  const file = join(folder, "export.ndjson");
  const signer = makeSigner("bench.example", generateKeyPairSync("ed25519").privateKey);
  console.log(`writing ${rows} rows to ${file}`);
  const started = performance.now();
  const checkpoint = signCheckpoint({ origin: ORIGIN, size: rows, root: sealAll() }, signer);
  const header = { origin: ORIGIN, vkey: signer.vkey, checkpoint, rows, complete: true };
  await pipeline(Readable.from(writeExport(header, allRows())), createWriteStream(file));
  const wrote = seconds(started);
  const { size } = await stat(file);

  const rssBefore = process.memoryUsage.rss();
  const { report, took, peakRss } = await verifyFile(file, signer.vkey);
  console.table({
    rows: report.rows,
    file: megabytes(size),
    verdict: report.ok ? "verified" : `${report.faultCount} faults`,
    "seal and write, s": wrote.toFixed(2),
    "verify, s": took.toFixed(2),
    "rows a second": Math.round(rows / took),
    "RSS before": megabytes(rssBefore),
    "peak RSS": megabytes(peakRss),
  });
  if (!report.ok) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
