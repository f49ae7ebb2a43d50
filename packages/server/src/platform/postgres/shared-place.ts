import { randomUUID } from "node:crypto";
import { chmod, cp, lstat, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fail, ok, type Result } from "@checkride/rules/result";
import type { Binaries } from "./locate-binaries.ts";
import { codeOf, messageOf, type PostgresFault, startFailed } from "./postgres-fault.ts";
import type { PostgresLog } from "./postgres-log.ts";
import { syncFolder, syncPath } from "./sync-folder.ts";

/**
 * Where root keeps what a service account must reach although it may not enter the folder that Checkride
 * runs from: the programs, and clusters of data folders that are closed to that account.
 */
export const defaultSharedPlace = "/var/lib/checkride";

export const openSharedPlace = async (
  sharedPlace: string,
  why: string,
): Promise<Result<null, PostgresFault>> => {
  try {
    await mkdir(sharedPlace, { recursive: true });
    if (!(await isSafe(sharedPlace))) {
      return fail(
        startFailed(
          `${sharedPlace} does not belong to root alone, so programs there cannot be trusted.`,
          `Look at who put it there, then run "chown root ${sharedPlace} && chmod 755 ${sharedPlace}" or remove it.`,
        ),
      );
    }
    // A strict umask must not close our own place to the account that it is for.
    await chmod(sharedPlace, 0o755);
    return ok(null);
  } catch (error) {
    return fail(
      startFailed(
        `${why}, and ${sharedPlace} cannot be written to instead (${codeOf(error)}).`,
        "Run Checkride as an ordinary user, or from a folder that other accounts may enter, or set DATABASE_URL.",
      ),
    );
  }
};

const isSafe = async (folder: string): Promise<boolean> => {
  const { uid, mode } = await lstat(folder);
  return uid === 0 && (mode & 0o170022) === 0o040000;
};

/** The programs where every account can run them; copied once for each version of the npm package. */
export const shareBinaries = async (
  binaries: Binaries,
  sharedPlace: string,
  log: PostgresLog,
): Promise<Result<Binaries, PostgresFault>> => {
  const opened = await openSharedPlace(
    sharedPlace,
    "The service account cannot reach node_modules",
  );
  if (!opened.ok) {
    return opened;
  }
  const target = join(sharedPlace, `postgres-${binaries.version}`);
  const shared: Binaries = { ...binaries, root: target };
  if (await isComplete(target)) {
    return ok(shared);
  }
  try {
    await copyBinaries(binaries.root, target);
  } catch (error) {
    return fail(
      startFailed(
        `The PostgreSQL programs could not be copied to ${target}: ${messageOf(error)}.`,
        `Remove ${target} if it exists, make room for 60 MB, and start again.`,
      ),
    );
  }
  log.info(`copied the PostgreSQL programs to ${target}, where the service account can run them`);
  return ok(shared);
};

const completeMark = "complete";

const isComplete = async (folder: string): Promise<boolean> => {
  try {
    return (await isSafe(folder)) && (await lstat(join(folder, completeMark))).isFile();
  } catch {
    return false;
  }
};

/** Whatever umask they were installed under: everybody may read, what could be run may be run. */
const openToAll = async (folder: string): Promise<void> => {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) {
      const { mode } = await lstat(path);
      await chmod(path, (mode & 0o100) === 0 ? 0o644 : 0o755);
    }
  }
};

const copyBinaries = async (source: string, target: string): Promise<void> => {
  const copy = `${target}.${randomUUID()}`;
  try {
    await mkdir(copy);
    await chmod(copy, 0o755);
    await cp(source, copy, {
      recursive: true,
      verbatimSymlinks: true,
      // Static libraries are for compiling against, not for running.
      filter: (path) => !path.endsWith(".a"),
    });
    await openToAll(copy);
    await syncFolder(copy);
    await writeFile(join(copy, completeMark), "");
    await syncPath(copy);
    await rename(copy, target).catch(async (error: unknown) => {
      // Two processes may copy at once: whoever comes second uses the copy of the first.
      if (!(await isComplete(target))) {
        throw error;
      }
    });
    await syncPath(dirname(target));
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
};
