import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fail, ok, type Result } from "@checkride/rules/result";
import { z } from "zod";
import { messageOf, notWritable, type PostgresFault } from "./postgres-fault.ts";
import { readJson } from "./read-json.ts";
import { replaceFile } from "./replace-file.ts";

export type FolderLock = { readonly release: () => void };

const ownerSchema = z.object({ pid: z.number().int().positive(), since: z.string() });

/**
 * One owner for a folder. The lock is a record lock of the operating system: taken by exactly one of two
 * that try at once, seen across containers that share the disk, gone the moment its process is, so there
 * is never a stale file for a person to delete. Node offers no such lock by itself; SQLite, which it
 * brings, takes one for an exclusive transaction. Nothing is ever written to that file, and nobody in
 * this process may open it otherwise: closing any handle of it would drop the lock.
 */
export const lockFolder = async (
  folder: string,
  now: Date,
): Promise<Result<FolderLock, PostgresFault>> => {
  const handle = openLock(join(folder, "checkride.lock"));
  if (!handle.ok) {
    return handle.error.busy
      ? fail(await inUse(folder))
      : fail(notWritable(folder, handle.error.reason));
  }
  // For the sentence that the second comer is told; the lock itself does not depend on it.
  const note = join(folder, "checkride.owner.json");
  try {
    await replaceFile(note, JSON.stringify({ pid: process.pid, since: now.toISOString() }), 0o644);
  } catch (error) {
    handle.value.close();
    throw error;
  }
  return ok({ release: () => handle.value.close() });
};

const openLock = (
  file: string,
): Result<DatabaseSync, { readonly busy: boolean; readonly reason: string }> => {
  let handle: DatabaseSync | null = null;
  try {
    handle = new DatabaseSync(file);
    // A journal in memory leaves nothing beside the lock file.
    handle.exec("pragma busy_timeout = 0; pragma journal_mode = memory; begin exclusive");
    return ok(handle);
  } catch (error) {
    handle?.close();
    const busy = messageOf(error).includes("database is locked");
    return fail({ busy, reason: messageOf(error) });
  }
};

const inUse = async (folder: string): Promise<PostgresFault> => {
  const owner = await readOwner(folder);
  const who = owner ? `process ${owner.pid}, since ${owner.since}` : "another process";
  return {
    kind: "data-folder-in-use",
    pid: owner?.pid ?? null,
    sentence: `Another Checkride (${who}) is using the data folder ${folder}.`,
    remedy: "Stop that one first, or name another data folder with CHECKRIDE_DATA.",
  };
};

/** The note may be from an earlier owner when the new one has only just won: then it names nobody. */
const readOwner = async (folder: string): Promise<z.infer<typeof ownerSchema> | null> => {
  try {
    const owner = ownerSchema.parse(await readJson(join(folder, "checkride.owner.json")));
    process.kill(owner.pid, 0);
    return owner;
  } catch {
    return null;
  }
};
