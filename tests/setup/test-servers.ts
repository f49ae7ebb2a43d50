import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Result } from "@checkride/rules/result";
import {
  adminRole,
  appRole,
  writeAccessFiles,
} from "@checkride/server/platform/postgres/access-files";
import { initdbChoices, runInitdb } from "@checkride/server/platform/postgres/create-cluster";
import type { Binaries } from "@checkride/server/platform/postgres/locate-binaries";
import type { PostgresFault } from "@checkride/server/platform/postgres/postgres-fault";
import { runServer } from "@checkride/server/platform/postgres/run-server";
import {
  embeddedSettings,
  quietLog,
  type ServerSettings,
} from "@checkride/server/platform/postgres/server-settings";
import {
  defaultAccount,
  giveTo,
  runsAsRoot,
  type ServiceAccount,
} from "@checkride/server/platform/postgres/service-account";
import { defaultSharedPlace } from "@checkride/server/platform/postgres/shared-place";
import { makeSocketPlace } from "@checkride/server/platform/postgres/socket-place";
import { usableBinaries } from "@checkride/server/platform/postgres/usable-binaries";
import pg from "pg";
import { findInstalledServer } from "./installed-server.ts";

export type TestServer = {
  readonly adminUrl: (database: string) => string;
  readonly ownerUrl: (database: string) => string;
  /** Who new databases are given to; null: to whoever makes them. */
  readonly owner: string | null;
  readonly stop: () => Promise<void>;
};

/** Tests lose nothing by a power cut; not waiting for the disk makes them several times as fast. */
const careless: ServerSettings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "300",
};

const silent = { info: () => undefined, warn: () => undefined };

const orThrow = <T>(result: Result<T, PostgresFault>): T => {
  if (!result.ok) {
    throw new Error(`${result.error.sentence} ${result.error.remedy}`);
  }
  return result.value;
};

type Place = {
  readonly folder: string;
  readonly cluster: string;
  readonly account: ServiceAccount | null;
};

/** Folders of a test server that the service account may pass through. */
const makePlace = async (folder: string): Promise<Place> => {
  const account = runsAsRoot() ? await defaultAccount() : null;
  const cluster = join(folder, "data");
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  await giveTo(account, cluster);
  if (account) {
    await chmod(join(folder, ".."), 0o711);
    await chmod(folder, 0o711);
  }
  return { folder, cluster, account };
};

const embeddedBinaries = async (account: ServiceAccount | null): Promise<Binaries> =>
  orThrow(await usableBinaries(account, defaultSharedPlace, silent));

const address = (user: string, place: string, database: string, query = ""): string =>
  `postgresql://${user}@${place}/${database}${query}`;

export const startEmbeddedForm = async (folder: string): Promise<TestServer> => {
  const { cluster, account } = await makePlace(folder);
  const binaries = await embeddedBinaries(account);
  const home = { folder, account };
  orThrow(await runInitdb(home, cluster, binaries, initdbChoices(binaries.major)));
  const socket = await makeSocketPlace(folder, account);
  await writeAccessFiles(folder);
  const settings = { ...embeddedSettings(socket, folder), ...careless };
  const server = orThrow(await runServer({ binaries, cluster, account, settings, log: silent }));
  const query = `?host=${encodeURIComponent(socket)}`;
  const adminUrl = (database: string) => address(adminRole, "localhost", database, query);
  await makeOwner(adminUrl("postgres"), `create role ${appRole} login`);
  return {
    adminUrl,
    ownerUrl: (database) => address(appRole, "localhost", database, query),
    owner: appRole,
    stop: async () => {
      server.end();
      await server.exited;
    },
  };
};

/**
 * Over TCP with a password, as a server elsewhere is reached: the one that CHECKRIDE_TEST_SERVER_URL names,
 * else PostgreSQL 15 or newer where the machine has one, else a second embedded one.
 */
export const startServerForm = async (folder: string): Promise<TestServer> => {
  const { CHECKRIDE_TEST_SERVER_URL: given } = process.env;
  if (given) {
    return useGivenServer(given);
  }
  const { cluster, account } = await makePlace(folder);
  const binaries = (await findInstalledServer()) ?? (await embeddedBinaries(account));
  const password = randomBytes(12).toString("hex");
  const passwordFile = join(folder, "password");
  await writeFile(passwordFile, password, { mode: 0o600 });
  await giveTo(account, passwordFile);
  const choices = ["--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  const all = [...initdbChoices(binaries.major), ...choices];
  orThrow(await runInitdb({ folder, account }, cluster, binaries, all));
  const port = await freePort();
  const settings = { ...quietLog, ...careless, ...overTcp(port) };
  const server = orThrow(await runServer({ binaries, cluster, account, settings, log: silent }));
  const place = `127.0.0.1:${port}`;
  const adminUrl = (database: string) => address(`${adminRole}:${password}`, place, database);
  await makeOwner(adminUrl("postgres"), `create role ${appRole} login password '${password}'`);
  return {
    adminUrl,
    ownerUrl: (database) => address(`${appRole}:${password}`, place, database),
    owner: appRole,
    stop: async () => {
      server.end();
      await server.exited;
    },
  };
};

const overTcp = (port: number): ServerSettings => ({
  listen_addresses: "127.0.0.1",
  port: String(port),
  unix_socket_directories: "",
  timezone: "UTC",
});

const useGivenServer = (given: string): TestServer => {
  const urlFor = (database: string) => {
    const url = new URL(given);
    url.pathname = `/${database}`;
    return url.href;
  };
  return { adminUrl: urlFor, ownerUrl: urlFor, owner: null, stop: async () => undefined };
};

const makeOwner = async (adminUrl: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const found = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof found === "object" && found ? found.port : 0;
};
