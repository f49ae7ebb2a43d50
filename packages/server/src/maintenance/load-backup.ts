import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fail, ok, type Result } from "@checkride/rules/result";
import pg, { type Client } from "pg";
import type { BackedUpTable } from "./backup-format.ts";
import { tallyTable, writeRows } from "./copy-table.ts";
import { openBackup } from "./read-backup.ts";
import { readTableShapes, type TableShape } from "./table-catalogue.ts";

type LoadOrder = {
  readonly client: Client;
  readonly path: string;
  /** Of the file that was verified: it must still be that one. */
  readonly headerLine: string;
  readonly progress: (line: string) => void;
};

/** Writes the rows of all tables in the caller's transaction. */
export const loadBackup = async (order: LoadOrder): Promise<Result<null, string>> => {
  const { client, path, headerLine, progress } = order;
  const opened = await openBackup(path);
  if (!opened.ok) return opened;
  const { header, reader, close } = opened.value;
  try {
    if (opened.value.headerLine !== headerLine) return fail("the file was replaced meanwhile");
    for (const table of header.tables) {
      progress(`writing ${table.name}`);
      await pipeline(Readable.from(reader.take(table.bytes)), writeRows(table, client));
    }
    return ok(null);
  } catch (error) {
    if (error instanceof pg.DatabaseError) {
      return fail(`the database does not take its rows: ${error.message}`);
    }
    throw error;
  } finally {
    close();
  }
};

const compareTable = async (
  client: Client,
  wanted: BackedUpTable,
  shape: TableShape | undefined,
): Promise<string | null> => {
  if (!shape) return `table ${wanted.name} is not there`;
  const found = await tallyTable(shape, client);
  if (found.rows !== wanted.rows) {
    return `table ${wanted.name} has ${found.rows} rows, the backup ${wanted.rows}`;
  }
  return found.sha256 === wanted.sha256 ? null : `table ${wanted.name} reads back differently`;
};

/** Reads everything back out of the database and compares it with what the backup says it holds. */
export const compareWithBackup = async (
  client: Client,
  tables: readonly BackedUpTable[],
  progress: (line: string) => void,
): Promise<readonly string[]> => {
  const shapes = new Map((await readTableShapes(client)).map((shape) => [shape.name, shape]));
  const faults: string[] = [];
  for (const table of tables) {
    progress(`comparing ${table.name}`);
    const fault = await compareTable(client, table, shapes.get(table.name));
    if (fault !== null) faults.push(fault);
  }
  const known = new Set(tables.map(({ name }) => name));
  for (const name of shapes.keys()) {
    if (!known.has(name)) faults.push(`the backup lacks table ${name}`);
  }
  return faults;
};
