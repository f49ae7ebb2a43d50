import { fail, ok, type Result } from "@checkride/rules/result";
import pg from "pg";
import { adminRole, appRole } from "./access-files.ts";
import { messageOf, type PostgresFault } from "./postgres-fault.ts";
import { socketPort } from "./socket-place.ts";

/** Role and database of the application, made when missing. Shows at the same time that the server answers. */
export const prepareDatabase = async (
  socketFolder: string,
): Promise<Result<null, PostgresFault>> => {
  const client = new pg.Client({
    host: socketFolder,
    port: socketPort,
    user: adminRole,
    database: "postgres",
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $1) as database`,
      [appRole],
    );
    if (!rows[0]?.role) {
      await client.query(`create role ${appRole} login`);
    }
    if (!rows[0]?.database) {
      await client.query(`create database ${appRole} owner ${appRole}`);
    }
    return ok(null);
  } catch (error) {
    return fail({
      kind: "not-reachable",
      sentence: `PostgreSQL runs, but did not let Checkride in over its socket in ${socketFolder}: ${messageOf(error)}.`,
      remedy: "Start again; if it stays so, the log of the database says what it refused.",
    });
  } finally {
    await client.end().catch(() => undefined);
  }
};
