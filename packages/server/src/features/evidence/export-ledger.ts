import { setImmediate as breathe } from "node:timers/promises";
import type { JsonObject } from "@checkride/ledger/canonical";
import { makeEntry } from "@checkride/ledger/entry";
import { type ExportFilter, type ExportRow, writeExport } from "@checkride/ledger/export-format";
import { inclusionFromTiles, type ReadTile } from "@checkride/ledger/tiles";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { tileReader } from "./ledger-store.ts";
import { readSignedTree, type SignedTree } from "./signed-tree.ts";
import type { ReadSigner } from "./signing-key.ts";
import {
  countSealed,
  type Filter,
  isUnfiltered,
  listPlaces,
  readPlaces,
  readPlacesOf,
  type SealedRow,
} from "./store.ts";

export type ExportAsk = {
  readonly filter: Filter;
  readonly actor: string;
  readonly now: Date;
};

export type LedgerExport = {
  readonly size: number;
  readonly complete: boolean;
  readonly chunks: AsyncGenerator<Uint8Array>;
};

/**
 * A ledger that keeps growing is exported as it was signed when the export began. Rows are read in small
 * pieces as fast as they are taken, without a transaction that would hold up the database all the while.
 */
export const exportLedger = async (
  db: Database,
  readSigner: ReadSigner,
  { filter, actor, now }: ExportAsk,
): Promise<LedgerExport> => {
  const tree = await readSignedTree(db, readSigner);
  const complete = isUnfiltered(filter);
  // Whose rows they are is settled now: an erasure during the export must not make the count a lie.
  const places = filter.person === null ? null : await listPlaces(db, filter, tree.size);
  const counted = places?.length ?? (await countSealed(db, filter, tree.size));
  const rows = complete ? tree.size : counted;
  const { origin, vkey, note: checkpoint, size } = tree;
  const header = { origin, vkey, checkpoint, rows, complete };
  const described = exportFilter(filter);
  // About the person whose facts are exported, so that erasing them erases this too.
  const { person, ...rest } = described;
  const body: JsonObject = { filter: rest, ofOnePerson: person !== undefined, rows, size };
  await appendEvidence(db, [
    { kind: "ledger.exported", person: filter.person, actor, body, at: now },
  ]);
  const content = complete
    ? inWindows(db, filter, tree.size)
    : withProofs(
        tree,
        tileReader(db),
        places ? inPlaces(db, places) : inWindows(db, filter, tree.size),
      );
  const pieces = writeExport(complete ? header : { ...header, filter: described }, content);
  return { size, complete, chunks: asBytes(pieces) };
};

const exportFilter = ({ kind, person, from, to }: Filter): ExportFilter => ({
  ...(kind !== null && { kind }),
  ...(person !== null && { person }),
  ...(from !== null && { from: from.toISOString() }),
  ...(to !== null && { to: to.toISOString() }),
});

const windowWidth = 2_000;

/** One pass over the places, whatever the filter: no query of it has to look far. */
async function* inWindows(db: Database, filter: Filter, size: number): AsyncGenerator<ExportRow> {
  for (let first = 0; first < size; first += windowWidth) {
    const end = Math.min(size, first + windowWidth);
    yield* (await readPlaces(db, filter, first, end)).map(exportRow);
  }
}

async function* inPlaces(db: Database, places: readonly number[]): AsyncGenerator<ExportRow> {
  for (let from = 0; from < places.length; from += windowWidth) {
    const batch = places.slice(from, from + windowWidth);
    yield* (await readPlacesOf(db, batch)).map(exportRow);
  }
}

const exportRow = (row: SealedRow): ExportRow => {
  const { id, kind, person, actor, salt, seq } = row;
  const at = row.at.toISOString();
  const entry = makeEntry({ id, at, kind, commitment: row.commitment.toString("hex") });
  if (!entry.ok || seq === null) throw new Error(`evidence ${id} cannot be exported`);
  if (row.body === null || salt === null) return { seq, entry: entry.value, content: null };
  // What jsonb gives back is JSON.
  const body: JsonObject = JSON.parse(JSON.stringify(row.body));
  return { seq, entry: entry.value, content: { salt, record: { person, actor, body } } };
};

const rowsPerBreath = 16;

async function* withProofs(
  { size }: SignedTree,
  readTile: ReadTile,
  rows: AsyncIterable<ExportRow>,
): AsyncGenerator<ExportRow> {
  const readKeptTile = keepTiles(readTile);
  let done = 0;
  for await (const row of rows) {
    yield { ...row, proof: await inclusionFromTiles(row.seq, size, readKeptTile) };
    done += 1;
    // A proof takes about a millisecond; other requests are not to wait for hundreds of them.
    if (done % rowsPerBreath === 0) await breathe();
  }
}

const tilesKept = 256;

/** Neighbouring rows need the same tiles. */
const keepTiles = (readTile: ReadTile): ReadTile => {
  const kept = new Map<string, Promise<Uint8Array>>();
  return (level, index) => {
    const key = `${level}/${index}`;
    const read = kept.get(key) ?? readTile(level, index);
    if (kept.size >= tilesKept) kept.clear();
    kept.set(key, read);
    return read;
  };
};

async function* asBytes(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    yield Buffer.from(piece);
    await breathe();
  }
}
