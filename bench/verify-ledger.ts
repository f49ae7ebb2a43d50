// Time and memory of verifying a complete export offline.
// node bench/verify-ledger.ts [rows]

import { spawnSync } from "node:child_process";
import { generateKeyPairSync, hash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { signCheckpoint } from "@checkride/ledger/checkpoint";
import { commit, leafHash, makeEntry } from "@checkride/ledger/entry";
import { type ExportRow, writeExport } from "@checkride/ledger/export-format";
import { makeSigner } from "@checkride/ledger/note";
import { appendLeaves, emptyFrontier, frontierRoot } from "@checkride/ledger/tree";
import { verifyExport } from "@checkride/ledger/verify-export";

const ORIGIN = "bench.example/evidence";
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

function* makeRows(count: number): Generator<ExportRow> {
  for (let seq = 0; seq < count; seq++) yield makeRow(seq);
}

function sealAll(rows: number): string {
  let frontier = emptyFrontier;
  let batch: string[] = [];
  for (const { entry } of makeRows(rows)) {
    batch.push(leafHash(entry));
    if (batch.length < 4_096) continue;
    frontier = appendLeaves(frontier, batch);
    batch = [];
  }
  return frontierRoot(appendLeaves(frontier, batch));
}

const seconds = (since: number): number => (performance.now() - since) / 1_000;
/** In a process of its own, so that its memory is its own. */
async function verifyFile(file: string, vkey: string): Promise<void> {
  const started = performance.now();
  const chunks = createReadStream(file, { highWaterMark: 256 * 1_024 });
  const { ok, rows, faultCount } = await verifyExport(chunks, { vkey });
  const took = seconds(started);
  console.table({
    rows,
    verdict: ok ? "verified" : `${faultCount} faults`,
    seconds: took.toFixed(2),
    "rows a second": Math.round(rows / took),
    "peak RSS": `${Math.round(process.resourceUsage().maxRSS / 1_024)} MB`,
  });
  process.exitCode = ok ? 0 : 1;
}

async function generateAndVerify(rows: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "verify-ledger-"));
  try {
    const file = join(folder, "export.ndjson");
    const signer = makeSigner("bench.example", generateKeyPairSync("ed25519").privateKey);
    const started = performance.now();
    const checkpoint = signCheckpoint({ origin: ORIGIN, size: rows, root: sealAll(rows) }, signer);
    const header = { origin: ORIGIN, vkey: signer.vkey, checkpoint, rows, complete: true };
    const text = Readable.from(writeExport(header, makeRows(rows)));
    await pipeline(text, createWriteStream(file));
    const megabytes = Math.round((await stat(file)).size / 1_048_576);
    console.log(`${rows} rows, ${megabytes} MB, made in ${seconds(started).toFixed(1)} s`);
    const child = [fileURLToPath(import.meta.url), "--verify", file, signer.vkey];
    process.exitCode = spawnSync(process.execPath, child, { stdio: "inherit" }).status ?? 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [first = "1000000", file, vkey] = process.argv.slice(2);
if (first === "--verify" && file !== undefined && vkey !== undefined) {
  await verifyFile(file, vkey);
} else {
  const rows = Number(first);
  if (!Number.isSafeInteger(rows) || rows < 1) throw new Error(`"${first}" is no number of rows`);
  await generateAndVerify(rows);
}
