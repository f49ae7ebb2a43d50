import { chmod, lstat, mkdir, mkdtemp, readFile, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { giveTo, type ServiceAccount } from "./service-account.ts";

/** PostgreSQL names its socket after a port, also when it listens on none. */
export const socketPort = 5432;

const socketName = `.s.PGSQL.${socketPort}`;

/** sockaddr_un holds 108 bytes on Linux and 104 on macOS, with the closing zero. */
const pathBytesMax = process.platform === "linux" ? 107 : 103;

const shortPlace = "/tmp/checkride-";
const isShortPlace = (folder: string): boolean => /^\/tmp\/checkride-\w{6}$/.test(folder);

const fits = (folder: string): boolean =>
  Buffer.byteLength(join(folder, socketName)) <= pathBytesMax;

/**
 * A folder that only the server's account (and root) may enter. It is in the cluster's home unless its
 * path would be too long for a socket; then it is a fresh private folder in /tmp, which every account reaches
 * and where its name cannot be guessed and taken before.
 */
export const makeSocketPlace = async (
  home: string,
  account: ServiceAccount | null,
): Promise<string> => {
  const folder = join(home, "socket");
  if (!fits(folder)) {
    const short = await mkdtemp(shortPlace);
    await giveTo(account, short);
    return short;
  }
  // What a killed server left in it would only be in the way; nothing of ours runs any more.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  await chmod(folder, 0o700);
  await giveTo(account, folder);
  return folder;
};

/** Removes a place in /tmp, and of it only what PostgreSQL makes there. */
export const removeShortSocketPlace = async (folder: string): Promise<void> => {
  if (!isShortPlace(folder) || !(await isFolder(folder))) {
    return;
  }
  await rm(join(folder, socketName), { force: true });
  await rm(join(folder, `${socketName}.lock`), { force: true });
  await rmdir(folder).catch(() => undefined);
};

const isFolder = (path: string): Promise<boolean> =>
  lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The fifth line of postmaster.pid: the socket folder of the server that runs, or ran, on a cluster. */
export const socketPlaceOf = async (cluster: string): Promise<string | null> => {
  const text = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  return text.split("\n")[4] || null;
};
