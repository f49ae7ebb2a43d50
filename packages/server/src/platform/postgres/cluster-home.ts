import { createHash, randomUUID } from "node:crypto";
import { chmod, mkdir, readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import { fail, ok, type Result } from "@checkride/rules/result";
import { z } from "zod";
import { notWritable, type PostgresFault, startFailed } from "./postgres-fault.ts";
import type { PostgresLog } from "./postgres-log.ts";
import { readJson } from "./read-json.ts";
import { replaceFile } from "./replace-file.ts";
import {
  canEnter,
  defaultAccount,
  ownerOf,
  runsAsRoot,
  type ServiceAccount,
} from "./service-account.ts";
import { openSharedPlace } from "./shared-place.ts";

/** The folder of ours that the cluster, its socket and its access files live in. */
export type ClusterHome = {
  readonly folder: string;
  /** Null when PostgreSQL runs as whoever runs Checkride. */
  readonly account: ServiceAccount | null;
};

export const clusterName = "cluster";
/** What PostgreSQL calls its data directory: inside, so that root writes only into folders of its own. */
export const dataDirectoryOf = (home: string): string => join(home, clusterName, "data");

const pointerSchema = z.object({ id: z.uuid(), folder: z.string().startsWith("/") });
const ownerSchema = z.object({ id: z.uuid(), dataDir: z.string() });

const pointerName = "postgres-elsewhere.json";
const ownerName = "belongs-to.json";

export const findClusterHome = async (
  dataDir: string,
  sharedPlace: string,
  log: PostgresLog,
): Promise<Result<ClusterHome, PostgresFault>> => {
  const elsewhere = await followPointer(dataDir);
  if (!elsewhere.ok) {
    return elsewhere;
  }
  const folder = elsewhere.value ?? join(dataDir, "postgres");
  if (await exists(folder)) {
    return openExisting(folder);
  }
  if (!runsAsRoot()) {
    return ok({ folder: await makeHome(folder, null), account: null });
  }
  const account = await defaultAccount();
  if (!account) {
    return fail(
      startFailed(
        "PostgreSQL refuses to run as root, and this system has neither an account postgres nor nobody.",
        "Run Checkride as an ordinary user, or set DATABASE_URL.",
      ),
    );
  }
  return (await canEnter(account, dataDir))
    ? ok({ folder: await makeHome(folder, account), account })
    : makeElsewhere(dataDir, account, sharedPlace, log);
};

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const makeHome = async (folder: string, account: ServiceAccount | null): Promise<string> => {
  await mkdir(folder);
  // The service account passes through to what it owns inside, and can plant nothing here.
  await chmod(folder, account ? 0o711 : 0o700);
  return realpath(folder);
};

/** An existing cluster keeps its owner: PostgreSQL runs as no other account on it. */
const openExisting = async (found: string): Promise<Result<ClusterHome, PostgresFault>> => {
  const folder = await realpath(found);
  const { uid } = await stat(folder);
  if (!runsAsRoot()) {
    return uid === process.geteuid?.()
      ? ok({ folder, account: null })
      : fail(
          notWritable(
            folder,
            `it belongs to another account (uid ${uid})`,
            "Start Checkride as the account that made it (root, if root did).",
          ),
        );
  }
  const data = dataDirectoryOf(folder);
  const account = ((await exists(data)) ? await ownerOf(data) : null) ?? (await defaultAccount());
  return account && (await canEnter(account, folder))
    ? ok({ folder, account })
    : fail(
        startFailed(
          `The account ${account?.name ?? "of the database"} can no longer enter ${folder}.`,
          "Let other accounts pass through the folders above it again (chmod o+x), then start again.",
        ),
      );
};

/**
 * Pointer and cluster carry the same random id. A data folder that was deleted and made anew has no
 * pointer, gets a new id and so a new cluster: it never brings old data back.
 */
const followPointer = async (dataDir: string): Promise<Result<string | null, PostgresFault>> => {
  const path = join(dataDir, pointerName);
  if (!(await exists(path))) {
    return ok(null);
  }
  const pointer = pointerSchema.safeParse(await readJson(path));
  const owner = pointer.success
    ? ownerSchema.safeParse(await readJson(join(pointer.data.folder, ownerName)))
    : null;
  if (!pointer.success || !owner?.success || owner.data.id !== pointer.data.id) {
    return fail(
      startFailed(
        `${path} says where the database of this data folder is, but that place is gone or belongs to another data folder.`,
        `Bring ${pointer.data?.folder ?? "the place"} back, or remove ${path} to begin with an empty database.`,
      ),
    );
  }
  return followTo(pointer.data, owner.data.dataDir, dataDir);
};

/** A moved data folder takes its database along. A copy would run the original's. */
const followTo = async (
  { id, folder }: z.infer<typeof pointerSchema>,
  original: string,
  dataDir: string,
): Promise<Result<string, PostgresFault>> => {
  if (original === dataDir) return ok(folder);
  const there = pointerSchema.safeParse(await readJson(join(original, pointerName)));
  if (there.success && there.data.id === id) {
    return fail(
      startFailed(
        `${dataDir} is a copy of ${original}, whose database is kept in ${folder} and was not copied with it.`,
        `To have it twice, run "checkride backup" there and "checkride restore" into a new data folder. To have it here instead, remove ${original}.`,
      ),
    );
  }
  await replaceFile(join(folder, ownerName), JSON.stringify({ id, dataDir }), 0o600);
  return ok(folder);
};

const makeElsewhere = async (
  dataDir: string,
  account: ServiceAccount,
  sharedPlace: string,
  log: PostgresLog,
): Promise<Result<ClusterHome, PostgresFault>> => {
  const opened = await openSharedPlace(
    sharedPlace,
    `The account ${account.name} cannot enter ${dataDir}`,
  );
  if (!opened.ok) {
    return opened;
  }
  const clusters = join(sharedPlace, "clusters");
  await mkdir(clusters, { recursive: true });
  await chmod(clusters, 0o711);
  const forgotten = await forgottenIn(clusters);
  const id = randomUUID();
  const hash = createHash("sha256").update(dataDir).digest("hex").slice(0, 12);
  const folder = await makeHome(join(clusters, `${hash}-${id.slice(0, 8)}`), account);
  await replaceFile(join(folder, ownerName), JSON.stringify({ id, dataDir }), 0o600);
  // The pointer comes last: cut off before it, the next start makes another place and loses nothing.
  const pointer = join(dataDir, pointerName);
  await replaceFile(pointer, JSON.stringify({ id, folder }), 0o600);
  log.info(
    `PostgreSQL runs as ${account.name}, which cannot enter ${dataDir}: the database is kept in ${folder}${forgotten}`,
  );
  return ok({ folder, account });
};

/** Deleting a data folder leaves its cluster here; deleting that too is for a person to decide. */
const forgottenIn = async (clusters: string): Promise<string> => {
  const names = await readdir(clusters);
  const orphans = await Promise.all(
    names.map(async (name) => {
      const owner = ownerSchema.safeParse(await readJson(join(clusters, name, ownerName)));
      return owner.success && !(await exists(owner.data.dataDir)) ? name : null;
    }),
  );
  const gone = orphans.filter((name) => name !== null);
  return gone.length === 0
    ? ""
    : ` (of no use any more, as their data folders are gone: ${gone.join(", ")} beside it)`;
};
