import { rm } from "node:fs/promises";
import { join, sep } from "node:path";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { ConnectionSettings } from "../connection.ts";
import { appRole, writeAccessFiles } from "./access-files.ts";
import { type ClusterHome, dataDirectoryOf, findClusterHome } from "./cluster-home.ts";
import { openCluster } from "./create-cluster.ts";
import { type FolderLock, lockFolder } from "./data-folder-lock.ts";
import type { Leashed } from "./leash.ts";
import { endLeftovers } from "./leftover-processes.ts";
import { openDataFolder } from "./open-data-folder.ts";
import { codeOf, diskFull, messageOf, type PostgresFault, startFailed } from "./postgres-fault.ts";
import type { PostgresLog } from "./postgres-log.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { runServer } from "./run-server.ts";
import { embeddedSettings } from "./server-settings.ts";
import { defaultSharedPlace } from "./shared-place.ts";
import {
  makeSocketPlace,
  removeShortSocketPlace,
  socketPlaceOf,
  socketPort,
} from "./socket-place.ts";
import { usableBinaries } from "./usable-binaries.ts";

export type StartOptions = {
  readonly dataDir: string;
  readonly log: PostgresLog;
  readonly now: Date;
  /** Where root puts what a service account must reach; see shared-place.ts. */
  readonly sharedPlace?: string;
};

export type RunningPostgres = {
  readonly settings: ConnectionSettings;
  /** Fast shutdown; done when no process is left and the data folder is free. */
  readonly stop: () => Promise<void>;
  /** The server is gone: because of `stop`, or by itself. */
  readonly exited: Promise<{ readonly expected: boolean; readonly lastLines: readonly string[] }>;
};

export const startPostgres = async (
  options: StartOptions,
): Promise<Result<RunningPostgres, PostgresFault>> => {
  const locks: FolderLock[] = [];
  const release = () => {
    for (const lock of locks) {
      lock.release();
    }
  };
  try {
    const started = await startLocked(options, locks, release);
    if (!started.ok) {
      release();
    }
    return started;
  } catch (error) {
    release();
    return fail(explainSystemError(options.dataDir, error));
  }
};

/** The steps of a start. `locks` receives each lock as it is taken. */
const startLocked = async (
  { dataDir: asked, log, now, sharedPlace = defaultSharedPlace }: StartOptions,
  locks: FolderLock[],
  release: () => void,
): Promise<Result<RunningPostgres, PostgresFault>> => {
  const dataDir = await openDataFolder(asked);
  if (!dataDir.ok) return dataDir;

  const lock = await lockFolder(dataDir.value, now);
  if (!lock.ok) return lock;
  locks.push(lock.value);

  const home = await findClusterHome(dataDir.value, sharedPlace, log);
  if (!home.ok) return home;
  if (!home.value.folder.startsWith(dataDir.value + sep)) {
    // A copied data folder points to the same cluster, so the cluster is locked as well.
    const homeLock = await lockFolder(home.value.folder, now);
    if (!homeLock.ok) return homeLock;
    locks.push(homeLock.value);
  }

  const binaries = await usableBinaries(home.value.account, sharedPlace, log);
  if (!binaries.ok) return binaries;

  const cleared = await clearLeftovers(home.value, log);
  if (!cleared.ok) return cleared;

  const cluster = await openCluster(home.value, binaries.value, log, now);
  if (!cluster.ok) return cluster;

  const socket = await makeSocketPlace(home.value.folder, home.value.account);
  await writeAccessFiles(home.value.folder);
  const server = await runServer({
    binaries: binaries.value,
    cluster: cluster.value,
    account: home.value.account,
    settings: embeddedSettings(socket, home.value.folder),
    log,
  });
  if (!server.ok) {
    await removeShortSocketPlace(socket);
    return server;
  }
  const running = watch(server.value, home.value, socket, release, log);
  const prepared = await prepareDatabase(socket);
  if (!prepared.ok) {
    await running.stop();
    return prepared;
  }
  return ok(running);
};

/**
 * After a kill -9 the old server may still run, or be ending on its leash. We hold the lock, so it serves
 * nobody. Its postmaster.pid goes as well: a stranger with that process id would keep PostgreSQL from starting.
 */
const clearLeftovers = async (
  home: ClusterHome,
  log: PostgresLog,
): Promise<Result<null, PostgresFault>> => {
  const cluster = dataDirectoryOf(home.folder);
  const socket = await socketPlaceOf(cluster);
  if (!(await endLeftovers(home.folder, log))) {
    return fail(
      startFailed(
        `An older PostgreSQL still works in ${home.folder} and does not end.`,
        "End it by hand (look for postgres in the process list), then start again.",
      ),
    );
  }
  if (socket) {
    await removeShortSocketPlace(socket);
  }
  await rm(join(cluster, "postmaster.pid"), { force: true });
  return ok(null);
};

const watch = (
  server: Leashed,
  home: ClusterHome,
  socket: string,
  release: () => void,
  log: PostgresLog,
): RunningPostgres => {
  let stopping = false;
  const exited = server.exited.then(async () => {
    // Somebody may have killed the leash alone; then the server is still there.
    await endLeftovers(home.folder, log);
    await removeShortSocketPlace(socket);
    release();
    return { expected: stopping, lastLines: server.lastLines() };
  });
  return {
    settings: { host: socket, port: socketPort, user: appRole, database: appRole },
    stop: async () => {
      stopping = true;
      server.end();
      await exited;
    },
    exited,
  };
};

const explainSystemError = (dataDir: string, error: unknown): PostgresFault =>
  codeOf(error) === "ENOSPC"
    ? diskFull(dataDir, null)
    : startFailed(
        `The database in ${dataDir} could not be started: ${messageOf(error)}.`,
        "Look at what the sentence names; the data itself was not changed.",
      );
