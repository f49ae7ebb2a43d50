import type { Client } from "pg";

/** Rows that were copied in bring their numbers along, but move no counter. */
const countOnSql = `do $$
declare one record;
begin
  for one in select c.oid::regclass as name, a.attname as counted,
      pg_get_serial_sequence(c.oid::regclass::text, a.attname) as counter
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and pg_get_serial_sequence(c.oid::regclass::text, a.attname) is not null
  loop
    execute format('select setval(%L, coalesce(max(%I), 0) + 1, false) from %s', one.counter, one.counted, one.name);
  end loop;
end $$`;

/**
 * Queued jobs are not in a backup. What they would have done is put where it is found again: every stored
 * standing is computed anew, and an import that was being written says that it has to be started again.
 */
export const settleRestored = async (client: Client, now: Date): Promise<void> => {
  await client.query(
    "insert into standing_stale (person_id, since) select id, $1 from person on conflict do nothing",
    [now],
  );
  await client.query(
    `update people_import set state = 'failed',
       failure = 'The installation was restored from a backup while this import was being written. Read the file again: what is there already is not done twice.'
     where state = 'running'`,
  );
  // What was ended after the backup must not come back to life with it: everybody signs in again.
  await client.query("delete from session");
  await client.query("delete from one_time_link");
  await client.query("delete from device_login");
  await client.query("delete from worker_life");
  await client.query(countOnSql);
  await client.query("analyze");
};
