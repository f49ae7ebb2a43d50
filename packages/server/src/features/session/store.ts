import type { Role } from "@checkride/rules/person";
import { type Insertable, sql } from "kysely";
import type { Database } from "../../platform/database.ts";
import { kept } from "../../platform/kept-statements.ts";
import type { SessionTable } from "../../platform/tables.ts";
import { idleSince } from "./session-life.ts";

export type Holder = {
  readonly id: string;
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly lastSeenAt: Date | null;
};

export type FoundSession = Holder & { readonly lastSeenAt: Date; readonly expiresAt: Date };
export type FoundToken = Holder & { readonly scopes: readonly string[]; readonly expiresAt: Date };

const byHash = <T extends { readonly tokenHash: Buffer }>(rows: readonly T[]) =>
  new Map(rows.map((row) => [row.tokenHash.toString("hex"), row]));

const hashList = (hashes: readonly string[]): string =>
  `{${hashes.map((hash) => `"\\\\x${hash}"`).join(",")}}`;

/** Looked up by a unique index and a primary key, in one statement: this runs in every request. */
export const findSessions = async (
  db: Database,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, FoundSession>> => {
  const { rows } = await sql<FoundSession & { readonly tokenHash: Buffer }>`${sql.raw(
    kept("sessions-by-hash"),
  )} select s.token_hash, s.id, s.person_id, p.roles, s.last_seen_at, s.expires_at
    from session s join person p on p.id = s.person_id
    where s.token_hash = any(${hashList(hashes)}::bytea[])
      and p.deactivated_at is null and p.erased_at is null`.execute(db);
  return byHash(rows);
};

export const findTokens = async (
  db: Database,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, FoundToken>> => {
  const { rows } = await sql<FoundToken & { readonly tokenHash: Buffer }>`${sql.raw(
    kept("tokens-by-hash"),
  )} select t.token_hash, t.id, t.person_id, p.roles, t.scopes, t.last_used_at as last_seen_at,
      t.expires_at
    from access_token t join person p on p.id = t.person_id
    where t.token_hash = any(${hashList(hashes)}::bytea[])
      and p.deactivated_at is null and p.erased_at is null`.execute(db);
  return byHash(rows);
};

export const touchSession = async (db: Database, id: string, now: Date): Promise<void> => {
  await db.updateTable("session").set({ lastSeenAt: now }).where("id", "=", id).execute();
};

export const touchToken = async (db: Database, id: string, now: Date): Promise<void> => {
  await db.updateTable("accessToken").set({ lastUsedAt: now }).where("id", "=", id).execute();
};

export const insertSession = async (
  db: Database,
  session: Insertable<SessionTable>,
): Promise<void> => {
  await db.insertInto("session").values(session).execute();
};

export const listSessions = (db: Database, personId: string, now: Date) =>
  db
    .selectFrom("session")
    .select(["id", "method", "device", "createdAt", "lastSeenAt", "expiresAt"])
    .where("personId", "=", personId)
    .where("expiresAt", ">", now)
    .where("lastSeenAt", ">", idleSince(now))
    .orderBy("lastSeenAt", "desc")
    .execute();

export const deleteSession = async (
  db: Database,
  personId: string,
  id: string,
): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom("session")
    .where("id", "=", id)
    .where("personId", "=", personId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};

export const deleteSessionByHash = async (db: Database, tokenHash: Buffer): Promise<void> => {
  await db.deleteFrom("session").where("tokenHash", "=", tokenHash).execute();
};

export const deleteSessions = async (
  db: Database,
  personId: string,
  exceptId: string | null,
): Promise<number> => {
  const all = db.deleteFrom("session").where("personId", "=", personId);
  const some = exceptId === null ? all : all.where("id", "<>", exceptId);
  const { numDeletedRows } = await some.executeTakeFirst();
  return Number(numDeletedRows);
};

export type Account = {
  readonly personId: string;
  readonly active: boolean;
  readonly hash: string | null;
};

export const findAccountByEmail = async (db: Database, email: string): Promise<Account | null> => {
  const row = await db
    .selectFrom("person")
    .leftJoin("password", "password.personId", "person.id")
    .select(["person.id", "person.deactivatedAt", "person.erasedAt", "password.hash"])
    .where("person.email", "=", email)
    .executeTakeFirst();
  if (!row) return null;
  const active = row.deactivatedAt === null && row.erasedAt === null;
  return { personId: row.id, active, hash: row.hash };
};

export const readPasswordHash = async (db: Database, personId: string): Promise<string | null> => {
  const row = await db
    .selectFrom("password")
    .select("hash")
    .where("personId", "=", personId)
    .executeTakeFirst();
  return row?.hash ?? null;
};

export const writePassword = async (
  db: Database,
  personId: string,
  hash: string,
  changedAt: Date,
): Promise<void> => {
  await db
    .insertInto("password")
    .values({ personId, hash, changedAt })
    .onConflict((conflict) => conflict.column("personId").doUpdateSet({ hash, changedAt }))
    .execute();
};

/** Same password under newer parameters: not a change of the password. */
export const replaceHash = async (db: Database, personId: string, hash: string): Promise<void> => {
  await db.updateTable("password").set({ hash }).where("personId", "=", personId).execute();
};

export const countSignInMethods = async (
  db: Database,
  personId: string,
): Promise<{ readonly hasPassword: boolean; readonly passkeys: number }> => {
  const row = await db
    .selectNoFrom((eb) => [
      eb
        .exists(eb.selectFrom("password").select("personId").where("personId", "=", personId))
        .as("hasPassword"),
      eb
        .selectFrom("passkey")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .where("personId", "=", personId)
        .as("passkeys"),
    ])
    .executeTakeFirstOrThrow();
  return { hasPassword: Boolean(row.hasPassword), passkeys: row.passkeys ?? 0 };
};
