import { createHash } from "node:crypto";
import pg, { type Client } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { BackedUpTable } from "./backup-format.ts";
import type { TableShape } from "./table-catalogue.ts";

/** How values are written must depend on nothing but the values. */
const plainText = `
  set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'iso_8601';
  set timezone = 'UTC'; set bytea_output = 'hex'; set extra_float_digits = 1`;

/**
 * One moment of the whole database, that nothing written meanwhile can change. The ends of the installation's
 * own statements do not apply: a large table takes its time.
 */
export const beginSnapshot = async (client: Client): Promise<void> => {
  await client.query(`${plainText}; set statement_timeout = 0`);
  await client.query("begin transaction isolation level repeatable read, read only");
};

export const beginLoad = async (client: Client): Promise<void> => {
  await client.query(`${plainText}; set statement_timeout = 0`);
  await client.query("begin");
};

const columnList = (columns: readonly string[]): string => columns.join(", ");

const nameOf = (table: string): string => `public.${pg.escapeIdentifier(table)}`;

/** The rows of a table as COPY writes them: one line each, always in the same order. */
export const readRows = ({ name, columns, orderBy }: TableShape, client: Client) =>
  client.query(
    copyTo(
      `copy (select ${columnList(columns)} from ${nameOf(name)} order by ${orderBy}) to stdout`,
    ),
  );

export const writeRows = ({ name, columns }: BackedUpTable, client: Client) =>
  client.query(copyFrom(`copy ${nameOf(name)} (${columnList(columns)}) from stdin`));

const newline = 0x0a;

const linesIn = (chunk: Uint8Array): number => {
  let count = 0;
  for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1)) count++;
  return count;
};

export type Tally = {
  readonly add: (chunk: Uint8Array) => void;
  readonly total: () => Pick<BackedUpTable, "rows" | "bytes" | "sha256">;
};

/** Counts and hashes what passes; in COPY's text form a line end inside a value is written as \\n. */
export const startTally = (): Tally => {
  const hash = createHash("sha256");
  let rows = 0;
  let bytes = 0;
  return {
    add: (chunk) => {
      hash.update(chunk);
      rows += linesIn(chunk);
      bytes += chunk.byteLength;
    },
    total: () => ({ rows, bytes, sha256: hash.digest("hex") }),
  };
};

export const tallyTable = async (shape: TableShape, client: Client): Promise<BackedUpTable> => {
  const tally = startTally();
  for await (const chunk of readRows(shape, client)) tally.add(chunk);
  return { name: shape.name, columns: [...shape.columns], ...tally.total() };
};
