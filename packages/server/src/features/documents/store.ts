import type { Prose } from "@checkride/rules/prose";
import { sql } from "kysely";
import type { Database } from "../../platform/database.ts";

export type Edition = {
  readonly document: string;
  readonly sha256: string;
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly prose: Prose;
  readonly signOff: string | null;
  readonly since: Date;
};

/** Words that are known already stay as they are, with the time at which they were first seen. */
export const keepEditions = async (db: Database, editions: readonly Edition[]): Promise<void> => {
  if (editions.length === 0) return;
  await db
    .insertInto("documentEdition")
    .values(editions.map((edition) => ({ ...edition, prose: JSON.stringify(edition.prose) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

export type EditionMark = Pick<Edition, "document" | "version" | "sha256" | "since">;

/** All there ever were, without their words, the newest first. */
export const listEditions = async (db: Database): Promise<readonly EditionMark[]> =>
  db
    .selectFrom("documentEdition")
    .select(["document", "version", "sha256", "since"])
    .orderBy("document")
    .orderBy("version", "desc")
    .orderBy("since", "desc")
    .execute();

export const readEdition = async (
  db: Database,
  document: string,
  sha256: string,
): Promise<Edition | null> => {
  const row = await db
    .selectFrom("documentEdition")
    .select(["document", "sha256", "version", "title", "text", "prose", "signOff", "since"])
    .where("document", "=", document)
    .where("sha256", "=", sha256)
    .executeTakeFirst();
  return row ?? null;
};

export type SignOff = {
  readonly id: string;
  readonly at: Date;
  readonly document: string;
  readonly version: number;
  readonly sha256: string;
};

/** What somebody signed and nobody declared void, the newest first. */
export const readSignOffs = async (db: Database, person: string): Promise<readonly SignOff[]> => {
  const { rows } = await sql<SignOff>`
    select s.id, s.at, s.body ->> 'document' as document, (s.body ->> 'version')::int as version,
      coalesce(s.body ->> 'hash', '') as sha256
    from evidence s
    where s.person = ${person} and s.kind = 'signoff.signed' and s.body is not null
      and not exists (select from evidence v where v.person = ${person}
        and v.kind = 'evidence.voided' and v.body ->> 'evidence' = s.id::text)
    order by s.at desc, s.id desc`.execute(db);
  return rows;
};
