import type { Database } from "../../platform/database.ts";

export type SignedForms = { readonly credential: string; readonly jwt: string };

const toSign = (db: Database) =>
  db
    .selectFrom("certificate")
    .select([
      "id",
      "personId",
      "certificate",
      "title",
      "policyVersion",
      "validFrom",
      "validUntil",
      "issuedAt",
      "issuedEvidence",
      "statusList",
      "statusIndex",
      "salt",
      "credential",
      "jwt",
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof toSign>["execute"]>>[number];

export type ToSign = Row & { readonly salt: string };

/** Null: there is none, or its holder was erased. */
export const findToSign = async (db: Database, id: string): Promise<ToSign | null> => {
  const row = await toSign(db).where("id", "=", id).executeTakeFirst();
  return row && row.salt !== null ? { ...row, salt: row.salt } : null;
};

/** What was given out already; null: nothing, so nobody can have it. */
export const findSigned = async (
  db: Database,
  id: string,
): Promise<(SignedForms & { readonly validFrom: Date }) | null> => {
  const row = await findToSign(db, id);
  if (!row?.credential || !row.jwt) return null;
  return { credential: row.credential, jwt: row.jwt, validFrom: row.validFrom };
};

/** What was signed first stays, also where two sign at once. Null: its holder was erased meanwhile. */
export const keepSigned = async (
  db: Database,
  id: string,
  forms: SignedForms,
): Promise<SignedForms | null> => {
  await db
    .updateTable("certificate")
    .set(forms)
    .where("id", "=", id)
    .where("credential", "is", null)
    .where("salt", "is not", null)
    .execute();
  return findSigned(db, id);
};

/** Another one whenever other places of a list are void. */
export const readVoidStamp = async (db: Database, list: number): Promise<string> => {
  const row = await db
    .selectFrom("certificate")
    .select((eb) => [eb.fn.countAll<number>().as("count"), eb.fn.max("voidSince").as("newest")])
    .where("statusList", "=", list)
    .where("voidSince", "is not", null)
    .executeTakeFirst();
  return `${row?.count} ${row?.newest?.toISOString()}`;
};

/** Places of one list whose bit is set. */
export const readVoidPlaces = async (db: Database, list: number): Promise<readonly number[]> => {
  const rows = await db
    .selectFrom("certificate")
    .select("statusIndex")
    .where("statusList", "=", list)
    .where("voidSince", "is not", null)
    .orderBy("statusIndex")
    .execute();
  return rows.map(({ statusIndex }) => statusIndex);
};

/** The newest list; there is always a first one. */
export const newestList = async (db: Database): Promise<number> => {
  const row = await db
    .selectFrom("certificate")
    .select((eb) => eb.fn.max("statusList").as("newest"))
    .executeTakeFirst();
  return row?.newest ?? 0;
};
