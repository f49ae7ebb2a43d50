import { open, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Everything in a folder reaches the disk, so that a name given to it afterwards never lies. */
export const syncFolder = async (folder: string): Promise<void> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const waiting = entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  const worker = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      await syncPath(path);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  await syncPath(folder);
};

export const syncPath = async (path: string): Promise<void> => {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
