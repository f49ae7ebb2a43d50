import pg, { type Client } from "pg";
import type { ConnectionSettings } from "../platform/connection.ts";
import { type PostgresFault, startFailed } from "../platform/postgres/postgres-fault.ts";

/** Keeps two restores from writing into one database at once. */
const restoreLock = 7_300_002;

/** While this is there, the restore that made it has not come to its end. */
const markSchema = "checkride_restore";

export type PlaceState = "empty" | "unfinished" | "taken";

export const isRestoreUnfinished = async (client: Client): Promise<boolean> => {
  const { rows } = await client.query("select from pg_namespace where nspname = $1", [markSchema]);
  return rows.length > 0;
};

/** Anything at all counts: a restore must never be the reason that something else is gone. */
const holdsAnything = async (client: Client): Promise<boolean> => {
  const { rows } = await client.query(
    `select from pg_class where relnamespace = 'public'::regnamespace
     union all select from pg_namespace where nspname = 'graphile_worker' limit 1`,
  );
  return rows.length > 0;
};

export const readPlaceState = async (client: Client): Promise<PlaceState> => {
  if (await isRestoreUnfinished(client)) return "unfinished";
  return (await holdsAnything(client)) ? "taken" : "empty";
};

/** False: another restore is at work. Until the connection ends. */
export const takeRestoreLock = async (client: Client): Promise<boolean> => {
  const { rows } = await client.query<{ taken: boolean }>(
    "select pg_try_advisory_lock($1) as taken",
    [restoreLock],
  );
  return rows[0]?.taken ?? false;
};

/** The place was empty when the unfinished restore began, so whatever is in it now is that restore's. */
const clearSql = `do $$
declare one record;
begin
  for one in select c.oid::regclass as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  loop execute format('drop table if exists %s cascade', one.name); end loop;
  for one in select p.oid::regprocedure as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  loop execute format('drop function if exists %s cascade', one.name); end loop;
end $$`;

/** Marks the place before anything is written into it, and takes away what an earlier try left. */
export const beginRestore = async (client: Client, state: PlaceState): Promise<void> => {
  if (state === "unfinished") await client.query(clearSql);
  await client.query(`create schema if not exists ${markSchema}`);
};

/** Takes everything away again, so that a refused backup leaves the place as it was found. */
export const undoRestore = async (client: Client): Promise<void> => {
  await client.query(clearSql);
  await endRestore(client);
};

export const endRestore = async (client: Client): Promise<void> => {
  await client.query(`drop schema ${markSchema} cascade`);
};

/** Asked at every start: a database that holds a part of a backup must not be taken for a whole one. */
export const refuseCutOffRestore = async (
  settings: ConnectionSettings,
): Promise<PostgresFault | null> => {
  const client = new pg.Client(settings);
  await client.connect();
  try {
    return (await isRestoreUnfinished(client))
      ? startFailed(
          "A restore into this database was cut off: it does not hold everything.",
          'Run the same "checkride restore" again; it begins anew.',
        )
      : null;
  } finally {
    await client.end();
  }
};
