import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import type { Made } from "./made-of.ts";
import type { Mark } from "./settle.ts";

/** Reading the folders into force is rare; one after the other keeps it simple. */
export const lockContent = async (tx: Database): Promise<void> => {
  await sql`select pg_advisory_xact_lock(7300004)`.execute(tx);
};

export const readMarks = async (db: Database): Promise<ReadonlyMap<string, Mark>> => {
  const rows = await db
    .selectFrom("contentInForce")
    .distinctOn("ref")
    .select(["ref", "version", "since"])
    .orderBy("ref")
    .orderBy("round", "desc")
    .execute();
  return new Map(rows.map(({ ref, version, since }) => [ref, { version, since }]));
};

/** The last reading that brought something into force. */
export const readRound = async (db: Database): Promise<number> => {
  const row = await db
    .selectFrom("contentInForce")
    .select("round")
    .orderBy("round", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.round ?? 0;
};

type Text = { readonly ref: string; readonly version: string };
export type KeptText = Text & { readonly title: string; readonly bytes: Buffer };

export const readTexts = async (
  db: Database,
  wanted: readonly Text[],
): Promise<readonly KeptText[]> => {
  if (wanted.length === 0) return [];
  const refs = wanted.map(({ ref }) => ref);
  const versions = wanted.map(({ version }) => version);
  const { rows } = await sql<KeptText>`
    select t.ref, t.version, t.title, t.bytes
    from content_text t
    join unnest(${refs}::text[], ${versions}::text[]) as w (ref, version)
      on t.ref = w.ref and t.version = w.version`.execute(db);
  return rows;
};

const rowsAtOnce = 500;

const inParts = async <T>(
  rows: readonly T[],
  write: (part: readonly T[]) => Promise<unknown>,
): Promise<void> => {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await write(rows.slice(from, from + rowsAtOnce));
  }
};

export const keepTexts = (tx: Database, texts: readonly KeptText[]): Promise<void> =>
  inParts(texts, (part) =>
    tx
      .insertInto("contentText")
      .values([...part])
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );

type NewMark = {
  readonly ref: string;
  readonly round: number;
  readonly version: string | null;
  readonly since: Date;
};

export const addMarks = (tx: Database, marks: readonly NewMark[]): Promise<void> =>
  inParts(marks, (part) =>
    tx
      .insertInto("contentInForce")
      .values([...part])
      .execute(),
  );

/** Versions that are known already stay as they are, with the time at which they were first in force. */
export const keepMade = (tx: Database, made: readonly Made[], since: Date): Promise<void> =>
  inParts(made, (part) =>
    tx
      .insertInto("contentMade")
      .values(
        part.map(({ activity, version, files }) => ({
          activity,
          version,
          files: JSON.stringify(files),
          since,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );

export const readMade = (db: Database, activity: string) =>
  db
    .selectFrom("contentMade")
    .select(["version", "files", "since"])
    .where("activity", "=", activity)
    .orderBy("since", "desc")
    .orderBy("version")
    .execute();

type Wish = { readonly search: string; readonly after: string | null; readonly limit: number };

const escaped = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** What is in force, by name. */
export const listPieces = async (db: Database, { search, after, limit }: Wish) => {
  const pattern = `%${escaped(search)}%`;
  const { rows } = await sql<{ ref: string; title: string; version: string; since: Date }>`
    select n.ref, t.title, n.version, n.since
    from (
      select distinct on (ref) ref, version, since from content_in_force
      where ref > ${after ?? ""} order by ref, round desc
    ) n
    join content_text t on t.ref = n.ref and t.version = n.version
    where n.ref ilike ${pattern} or t.title ilike ${pattern}
    order by n.ref
    limit ${limit}`.execute(db);
  return rows;
};

/** Each time that a version of a file came into force, the newest first. */
export const readHistory = (db: Database, ref: string) =>
  db
    .selectFrom("contentInForce")
    .leftJoin("contentText", (join) =>
      join
        .onRef("contentText.ref", "=", "contentInForce.ref")
        .onRef("contentText.version", "=", "contentInForce.version"),
    )
    .select(["contentInForce.version", "contentInForce.since", "contentText.title"])
    .where("contentInForce.ref", "=", ref)
    .orderBy("contentInForce.round", "desc")
    .execute();
