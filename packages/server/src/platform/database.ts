import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { ConnectionSettings } from "./connection.ts";
import { keepingStatements } from "./kept-statements.ts";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;

// 20 = bigint: our counts and sequence numbers stay far below 2^53.
const types = new pg.TypeOverrides();
types.setTypeParser(20, Number);

export type DatabaseHandle = {
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly close: () => Promise<void>;
};

const answerWithinMs = 2_000;

export const openPool = (settings: ConnectionSettings, connectionsMax: number): pg.Pool => {
  const pool = new pg.Pool({
    ...settings,
    types,
    max: connectionsMax,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on("error", () => undefined);
  // The same for one that breaks in use: whoever uses it is told by its next query.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
};

export const openDatabase = (settings: ConnectionSettings, connectionsMax = 20): DatabaseHandle => {
  const pool = openPool(settings, connectionsMax);
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: keepingStatements(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return { db, pool, close: () => db.destroy() };
};

/** Null: it answers, and in time. */
export const databaseFault = async ({ pool }: Pick<DatabaseHandle, "pool">) => {
  // "pg" takes a limit for one query; its types know it for a whole connection only.
  const question = { text: "select 1", query_timeout: answerWithinMs };
  try {
    await pool.query(question);
    return null;
  } catch {
    return "The database does not answer.";
  }
};
