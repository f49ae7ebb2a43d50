import { constants } from "node:fs";
import { access, readFile, realpath, stat, statfs } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { about, type Check } from "./check.ts";

const check = about("data folder");
const space = about("free space");

const pointer = z.object({ folder: z.string() });

/** Where a cluster lies that the service account could not reach in the data folder itself. */
const clusterElsewhere = async (folder: string): Promise<string | null> => {
  const text = await readFile(join(folder, "postgres-elsewhere.json"), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    return pointer.safeParse(JSON.parse(text)).data?.folder ?? "an unreadable place";
  } catch {
    return "an unreadable place";
  }
};

const lowMb = 1_000;
const emptyMb = 200;

export const judgeSpace = (place: string, freeMb: number): Check => {
  const says = `${freeMb.toLocaleString("en")} MB are free at ${place}.`;
  const fix =
    "Free some space, or move the data folder to a larger disk while Checkride is stopped.";
  if (freeMb < emptyMb) return space.fail(says, fix);
  return freeMb < lowMb ? space.warn(says, fix) : space.ok(says);
};

const freeMbAt = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / 1e6);
};

const ownName = (): string => {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.geteuid?.()}`;
  }
};

const mayWrite = (folder: string): Promise<boolean> =>
  access(folder, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );

export const checkDataFolder = async (dataDir: string): Promise<readonly Check[]> => {
  const found = await stat(dataDir).catch(() => null);
  if (!found) {
    return [check.note(`${dataDir} is not there yet; the first start makes it.`)];
  }
  if (!found.isDirectory()) {
    const fix = "Name another with CHECKRIDE_DATA.";
    return [check.fail(`${dataDir} is a file, not a folder.`, fix)];
  }
  if (!(await mayWrite(dataDir))) {
    return [
      check.fail(
        `${dataDir} belongs to uid ${found.uid}, and ${ownName()} may not read and write it.`,
        "Run this as the account that runs Checkride.",
      ),
    ];
  }
  const folder = await realpath(dataDir);
  const elsewhere = await clusterElsewhere(folder);
  const database = elsewhere === null ? "" : ` Its database lies in ${elsewhere}.`;
  const place = elsewhere ?? folder;
  const freeMb = await freeMbAt(place).catch(() => freeMbAt(folder));
  return [check.ok(`${folder} can be read and written.${database}`), judgeSpace(place, freeMb)];
};
