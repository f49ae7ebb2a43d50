import { randomInt } from "node:crypto";
import { sql } from "kysely";
import type { CertificateEnd, CertificateTable } from "../../platform/certificate-tables.ts";
import type { Database } from "../../platform/database.ts";

/** Entries of one status list (Bitstring Status List 1.0, the least it allows). */
export const listEntries = 131_072;

export type OpenRow = {
  readonly id: string;
  readonly certificate: string;
  readonly validUntil: Date;
  readonly ruleHash: string;
};

export const readOpen = (db: Database, personId: string): Promise<readonly OpenRow[]> =>
  db
    .selectFrom("certificate")
    .select(["id", "certificate", "validUntil", "ruleHash"])
    .where("personId", "=", personId)
    .where("endedAt", "is", null)
    .execute();

type End = { readonly at: Date; readonly kind: CertificateEnd; readonly reason: string | null };

/** False: it had ended already. */
export const endCertificate = async (
  tx: Database,
  id: string,
  { at, kind, reason }: End,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable("certificate")
    .set({ endedAt: at, endKind: kind, endReason: reason })
    .where("id", "=", id)
    .where("endedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

type Whose = { readonly personId: string; readonly certificate: string };

/** Renewed ones too: paper that says more than what is so must not be good anywhere. */
export const voidBeyond = async (
  tx: Database,
  { personId, certificate }: Whose,
  until: Date,
  now: Date,
): Promise<void> => {
  await tx
    .updateTable("certificate")
    .set({ voidSince: now })
    .where("personId", "=", personId)
    .where("certificate", "=", certificate)
    .where("voidSince", "is", null)
    .where("validUntil", ">", until)
    .execute();
};

export type NewCertificate = {
  readonly id: string;
  readonly personId: string;
  readonly certificate: string;
  readonly title: string;
  readonly policyVersion: number;
  readonly ruleHash: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly issuedEvidence: string;
  readonly evidence: readonly string[];
  readonly replaces: string | null;
  readonly salt: string;
};

const placesTried = 16;
const triesOnOneList = 2;

/**
 * The place in the status list is drawn, so that neighbours and times tell nothing. Where none of several draws is
 * free the list is nearly full, and the next one begins.
 */
export const insertCertificate = async (tx: Database, one: NewCertificate): Promise<void> => {
  for (let attempt = 0; ; attempt++) {
    const places = Array.from({ length: placesTried }, () => randomInt(listEntries));
    const further = Math.floor(attempt / triesOnOneList);
    const { numAffectedRows } = await sql`
      with list as (select coalesce(max(status_list), 0) + ${further}::integer as list from certificate)
      insert into certificate (id, person_id, certificate, title, policy_version, rule_hash, valid_from,
        valid_until, issued_evidence, evidence, replaces, salt, issued_at, status_list, status_index)
      select ${one.id}::uuid, ${one.personId}::uuid, ${one.certificate}, ${one.title},
        ${one.policyVersion}::integer, ${one.ruleHash}, ${one.validFrom}::timestamptz,
        ${one.validUntil}::timestamptz, ${one.issuedEvidence}::uuid, ${[...one.evidence]}::uuid[],
        ${one.replaces}::uuid, ${one.salt}, ${one.validFrom}::timestamptz, list.list, place
      from list, unnest(${places}::integer[]) as place
      where not exists (select from certificate taken
        where taken.status_list = list.list and taken.status_index = place)
      limit 1
      on conflict (status_list, status_index) do nothing`.execute(tx);
    if (numAffectedRows === 1n) return;
  }
};

const recordColumns = [
  "id",
  "personId",
  "certificate",
  "title",
  "policyVersion",
  "validFrom",
  "validUntil",
  "issuedAt",
  "endedAt",
  "endKind",
  "endReason",
  "voidSince",
  "replaces",
  "showName",
  "issuedEvidence",
  "evidence",
] as const satisfies readonly (keyof CertificateTable)[];

const records = (db: Database) => db.selectFrom("certificate").select(recordColumns);

export type RecordRow = Awaited<ReturnType<ReturnType<typeof records>["execute"]>>[number];

/** The newest first. */
export const listRecords = (db: Database, personId: string): Promise<readonly RecordRow[]> =>
  records(db)
    .where("personId", "=", personId)
    .orderBy("issuedAt", "desc")
    .orderBy("endedAt", (order) => order.desc().nullsFirst())
    .execute();

export const findRecord = async (db: Database, id: string): Promise<RecordRow | null> =>
  (await records(db).where("id", "=", id).executeTakeFirst()) ?? null;

/** Somebody else's certificate is as none. */
export const setShowName = async (
  tx: Database,
  { id, personId }: { readonly id: string; readonly personId: string },
  showName: boolean,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable("certificate")
    .set({ showName })
    .where("id", "=", id)
    .where("personId", "=", personId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
