import { csvFault, peopleImport } from "@checkride/api/imports";
import { sql } from "kysely";
import { z } from "zod";
import type { Database } from "../../platform/database.ts";
import type { PeopleImportTable } from "../../platform/tables.ts";
import { type ImportRow, importRow } from "./read-row.ts";

export const summary = z.object({
  rows: z.number(),
  adds: z.number(),
  changes: z.number(),
  unchanged: z.number(),
  absent: z.number(),
  faults: z.array(csvFault),
  faultCount: z.number(),
  sample: peopleImport.shape.sample,
  /** What was really done, row by row, while it is applied. */
  changed: z.number(),
});
export type Summary = z.infer<typeof summary>;

export type ImportRecord = Pick<PeopleImportTable, "id" | "state" | "failure"> & {
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly done: number;
  readonly added: readonly string[];
  readonly summary: Summary;
};

const columns = [
  "id",
  "state",
  "createdAt",
  "createdBy",
  "summary",
  "done",
  "added",
  "failure",
] as const;

const select = (db: Database, id: string) =>
  db.selectFrom("peopleImport").select(columns).where("id", "=", id);

type Read = NonNullable<Awaited<ReturnType<ReturnType<typeof select>["executeTakeFirst"]>>>;

const recordOf = (row: Read | undefined): ImportRecord | null =>
  row ? { ...row, summary: summary.parse(row.summary) } : null;

export const readImport = async (db: Database, id: string): Promise<ImportRecord | null> =>
  recordOf(await select(db, id).executeTakeFirst());

export const lockImport = async (db: Database, id: string): Promise<ImportRecord | null> =>
  recordOf(await select(db, id).forUpdate().executeTakeFirst());

export const insertImport = async (
  db: Database,
  entry: {
    readonly id: string;
    readonly state: "faulty" | "ready";
    readonly createdBy: string;
    readonly now: Date;
    readonly summary: Summary;
    readonly rows: readonly ImportRow[];
  },
): Promise<void> => {
  await db
    .insertInto("peopleImport")
    .values({
      id: entry.id,
      state: entry.state,
      createdBy: entry.createdBy,
      createdAt: entry.now,
      summary: JSON.stringify(entry.summary),
      rows: JSON.stringify(entry.rows),
      failure: null,
    })
    .execute();
};

/** The long column, read once by the job that works through it. */
export const readRows = async (db: Database, id: string): Promise<readonly ImportRow[]> => {
  const row = await db
    .selectFrom("peopleImport")
    .select("rows")
    .where("id", "=", id)
    .executeTakeFirst();
  return z.array(importRow).parse(row?.rows ?? []);
};

export const setRunning = async (db: Database, id: string): Promise<void> => {
  await db.updateTable("peopleImport").set({ state: "running" }).where("id", "=", id).execute();
};

export const advance = async (
  db: Database,
  id: string,
  step: { readonly done: number; readonly added: readonly string[]; readonly summary: Summary },
): Promise<void> => {
  await db
    .updateTable("peopleImport")
    .set({
      done: step.done,
      added: sql<string[]>`added || ${[...step.added]}::uuid[]`,
      summary: JSON.stringify(step.summary),
    })
    .where("id", "=", id)
    .execute();
};

/** The rows hold names and addresses, and nothing needs them any more. */
export const finish = async (
  db: Database,
  id: string,
  end: { readonly state: "done" | "failed"; readonly failure: string | null },
): Promise<void> => {
  await db
    .updateTable("peopleImport")
    .set({ ...end, rows: "[]" })
    .where("id", "=", id)
    .execute();
};

/** Who was added by the import, has never been here and was never given a link. */
const withoutLink = (db: Database, importId: string) =>
  db
    .selectFrom("person")
    .where("person.id", "in", (eb) =>
      eb
        .selectFrom("peopleImport")
        .select(sql<string>`unnest(added)`.as("id"))
        .where("id", "=", importId),
    )
    .where("joinedAt", "is", null)
    .where("deactivatedAt", "is", null)
    .where("erasedAt", "is", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("oneTimeLink")
            .select("oneTimeLink.id")
            .whereRef("oneTimeLink.personId", "=", "person.id"),
        ),
      ),
    );

export const listWithoutLink = (db: Database, importId: string) =>
  withoutLink(db, importId).select(["person.id", "person.email"]).orderBy("person.email").execute();

export const countLinksDue = async (db: Database, importId: string): Promise<number> => {
  const row = await withoutLink(db, importId)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(row.count);
};

export const deleteOldImports = async (db: Database, before: Date): Promise<void> => {
  await db
    .deleteFrom("peopleImport")
    .where("state", "<>", "running")
    .where("createdAt", "<", before)
    .execute();
};
