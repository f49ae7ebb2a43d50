import { fail, ok, type Result } from "@checkride/rules/result";
import pg from "pg";
import type { ConnectionSettings } from "../connection.ts";
import { codeOf, messageOf, type PostgresFault } from "./postgres-fault.ts";
import type { RunningPostgres, StartOptions } from "./start-postgres.ts";
import { startPostgres } from "./start-postgres.ts";

export type ConnectOptions = StartOptions & {
  /** DATABASE_URL; without it the embedded PostgreSQL is started in the data folder. */
  readonly databaseUrl?: string | undefined;
};

/** One shape for both: what differs is only what `stop` has to do. */
export type ConnectedDatabase = {
  readonly kind: "embedded" | "server";
  readonly settings: ConnectionSettings;
  readonly stop: () => Promise<void>;
  /** An embedded server that ends by itself; never settles for a server that is not ours. */
  readonly exited: RunningPostgres["exited"];
};

const oldestMajor = 15;
const connectWithinMs = 10_000;

export const connectDatabase = async (
  options: ConnectOptions,
): Promise<Result<ConnectedDatabase, PostgresFault>> => {
  if (options.databaseUrl !== undefined && options.databaseUrl !== "") {
    return connectServer(options.databaseUrl);
  }
  const started = await startPostgres(options);
  return started.ok ? ok({ kind: "embedded", ...started.value }) : started;
};

const connectServer = async (
  databaseUrl: string,
): Promise<Result<ConnectedDatabase, PostgresFault>> => {
  const place = describePlace(databaseUrl);
  if (!place.ok) {
    return place;
  }
  const settings = { connectionString: databaseUrl };
  const version = await askVersion(settings, place.value);
  if (!version.ok) {
    return version;
  }
  const major = Math.floor(version.value / 10_000);
  if (major < oldestMajor) {
    return fail({
      kind: "server-too-old",
      found: `PostgreSQL ${major}`,
      sentence: `The server at ${place.value} is PostgreSQL ${major}; Checkride needs ${oldestMajor} or newer.`,
      remedy: `Upgrade that server, or let DATABASE_URL name a PostgreSQL ${oldestMajor} or newer.`,
    });
  }
  return ok({
    kind: "server",
    settings,
    stop: async () => undefined,
    exited: new Promise(() => undefined),
  });
};

/** Host, port and database, for sentences: never the user's password. */
const describePlace = (databaseUrl: string): Result<string, PostgresFault> => {
  const url = URL.parse(databaseUrl.replace("@/", "@localhost/"));
  if (!url || !["postgres:", "postgresql:"].includes(url.protocol)) {
    return fail({
      kind: "database-url-invalid",
      sentence: "DATABASE_URL is not the address of a PostgreSQL database.",
      remedy:
        'Write it as postgresql://user:password@host:5432/database; special characters in the password as %-codes ("@" is %40).',
    });
  }
  return ok(`${url.searchParams.get("host") ?? url.host}${url.pathname}`);
};

const askVersion = async (
  settings: { readonly connectionString: string },
  place: string,
): Promise<Result<number, PostgresFault>> => {
  try {
    const client = new pg.Client({ ...settings, connectionTimeoutMillis: connectWithinMs });
    client.on("error", () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ version: string }>(
        "select current_setting('server_version_num') as version",
      );
      return ok(Number(rows[0]?.version));
    } finally {
      await client.end().catch(() => undefined);
    }
  } catch (error) {
    const known = refusals[codeOf(error)];
    return fail({
      kind: "not-reachable",
      sentence: `The database at ${place} did not let Checkride in: ${known?.sentence ?? messageOf(error)}.`,
      remedy: known?.remedy ?? "Check DATABASE_URL and that the server is up, then start again.",
    });
  }
};

/** System and SQLSTATE codes (PostgreSQL appendix A). */
const refusals: Readonly<Record<string, { sentence: string; remedy: string }>> = {
  ECONNREFUSED: {
    sentence: "nothing listens there",
    remedy: "Start that server, or correct host and port in DATABASE_URL.",
  },
  ENOTFOUND: {
    sentence: "its host name is not known",
    remedy: "Correct the host in DATABASE_URL.",
  },
  "28P01": {
    sentence: "user or password is wrong",
    remedy: "Correct user and password in DATABASE_URL.",
  },
  "3D000": {
    sentence: "that server has no such database",
    remedy: "Create it (createdb), or correct the last part of DATABASE_URL.",
  },
  "53300": {
    sentence: "it has too many connections already",
    remedy: "Raise max_connections there, or end other clients, and start again.",
  },
};
