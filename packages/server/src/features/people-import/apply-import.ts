import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import type { By, Change, ImportDeps, Known } from "./deps.ts";
import { mergeRow, newPersonOf } from "./merge-row.ts";
import type { ImportRow } from "./read-row.ts";
import { advance, finish, type ImportRecord, lockImport, readRows } from "./store.ts";

/** Large enough that the round trips do not count, small enough that the locks are short. */
const rowsAtATime = 500;

type Parts = {
  readonly db: Database;
  readonly deps: ImportDeps;
  readonly clock: () => Date;
};

type Job = { readonly import: string; readonly actor: string };

const byEmail = (people: readonly Known[]): ReadonlyMap<string | null, Known> =>
  new Map(people.map((person) => [person.email, person]));

const changesOf = (
  deps: ImportDeps,
  rows: readonly ImportRow[],
  known: ReadonlyMap<string | null, Known>,
): readonly Change[] =>
  rows.flatMap((row) => {
    const before = known.get(row.email);
    if (!before) return [];
    const merged = mergeRow(before, row);
    if (deps.changedFields(before, merged).length === 0) return [];
    return [{ before, after: { ...merged, version: before.version + 1 } }];
  });

type Written = { readonly added: readonly string[]; readonly changed: number };

/** Null, and nothing written: an owner's last role would go. Others may have been at work since the preview. */
const writeRows = async (
  tx: Database,
  deps: ImportDeps,
  rows: readonly ImportRow[],
  by: By,
): Promise<Written | null> => {
  const emails = rows.map(({ email }) => email);
  const erased = await deps.erasedAmong(tx, emails);
  const wanted = rows.filter(({ email }) => !erased.has(email));
  const known = byEmail(await deps.lockPeopleByEmail(tx, emails));
  const changes = changesOf(deps, wanted, known);
  if (!(await deps.keepsAnOwner(tx, changes))) return null;
  await deps.changePeople(tx, changes, by);
  const missing = wanted.filter(({ email }) => !known.has(email));
  const added = await deps.addPeople(tx, missing.map(newPersonOf), by);
  const came = new Set(added.map(({ email }) => email));
  const late = missing.filter(({ email }) => !came.has(email));
  const lateChanges = await changeLate(tx, deps, late, by);
  return { added: added.map(({ id }) => id), changed: changes.length + lateChanges };
};

/** Added by somebody else between the look and the write, so they have never been here: no owner goes. */
const changeLate = async (
  tx: Database,
  deps: ImportDeps,
  rows: readonly ImportRow[],
  by: By,
): Promise<number> => {
  if (rows.length === 0) return 0;
  const people = await deps.lockPeopleByEmail(
    tx,
    rows.map(({ email }) => email),
  );
  const changes = changesOf(deps, rows, byEmail(people));
  await deps.changePeople(tx, changes, by);
  return changes.length;
};

const end = async (tx: Database, entry: ImportRecord, rows: number, by: By): Promise<void> => {
  await finish(tx, entry.id, { state: "done", failure: null });
  const added = entry.added.length;
  const { changed } = entry.summary;
  const body = { counts: { rows, added, changed, unchanged: rows - added - changed } };
  await appendEvidence(tx, [
    { kind: "people-import.applied", person: null, actor: by.actor, body, at: by.now },
  ]);
};

/** One transaction: the rows, their evidence and how far it has come are written together or not at all. */
const step = async (
  tx: Database,
  parts: Parts,
  job: Job,
  rows: readonly ImportRow[],
): Promise<"more" | "over"> => {
  const entry = await lockImport(tx, job.import);
  if (entry?.state !== "running") return "over";
  const by = { actor: job.actor, now: parts.clock() };
  const batch = rows.slice(entry.done, entry.done + rowsAtATime);
  if (batch.length === 0) {
    await end(tx, entry, rows.length, by);
    return "over";
  }
  const written = await writeRows(tx, parts.deps, batch, by);
  if (!written) {
    const failure = `Stopped before line ${batch[0]?.line ?? 0}: it would leave the organisation without an owner who has signed in. The lines before it were applied.`;
    await finish(tx, entry.id, { state: "failed", failure });
    return "over";
  }
  const done = entry.done + batch.length;
  const changed = entry.summary.changed + written.changed;
  const summary = { ...entry.summary, changed };
  await advance(tx, entry.id, { done, added: written.added, summary });
  return "more";
};

/**
 * Goes on where the last committed batch ended, so it may be killed at any moment and run again; two at
 * once wait for each other at the import's row and share the work. "more": it was asked to stop.
 */
export const applyImport = async (
  parts: Parts,
  job: Job,
  stopping?: AbortSignal,
): Promise<"more" | "over"> => {
  const rows = await readRows(parts.db, job.import);
  while (!stopping?.aborted) {
    const went = await parts.db.transaction().execute((tx) => step(tx, parts, job, rows));
    if (went === "over") return "over";
  }
  return "more";
};
