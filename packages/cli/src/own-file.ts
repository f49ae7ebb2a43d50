import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * What this account wrote and nobody else could: kept keys are believed, so a file of somebody else must not bring
 * its own. Null: it is not there, or not ours.
 */
export const readOwnFile = async (path: string): Promise<string | null> => {
  try {
    const file = await open(path, "r");
    try {
      const { mode, uid } = await file.stat();
      const isOurs = (mode & 0o022) === 0 && (process.getuid?.() ?? uid) === uid;
      return isOurs ? await file.readFile("utf8") : null;
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
};

/** For this account only, and whole or not at all. */
export const writeOwnFile = async (path: string, text: string): Promise<void> => {
  const part = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(part, text, { mode: 0o600, flag: "wx" });
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
};
