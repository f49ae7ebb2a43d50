/**
 * How many rows 32 writers append each second, with the sealer at work beside them, and how far it falls behind.
 *
 *   [DATABASE_URL=postgres://…] node bench/append.ts [seconds]
 */
import { randomBytes } from "node:crypto";
import { countWaiting } from "../packages/server/src/features/evidence/ledger-store.ts";
import { makeReadSigner } from "../packages/server/src/features/evidence/signing-key.ts";
import { startSealer } from "../packages/server/src/features/evidence/start-sealer.ts";
import { openDatabase } from "../packages/server/src/platform/database.ts";
import { appendEvidence } from "../packages/server/src/platform/evidence/append-evidence.ts";
import { makeLog } from "../packages/server/src/platform/log.ts";
import { makeVault } from "../packages/server/src/platform/master-key.ts";
import { addBenchPeople, openBenchDatabase } from "./lib/bench-database.ts";

const writers = 32;
const seconds = Number(process.argv[2] ?? 10);
const database = await openBenchDatabase();
const { settings } = database;
const handle = openDatabase(settings, writers);
const { db } = handle;
const people = await addBenchPeople(db, 2_000);
const clock = () => new Date();
// The key is made anew with each run: a database of an earlier run has one that this run cannot open.
await db.deleteFrom("signingKey").execute();
const readSigner = makeReadSigner({ vault: makeVault(randomBytes(32)), host: null, clock });

const fact = (n: number) => ({
  kind: "activity.passed",
  person: people[n % people.length] ?? null,
  actor: null,
  body: { activity: "lab/L17", score: 0.9, attempt: n },
  at: new Date(),
});

const measure = async (rowsEach: number, inTransaction: boolean): Promise<object> => {
  const sealing = openDatabase(settings, 2);
  const log = makeLog("error");
  const sealer = startSealer({ db: sealing.db, readSigner, clock, log });
  const started = performance.now();
  const end = started + seconds * 1000;
  let rows = 0;
  let longestWaiting = 0;
  const write = async (writer: number): Promise<void> => {
    for (let n = writer; performance.now() < end; n += writers) {
      const facts = Array.from({ length: rowsEach }, (_, i) => fact(n * rowsEach + i));
      if (inTransaction) await db.transaction().execute((tx) => appendEvidence(tx, facts));
      else await appendEvidence(db, facts);
      rows += rowsEach;
    }
  };
  const watch = setInterval(async () => {
    longestWaiting = Math.max(longestWaiting, await countWaiting(sealing.db));
  }, 250);
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  const took = (performance.now() - started) / 1000;
  clearInterval(watch);
  const ended = performance.now();
  while ((await countWaiting(sealing.db)) > 0) await new Promise((go) => setTimeout(go, 20));
  const caughtUpMs = Math.round(performance.now() - ended);
  await sealer.stop();
  await sealing.close();
  return {
    "rows a transaction": inTransaction ? `${rowsEach} (begin, commit)` : rowsEach,
    "rows/s": Math.round(rows / took),
    "most waiting for a seal": longestWaiting,
    "all sealed after (ms)": caughtUpMs,
    fault: sealer.fault() ?? "",
  };
};

const cases = [
  [1, false],
  [1, true],
  [10, false],
  [10, true],
] as const;
const table: object[] = [];
for (const [rowsEach, inTransaction] of cases) table.push(await measure(rowsEach, inTransaction));
console.table(table);
await handle.close();
await database.stop();
