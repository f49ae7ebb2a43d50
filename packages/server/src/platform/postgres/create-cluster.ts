import { randomUUID } from "node:crypto";
import { chmod, mkdir, readdir, readFile, rename, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { fail, ok, type Result } from "@checkride/rules/result";
import { z } from "zod";
import { adminRole } from "./access-files.ts";
import { type ClusterHome, clusterName, dataDirectoryOf } from "./cluster-home.ts";
import { runLeashed } from "./leash.ts";
import { type Binaries, binary } from "./locate-binaries.ts";
import { diskFull, otherVersion, type PostgresFault, startFailed } from "./postgres-fault.ts";
import type { PostgresLog } from "./postgres-log.ts";
import { readJson } from "./read-json.ts";
import { replaceFile } from "./replace-file.ts";
import { explainEnd } from "./run-server.ts";
import { giveTo } from "./service-account.ts";
import { syncFolder, syncPath } from "./sync-folder.ts";

const unfinishedPrefix = "cluster-new-";
const neededMb = 100;

/** Of how we lay a cluster out; raised when an older program could no longer use it. */
const layout = 1;
const stampName = "stamp.json";
const stampSchema = z.object({ layout: z.number().int(), made: z.string() });

/** The cluster in its home, made when there is none. A cut-off first start leaves nothing to clean by hand. */
export const openCluster = async (
  home: ClusterHome,
  binaries: Binaries,
  log: PostgresLog,
  now: Date,
): Promise<Result<string, PostgresFault>> => {
  const names = await readdir(home.folder);
  for (const name of names.filter((one) => one.startsWith(unfinishedPrefix))) {
    await rm(join(home.folder, name), { recursive: true, force: true, maxRetries: 5 });
  }
  if (names.includes(clusterName)) {
    return checkVersion(home, binaries);
  }
  const { bavail, bsize } = await statfs(home.folder);
  const freeMb = Math.floor((bavail * bsize) / 2 ** 20);
  return freeMb < neededMb
    ? fail(diskFull(home.folder, freeMb))
    : createCluster(home, binaries, log, now);
};

const checkVersion = async (
  home: ClusterHome,
  binaries: Binaries,
): Promise<Result<string, PostgresFault>> => {
  const cluster = join(home.folder, clusterName);
  const brought = `PostgreSQL ${binaries.major}`;
  const major = (
    await readFile(join(cluster, "data", "PG_VERSION"), "utf8").catch(() => "")
  ).trim();
  if (major !== String(binaries.major)) {
    const found = major === "" ? "something that is not PostgreSQL" : `PostgreSQL ${major}`;
    return fail(otherVersion(cluster, found, brought));
  }
  const stamp = stampSchema.safeParse(await readJson(join(cluster, stampName)));
  if (!stamp.success) {
    return fail(
      startFailed(
        `${cluster} is a PostgreSQL cluster that Checkride did not make: it has no readable ${stampName}.`,
        "Name another data folder with CHECKRIDE_DATA, or put that file back from a backup of the folder.",
      ),
    );
  }
  return stamp.data.layout === layout
    ? ok(dataDirectoryOf(home.folder))
    : fail(otherVersion(cluster, `data layout ${stamp.data.layout}`, `data layout ${layout}`));
};

/**
 * Made under another name and renamed when it is complete and on the disk: a cluster with the right name is
 * always a whole one. Syncing once at the end is what initdb would do itself, file by file.
 */
const createCluster = async (
  home: ClusterHome,
  binaries: Binaries,
  log: PostgresLog,
  now: Date,
): Promise<Result<string, PostgresFault>> => {
  const unfinished = join(home.folder, `${unfinishedPrefix}${randomUUID().slice(0, 8)}`);
  const data = join(unfinished, "data");
  await mkdir(unfinished);
  await chmod(unfinished, home.account ? 0o711 : 0o700);
  await mkdir(data, { mode: 0o700 });
  await giveTo(home.account, data);
  const made = await runInitdb(home, data, binaries, initdbChoices(binaries.major));
  if (!made.ok) {
    await rm(unfinished, { recursive: true, force: true });
    return made;
  }
  const text = { layout, made: now.toISOString(), postgres: binaries.version };
  await replaceFile(join(unfinished, stampName), JSON.stringify(text), 0o644);
  await syncFolder(unfinished);
  await rename(unfinished, join(home.folder, clusterName));
  await syncPath(home.folder);
  log.info(`made a new PostgreSQL ${binaries.major} database in ${home.folder}`);
  return ok(dataDirectoryOf(home.folder));
};

/** Sorting must not depend on the machine; PostgreSQL brings its own C.UTF-8 since 17. */
export const initdbChoices = (major: number): readonly string[] => [
  "--no-instructions",
  "--no-sync",
  "--encoding=UTF8",
  "--locale=C",
  `--username=${adminRole}`,
  ...(major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : []),
];

/** Leashed too: killed with us, it leaves no half-made cluster still being filled. */
export const runInitdb = async (
  home: ClusterHome,
  cluster: string,
  binaries: Binaries,
  choices: readonly string[],
): Promise<Result<null, PostgresFault>> => {
  const initdb = runLeashed({
    file: binary(binaries, "initdb"),
    args: ["-D", cluster, ...choices],
    cwd: home.folder,
    account: home.account,
    onLine: () => undefined,
  });
  const { code } = await initdb.exited;
  return code === 0 ? ok(null) : fail(explainEnd(cluster, initdb.lastLines()));
};
