import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type pg from "pg";

const mark = /^\/\* kept: ([\w-]+) \*\//;

/** Begins a statement that each connection parses once and keeps; for the few that run thousands of times. */
export const kept = (name: string): string => `/* kept: ${name} */ `;

/**
 * Kysely hands `pg` a text and values only; a statement is kept under a name. The name is in the text, so the
 * text decides and two texts under one name are refused by `pg`.
 */
export const keepingStatements = (pool: pg.Pool): PostgresPool => {
  // Kysely knows a connection by its object.
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect();
      const known = wrapped.get(client) ?? keepingClient(client);
      wrapped.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
};

const keepingClient = (client: pg.PoolClient): PostgresPoolClient => {
  function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query(): never;
  function query(text?: string, parameters: readonly unknown[] = []): unknown {
    if (text === undefined) throw new Error("cursors are not used here");
    const name = mark.exec(text)?.[1];
    const values = [...parameters];
    return name === undefined ? client.query(text, values) : client.query({ name, text, values });
  }
  return { query, release: (destroy) => client.release(destroy) };
};
