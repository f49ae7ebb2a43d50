import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { syncPath } from "./sync-folder.ts";

/**
 * Whole or not at all, also through a power cut. "wx" and the rename follow no symbolic link, so root cannot be
 * led to write elsewhere.
 */
export const replaceFile = async (path: string, text: string, mode: number): Promise<void> => {
  const fresh = `${path}.new`;
  await rm(fresh, { force: true });
  const handle = await open(fresh, "wx", mode);
  try {
    await handle.writeFile(text);
    // The umask may have taken more than we meant.
    await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, path);
  await syncPath(dirname(path));
};
