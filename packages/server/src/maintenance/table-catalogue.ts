import type { Client } from "pg";
import { foreignKeyOrder } from "./foreign-key-order.ts";

export type TableShape = {
  readonly name: string;
  /** Without what the database computes itself. */
  readonly columns: readonly string[];
  /** Sorted by the bytes of the key, so that two databases with other collations say the same. */
  readonly orderBy: string;
};

/** The record of migrations is written by migrating. */
const leftOut = ["migration"];

const shapesSql = `
  select t.relname as name,
    (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
      where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
      as columns,
    (select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end,
                       ', ' order by array_position(i.indkey::smallint[], a.attnum))
      from pg_index i join pg_attribute a on a.attrelid = t.oid and a.attnum = any (i.indkey)
      where i.indrelid = t.oid and i.indisprimary) as order_by
  from pg_class t
  where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and t.relname <> all ($1)`;

const referencesSql = `
  select distinct one.relname as "from", other.relname as "to"
  from pg_constraint c join pg_class one on one.oid = c.conrelid
    join pg_class other on other.oid = c.confrelid
  where c.contype = 'f' and one.relnamespace = 'public'::regnamespace`;

type ShapeRow = { name: string; columns: string[]; order_by: string | null };

/** Every table of the installation, in the order in which rows may be written. */
export const readTableShapes = async (client: Client): Promise<readonly TableShape[]> => {
  const { rows } = await client.query<ShapeRow>(shapesSql, [leftOut]);
  const references = await client.query<{ from: string; to: string }>(referencesSql);
  const shapes = new Map(
    rows.map(({ name, columns, order_by: orderBy }) => {
      if (orderBy === null) throw new Error(`table ${name} has no primary key to sort it by`);
      return [name, { name, columns, orderBy }];
    }),
  );
  const ordered = foreignKeyOrder([...shapes.keys()], references.rows);
  return ordered.flatMap((name) => shapes.get(name) ?? []);
};
